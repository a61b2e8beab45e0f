import { emptyCounts, type Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import type { Records, SeriesHour } from '../../../shared/ports/records.ts';
import { addCounts, addSpread } from '../../link/add-counts.ts';
import { factsOf } from '../../link/facts.ts';
import { Tally } from '../../link/tally.ts';
import { issueSeries, seriesMemoryMs } from '../../watch/series.ts';
import { createSeriesStore } from '../../watch/series-store.ts';
import { countedAt, issueObservations } from '../observe-items.ts';
import { toStoredHour } from '../series-rows.ts';

/** What the index holds of one issue, its local ones included. */
export interface Recount extends Pick<Issue, 'counts' | 'spread' | 'firstAt' | 'lastAt'> {
  issue: Issue;
}

const noSpread = { authors: 0, platforms: {}, outlets: {}, areas: {}, maxFollowers: 0 };

/** Counts these issues from their items, and their hours since `now` less the series' memory. */
export async function recountIssues(
  index: ItemIndex,
  records: Records,
  issues: readonly Issue[],
  now: number,
): Promise<{ counts: Recount[]; hours: SeriesHour[] }> {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const children = await childrenOf(records, issues);
  for (const child of children) byId.set(child.id, byId.get(child.id) ?? child);
  const tallies = new Map<string, { tally: Tally; firstAt: number; lastAt: number }>();
  const oldest = now - seriesMemoryMs;
  const series = createSeriesStore({ at: oldest });
  const hours = new Map<string, SeriesHour>();
  const keep = (): void => {
    for (const row of series.takeChanged()) hours.set(`${row.key} ${row.at}`, toStoredHour(row));
  };
  if (byId.size > 0)
    for await (const batch of index.scan({ scope: nationalScope, issueIds: [...byId.keys()] }, 1_000))
      for (const item of batch) {
        const own = byId.get(item.issueId!);
        const above = own?.parentId ? byId.get(own.parentId) : undefined;
        const both = [own, above].filter((issue) => issue !== undefined);
        for (const { id } of both) tallyOf(tallies, id, item);
        if (countedAt(item) < oldest) continue;
        keep();
        series.tick(countedAt(item));
        for (const seen of issueObservations(item, item.duplicateOf !== null, both)) series.observe(seen);
      }
  keep();
  await clearHours(records, issues, oldest, hours);
  return {
    counts: issues.map((issue) => recountOf(issue, tallies.get(issue.id))),
    hours: [...hours.values()],
  };
}

function tallyOf(
  tallies: Map<string, { tally: Tally; firstAt: number; lastAt: number }>,
  id: string,
  item: IndexedItem,
): void {
  const at = countedAt(item);
  const known = tallies.get(id) ?? { tally: new Tally(), firstAt: at, lastAt: at };
  known.tally.add(factsOf(item), item.duplicateOf === null);
  known.firstAt = Math.min(known.firstAt, at);
  known.lastAt = Math.max(known.lastAt, at);
  tallies.set(id, known);
}

function recountOf(
  issue: Issue,
  found: { tally: Tally; firstAt: number; lastAt: number } | undefined,
): Recount {
  if (found === undefined)
    return { issue, counts: emptyCounts, spread: noSpread, firstAt: issue.firstAt, lastAt: issue.lastAt };
  const { counts, spread } = found.tally.take();
  return {
    issue,
    counts: addCounts(emptyCounts, counts),
    spread: addSpread(noSpread, spread),
    firstAt: found.firstAt,
    lastAt: found.lastAt,
  };
}

async function childrenOf(records: Records, issues: readonly Issue[]): Promise<Issue[]> {
  const children: Issue[] = [];
  for (const { id, parentId } of issues) {
    if (parentId !== null) continue;
    const page = await records.issues.list({
      scope: nationalScope,
      parentId: id,
      sort: 'newest',
      limit: 500,
    });
    children.push(...page.issues);
  }
  return children;
}

/** Hours that hold nothing any more are written as empty ones. */
async function clearHours(
  records: Records,
  issues: readonly Issue[],
  oldest: number,
  hours: Map<string, SeriesHour>,
): Promise<void> {
  const keys = issues.map(({ id, unit }) => issueSeries(id, unit));
  for (let at = 0; at < keys.length; at += 500)
    for (const row of await records.series.since(oldest, keys.slice(at, at + 500))) {
      const name = `${row.key} ${row.at}`;
      if (!hours.has(name)) hours.set(name, { ...row, counts: {}, actors: [] });
    }
}
