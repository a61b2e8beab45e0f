import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { allIssues } from '../../shared/ports/all-issues.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemFilter, ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Linker } from '../link/linker.ts';
import { defaultLinkSettings } from '../link/settings.ts';
import { bundledCalendar, type ElectionCalendar } from '../watch/calendar.ts';
import { createWatchStore } from '../watch/quarter-series.ts';
import { seriesMemoryMs } from '../watch/series.ts';
import type { SeriesStore } from '../watch/series-store.ts';
import { heldIssues } from './held-issues.ts';
import { fromStoredHour } from './series-rows.ts';
import { readCalendar } from './watch-config.ts';

/** What the writer of links knows without asking. */
export interface WriterMemory {
  linker: Linker;
  series: SeriesStore;
  /** Ids of the acts of people that the linker obeys. */
  acts: string;
  /** Acts that the writer before had carried out. */
  obeyed: readonly Constraint[];
}

/** Where writers leave for their successors what they have carried out. */
export const obeyedActs = 'link.acts';

export interface RebuildSettings {
  index: ItemIndex;
  records: Records;
  clock: Clock;
  createLinker(): Linker;
  /** The days on which the country is counted by the quarter of an hour. */
  calendar?: ElectionCalendar;
  /** How far back the open window is rebuilt; default 72 h. */
  windowMs?: number;
}

/** Values of one filter: SQLite takes 32,766. */
const idsPerScan = 500;

/**
 * The memory as the writer before had it: the items of the open window and those of living issues, oldest first. The
 * window is that of the stream, not of the clock: of an archive that is taken in, the last days linked are the open ones.
 * @param heldLately issues that people have in hand, beside those that the records say so of
 */
export async function rebuildMemory(
  settings: RebuildSettings,
  heldLately: ReadonlySet<string> = new Set(),
): Promise<WriterMemory> {
  const { index, records, clock, windowMs = defaultLinkSettings.windowMs } = settings;
  const now = clock.now();
  const newest = await newestLinked(index, now);
  const linker = settings.createLinker();
  // those that may still take items in, by likeness; merged and closed ones lead their items, too
  const from = newest - defaultLinkSettings.matterWindowMs;
  const issues = await allIssues(records.issues, { scope: nationalScope, from });
  linker.hold(new Set([...heldLately, ...(await heldIssues(records, issues))]));
  const window = { scope: nationalScope, linked: true };
  const restore = async (filter: ItemFilter): Promise<void> => {
    for await (const batch of index.scan(filter, 1_000)) {
      const storyIds = new Set(
        batch.flatMap(({ storyId, issueId }) => (issueId === null ? [] : (storyId ?? []))),
      );
      linker.restore(batch, issues, await records.stories.many([...storyIds]));
    }
  };
  const issueIds = issues.map((issue) => issue.id);
  for (let at = 0; at < issueIds.length; at += idsPerScan)
    await restore({
      ...window,
      issueIds: issueIds.slice(at, at + idsPerScan),
      from: newest - defaultLinkSettings.matterWindowMs,
      to: newest - windowMs,
    });
  await restore({ ...window, from: newest - windowMs });
  const series = createWatchStore(now, await readCalendar(records, settings.calendar ?? bundledCalendar));
  series.load((await records.series.since(now - seriesMemoryMs)).map(fromStoredHour));
  const obeyed = ((await records.state.get(obeyedActs)) ?? []) as Constraint[];
  return { linker, series, acts: '', obeyed };
}

/** The end of the stream: no item is newer than its collection, whatever date it bears. */
async function newestLinked(index: ItemIndex, now: Instant): Promise<Instant> {
  const { hits } = await index.search({ scope: nationalScope, linked: true, sort: 'time', limit: 1 });
  return Math.min(now, hits[0]?.item.publishedAt ?? now);
}
