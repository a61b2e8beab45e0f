import type { Alert } from '../../shared/domain/alert.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope, nationalUnit } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { detectClaimMatch } from '../watch/event-detectors.ts';
import { explainFinding } from '../watch/explain.ts';
import { isAtLeast } from '../watch/risk.ts';
import type { WatchSettings } from '../watch/settings.ts';
import type { AlertDraft } from '../watch/watch-series.ts';
import { type StoreAlertDeps, storeAlerts } from './store-alerts.ts';

export interface ClaimWatchDeps extends StoreAlertDeps {
  index: Pick<ItemIndex, 'get' | 'scan'>;
  settings: WatchSettings;
  unitName(unit: string): string;
}

const stateName = 'watch.claims';
/** What is older was new when nobody looked: a back-filled file alarms nobody. */
const newForMs = dayMs;

/** A match that is to be told: its draft and the claim that it is about. */
interface Told {
  key: string;
  draft: AlertDraft;
}

async function matchOf(deps: ClaimWatchDeps, item: IndexedItem): Promise<Told | null> {
  const { records, now, settings, unitName } = deps;
  const { links } = await records.claimLinks.list({
    subjectIds: [item.id],
    states: ['linked', 'suggested'],
    limit: 20,
  });
  for (const link of links.toSorted((a, b) => a.rank - b.rank)) {
    // only the likeliest may be told unless it is sure
    if (link.entryKind !== 'claim' || (link.state === 'suggested' && link.rank > 1)) continue;
    const claim = await records.claims.get(link.entryId);
    const stance = link.stance ?? item.labels.stance.value;
    const finding =
      claim && detectClaimMatch(claim, { followers: item.metrics.followers, stance }, settings.spike);
    if (!claim || !finding) continue;
    const [issue] = item.issueId === null ? [] : await records.issues.many([item.issueId]);
    const unit = issue?.unit ?? nationalUnit;
    const own = issue?.risk.level ?? 'tinggi';
    const isSure = link.state === 'linked';
    const context = {
      subject: claim.text,
      place: unitName(unit),
      tier: 'national' as const,
      settings: settings.spike,
    };
    const draft: AlertDraft = {
      seriesKey: '',
      issueId: issue?.id ?? null,
      unit,
      at: now,
      push: isSure,
      held: isSure ? null : 'baru mirip dengan klaim itu; periksa dahulu',
      level: isAtLeast(own, 'tinggi') ? own : 'tinggi',
      ...finding,
      statistic: null,
      sentence: explainFinding(finding, context),
      bucketMinutes: 60,
      counts: [],
    };
    return { key: `${claim.id} ${unit} ${isSure}`, draft };
  }
  return null;
}

/**
 * Tells of new items by far-reaching accounts that carry on a claim judged `salah`: a sure match wakes people, a likely
 * one waits for the digest. The same claim in the same unit is one alert within the merge time. Call it after the items
 * were matched.
 */
export async function tellClaimMatches(deps: ClaimWatchDeps, itemIds: readonly string[]): Promise<Alert[]> {
  const { records, index, now, settings } = deps;
  const far = (await index.get(itemIds, nationalScope)).filter(
    ({ metrics, publishedAt }) =>
      metrics.followers >= settings.spike.claimFollowers && now - publishedAt < newForMs,
  );
  if (far.length === 0) return [];
  return records.transaction(async (inner) => {
    const mergeMs = settings.alerts.mergeHours * hourMs;
    const before = ((await inner.state.get(stateName)) as Record<string, number> | null) ?? {};
    const told = new Map(Object.entries(before).filter(([, at]) => now - at < mergeMs));
    const drafts: AlertDraft[] = [];
    for (const item of far) {
      const found = await matchOf({ ...deps, records: inner }, item);
      if (!found || told.has(found.key)) continue;
      told.set(found.key, now);
      drafts.push(found.draft);
    }
    if (drafts.length > 0) await inner.state.put(stateName, Object.fromEntries(told));
    return storeAlerts({ ...deps, records: inner }, drafts);
  });
}
