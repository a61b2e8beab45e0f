import type { Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Assignment } from '../link/outcome.ts';
import { quarterSeries } from '../watch/quarter-series.ts';
import { issueSeries, seriesMemoryMs } from '../watch/series.ts';
import type { SeriesStore } from '../watch/series-store.ts';
import { issueObservations, topicObservations } from './observe-items.ts';
import { fromStoredHour } from './series-rows.ts';

/** An issue that grew from a regency to a province keeps its past: its series goes on under the new unit. */
export async function moveSeries(
  records: Records,
  series: SeriesStore,
  moved: readonly { id: string; from: string; to: string }[],
  now: number,
): Promise<void> {
  for (const { id, from, to } of moved) {
    const [before, after] = [issueSeries(id, from), issueSeries(id, to)];
    const names = new Map([
      [before, after],
      [quarterSeries(before), quarterSeries(after)],
    ]);
    const rows = await records.series.since(now - seriesMemoryMs, [...names.keys()]);
    const renamed = rows.map((row) => ({ ...row, key: names.get(row.key) ?? row.key }));
    await records.series.put(renamed);
    series.load(renamed.map(fromStoredHour));
  }
}

/** Counts a batch, and items that moved with it, in the series of their topics and issues. */
export function observe(
  series: SeriesStore,
  now: number,
  items: readonly IndexedItem[],
  assignments: readonly Assignment[],
  changed: readonly Issue[],
): void {
  series.tick(now);
  const byId = new Map(items.map((item) => [item.id, item]));
  const issues = new Map(changed.map((issue) => [issue.id, issue]));
  for (const { itemId, issueId, duplicateOf } of assignments) {
    const item = byId.get(itemId);
    if (!item) continue;
    const repost = duplicateOf !== null;
    if (item.linkedAt === null) for (const seen of topicObservations(item, repost)) series.observe(seen);
    if (issueId === null || issueId === item.issueId) continue;
    const issue = issues.get(issueId);
    const parent = issue?.parentId ? issues.get(issue.parentId) : undefined;
    const both = [issue, parent].filter((one) => one !== undefined);
    for (const seen of issueObservations(item, repost, both)) series.observe(seen);
  }
}
