import type { Alert } from '../../shared/domain/alert.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Story } from '../../shared/domain/story.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Zone } from '../watch/local-time.ts';

/** Everything a message about one alert may say. */
export interface AlertView {
  alert: Alert;
  issue: Issue | null;
  /** The largest stories, at most three. */
  stories: readonly Story[];
  firstItem: Item | null;
  /** Voices in each of the last 24 buckets, oldest first; empty when nothing is counted. */
  hours: readonly number[];
  escalatedFrom: string | null;
  link: string;
  zone: Zone;
  unitName(unit: string): string;
}

const shownBuckets = 24;

export interface ViewDeps {
  records: Records;
  index: Pick<ItemIndex, 'get' | 'scan'>;
  /** Where people open the application, e.g. `https://saring.kpu.example`. */
  baseUrl: string;
  zoneOf(unit: string): Zone;
  unitName(unit: string): string;
}

/** The page of an issue, or the list of alerts for one that has none. */
export const linkTo = (baseUrl: string, issue: Pick<Issue, 'number'> | null): string =>
  `${baseUrl.replace(/\/+$/, '')}${issue ? `/isu/${encodeURIComponent(issue.number)}` : '/peringatan'}`;

/** Reads what a message about the alert says, as it is now. */
export async function viewAlert(
  alert: Alert,
  escalatedFrom: string | null,
  { records, index, baseUrl, zoneOf, unitName }: ViewDeps,
): Promise<AlertView> {
  const [issue] = alert.issueId === null ? [] : await records.issues.many([alert.issueId]);
  return {
    alert,
    issue: issue ?? null,
    stories: await storiesOf(alert, records),
    firstItem: await firstItemOf(alert, index),
    hours: alert.counts.slice(-shownBuckets),
    escalatedFrom,
    link: linkTo(baseUrl, issue ?? null),
    zone: zoneOf(alert.unit),
    unitName,
  };
}

/** Those the alert names, else the largest of the issue. */
async function storiesOf({ storyIds, issueId }: Alert, { stories }: Records): Promise<Story[]> {
  const largest = (all: Story[]): Story[] =>
    all.toSorted((a, b) => b.items - a.items || a.firstAt - b.firstAt).slice(0, 3);
  if (storyIds.length > 0) return largest(await stories.many(storyIds));
  return issueId === null ? [] : largest(await stories.ofIssue(issueId, 100));
}

async function firstItemOf(
  { firstItemId, issueId }: Alert,
  index: Pick<ItemIndex, 'get' | 'scan'>,
): Promise<Item | null> {
  if (firstItemId !== null) return (await index.get([firstItemId], nationalScope))[0] ?? null;
  if (issueId === null) return null;
  for await (const [first] of index.scan({ scope: nationalScope, issueIds: [issueId] }, 1))
    return first ?? null;
  return null;
}
