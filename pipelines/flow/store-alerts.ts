import type { Alert } from '../../shared/domain/alert.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope, type Unit } from '../../shared/domain/unit.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { enqueueDeliveries } from '../deliver/enqueue-deliveries.ts';
import type { AlertDraft } from '../watch/watch-series.ts';

export interface StoreAlertDeps {
  now: Instant;
  records: Records;
  index: Pick<ItemIndex, 'scan'>;
  ids: Ids;
  zoneOf(unit: string): Unit['zone'];
}

type Evidence = Pick<Alert, 'storyIds' | 'firstItemId' | 'platforms' | 'areas'>;
const nothing: Evidence = { storyIds: [], firstItemId: null, platforms: {}, areas: [] };
const shownStories = 3;

/** The issue with the local ones under it: an issue of a higher tier holds few items of its own. */
async function familyOf({ records }: StoreAlertDeps, issue: Issue): Promise<string[]> {
  const { issues } = await records.issues.list({
    scope: nationalScope,
    parentId: issue.id,
    sort: 'newest',
    limit: 100,
  });
  return [issue.id, ...issues.map(({ id }) => id)];
}

/** What the alert is about, as it is now: later the issue will have grown, merged or been split. */
async function evidenceOf(deps: StoreAlertDeps, issue: Issue | undefined): Promise<Evidence> {
  if (!issue) return nothing;
  const issueIds = await familyOf(deps, issue);
  const stories = (await Promise.all(issueIds.map((id) => deps.records.stories.ofIssue(id, 100)))).flat();
  const largest = stories
    .toSorted((a, b) => b.items - a.items || a.firstAt - b.firstAt)
    .slice(0, shownStories);
  let firstItemId: string | null = null;
  for await (const [first] of deps.index.scan({ scope: nationalScope, issueIds }, 1)) {
    firstItemId = first?.id ?? null;
    break;
  }
  return {
    storyIds: largest.map(({ id }) => id),
    firstItemId,
    platforms: issue.spread.platforms,
    areas: issue.areas,
  };
}

/**
 * Writes alerts with their evidence and puts them into the outbox of everybody who is to be told; call it in the
 * transaction that decided on them.
 */
export async function storeAlerts(deps: StoreAlertDeps, drafts: readonly AlertDraft[]): Promise<Alert[]> {
  if (drafts.length === 0) return [];
  const { records, ids, now, zoneOf } = deps;
  const wanted = [...new Set(drafts.flatMap(({ issueId }) => (issueId === null ? [] : [issueId])))];
  const issues = wanted.length === 0 ? [] : await records.issues.many(wanted);
  const evidence = new Map<string | null, Evidence>();
  for (const issue of issues) evidence.set(issue.id, await evidenceOf(deps, issue));
  const alerts = drafts.map(
    ({ seriesKey: _key, ...draft }): Alert => ({
      ...draft,
      ...(evidence.get(draft.issueId) ?? nothing),
      id: ids.next(),
      falseAlarm: false,
    }),
  );
  await records.alerts.raise(alerts);
  await enqueueDeliveries(records, alerts, { now, zoneOf });
  return alerts;
}
