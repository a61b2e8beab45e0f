import type { Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemFilter, ItemIndex, ItemLink } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Linker } from '../link/linker.ts';
import type { Assignment, LinkOutcome } from '../link/outcome.ts';
import { defaultLinkSettings } from '../link/settings.ts';
import { issueSeries, seriesMemoryMs, seriesParts } from '../watch/series.ts';
import { createSeriesStore, type SeriesStore } from '../watch/series-store.ts';
import { createIssue, mergedIssue, updateIssue, yearOf } from './apply-change.ts';
import { countedAt, issueObservations, topicObservations } from './observe-items.ts';
import { fromStoredHour, toStoredHour } from './series-rows.ts';
import { addTouched } from './watch-state.ts';

export interface LinkWriterSettings {
  index: ItemIndex;
  records: Records;
  clock: Clock;
  /** Tells this writer from every other process. */
  writerId: string;
  createLinker(): Linker;
  /** How far back the open window is rebuilt from the index at take-over; default 72 h. */
  windowMs?: number;
}

export interface LinkResult {
  linked: number;
  /** Already linked: a batch delivered twice. */
  known: number;
  issuesChanged: number;
}

/** Somebody else writes links now: this writer's memory is stale. */
export class WriterReplaced extends Error {
  override name = 'WriterReplaced';
}

interface Memory {
  linker: Linker;
  series: SeriesStore;
  /** Ids of the acts of people that the linker obeys. */
  acts: string;
}

/** Values of one filter: SQLite takes 32,766. */
const idsPerScan = 500;

const stateNames = { writer: 'link.writer', pending: 'link.pending' } as const;

/**
 * The single writer of links. Its memory is rebuilt from the index whenever another writer was at work or a batch
 * failed half-way; what a batch decided is one transaction of the records, with the assignments as its redo log, so
 * that a kill at any moment neither loses nor doubles an item.
 */
export class LinkWriter {
  readonly #settings: LinkWriterSettings;
  #memory: Memory | null = null;

  constructor(settings: LinkWriterSettings) {
    this.#settings = settings;
  }

  /** Links items that the index holds; ids that are unknown or linked already are passed over. */
  async link(ids: readonly string[]): Promise<LinkResult> {
    try {
      const memory = await this.#ready();
      const obeyed = await this.#obey(memory);
      const items = (await this.#settings.index.get(ids, nationalScope)).filter(
        (item) => item.linkedAt === null,
      );
      if (items.length === 0) return { linked: 0, known: ids.length, issuesChanged: obeyed };
      const inOrder = items.toSorted((a, b) => countedAt(a) - countedAt(b) || (a.id < b.id ? -1 : 1));
      const outcome = memory.linker.linkBatch(inOrder);
      await this.#store(outcome, inOrder, memory.series);
      return { linked: items.length, known: ids.length - items.length, issuesChanged: outcome.issues.length };
    } catch (error) {
      this.#memory = null; // it may be ahead of what was stored
      throw error;
    }
  }

  /** The memory, fresh after a start, a take-over or a failure. */
  async #ready(): Promise<Memory> {
    const { records, writerId } = this.#settings;
    const owner = await records.state.get(stateNames.writer);
    if (this.#memory && owner === writerId) return this.#memory;
    await records.state.put(stateNames.writer, writerId);
    await this.#redo();
    this.#memory = await this.#rebuild();
    return this.#memory;
  }

  /** What people merged, split and pinned since the last batch. @returns how many issues that changed */
  async #obey(memory: Memory): Promise<number> {
    const acts = await this.#settings.records.constraints.active();
    const known = acts.map((act) => act.id).join();
    if (known === memory.acts) return 0;
    const outcome = memory.linker.constrain(acts);
    await this.#store(outcome, [], memory.series);
    memory.acts = known;
    return outcome.issues.length;
  }

  /** The assignments of the last stored batch may not have reached the index: setting them again changes nothing. */
  async #redo(): Promise<void> {
    const pending = (await this.#settings.records.state.get(stateNames.pending)) as ItemLink[] | null;
    if (pending && pending.length > 0) await this.#settings.index.assign(pending);
  }

  async #rebuild(): Promise<Memory> {
    const { index, records, clock, windowMs = defaultLinkSettings.windowMs } = this.#settings;
    const now = clock.now();
    const linker = this.#settings.createLinker();
    const issues = await livingIssues(records, now - defaultLinkSettings.matterWindowMs);
    const window = { scope: nationalScope, linked: true };
    const restore = async (filter: ItemFilter): Promise<void> => {
      for await (const batch of index.scan(filter, 1_000)) linker.restore(batch, issues);
    };
    const issueIds = issues.map((issue) => issue.id);
    for (let at = 0; at < issueIds.length; at += idsPerScan)
      await restore({
        ...window,
        issueIds: issueIds.slice(at, at + idsPerScan),
        from: now - defaultLinkSettings.matterWindowMs,
        to: now - windowMs,
      });
    await restore({ ...window, from: now - windowMs });
    const series = createSeriesStore({ at: now });
    series.load((await records.series.since(now - seriesMemoryMs)).map(fromStoredHour));
    return { linker, series, acts: '' };
  }

  async #store(outcome: LinkOutcome, batch: readonly IndexedItem[], series: SeriesStore): Promise<void> {
    const { index, records, clock, writerId } = this.#settings;
    const now = clock.now();
    const links = outcome.assignments.map((assignment) => toLink(assignment, now));
    const moved = await this.#movedItems(outcome.assignments, batch);
    await records.transaction(async (inner) => {
      if ((await inner.state.get(stateNames.writer)) !== writerId)
        throw new WriterReplaced('another process took over the links');
      const { issues, moved: movedUnits } = await applyChanges(inner, outcome);
      await moveSeries(inner, series, movedUnits, now);
      await inner.issues.put(issues);
      await inner.stories.put(outcome.stories);
      observe(series, now, [...batch, ...moved], outcome.assignments, issues);
      const changed = series.takeChanged();
      await inner.series.put(changed.map(toStoredHour));
      await inner.state.put(stateNames.pending, links);
      await addTouched(inner, {
        issueIds: issues.map((issue) => issue.id),
        buckets: changed
          .filter(({ key }) => seriesParts(key).kind === 'issue')
          .map(({ key, at }) => ({ key, at })),
      });
    });
    await index.assign(links);
  }

  /** Items of earlier batches that got another issue now: they count in that issue's series, too. */
  async #movedItems(
    assignments: readonly Assignment[],
    batch: readonly IndexedItem[],
  ): Promise<IndexedItem[]> {
    const inBatch = new Set(batch.map((item) => item.id));
    const ids = assignments.map((assignment) => assignment.itemId).filter((id) => !inBatch.has(id));
    return ids.length === 0 ? [] : this.#settings.index.get(ids, nationalScope);
  }
}

/** Issues that may still take items in, by likeness; merged and closed ones lead their items, too. */
async function livingIssues(records: Records, from: number): Promise<Issue[]> {
  const issues: Issue[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.issues.list({
      scope: nationalScope,
      from,
      sort: 'newest',
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    issues.push(...page.issues);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return issues;
}

const toLink = ({ itemId, storyId, issueId, duplicateOf }: Assignment, now: number): ItemLink => ({
  id: itemId,
  storyId,
  issueId,
  duplicateOf,
  linkedAt: now,
});

/** New and changed issues as they are to be written. */
async function applyChanges(
  records: Records,
  { issues, merges }: LinkOutcome,
): Promise<{ issues: Issue[]; moved: { id: string; from: string; to: string }[] }> {
  const there = await records.issues.many([
    ...issues.map((change) => change.id),
    ...merges.map((merge) => merge.from),
  ]);
  const byId = new Map(there.map((issue) => [issue.id, issue]));
  const created = issues
    .filter((change) => !byId.has(change.id))
    .toSorted((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1));
  const numbers = await numbersFor(
    records,
    created.map((change) => yearOf(change.firstAt)),
  );
  const result = new Map<string, Issue>();
  for (const [n, change] of created.entries()) result.set(change.id, createIssue(change, numbers[n]!));
  for (const change of issues) {
    const issue = byId.get(change.id);
    if (issue) result.set(change.id, updateIssue(issue, change));
  }
  for (const { from, into } of merges) {
    const issue = byId.get(from);
    if (issue && issue.state !== 'merged') result.set(from, mergedIssue(issue, into));
  }
  const moved = there.flatMap(({ id, unit }) => {
    const now = result.get(id);
    return now && now.unit !== unit ? [{ id, from: unit, to: now.unit }] : [];
  });
  return { issues: [...result.values()], moved };
}

/** An issue that grew from a regency to a province keeps its past: its series goes on under the new unit. */
async function moveSeries(
  records: Records,
  series: SeriesStore,
  moved: readonly { id: string; from: string; to: string }[],
  now: number,
): Promise<void> {
  for (const { id, from, to } of moved) {
    const rows = await records.series.since(now - seriesMemoryMs, [issueSeries(id, from)]);
    const renamed = rows.map((row) => ({ ...row, key: issueSeries(id, to) }));
    await records.series.put(renamed);
    series.load(renamed.map(fromStoredHour));
  }
}

async function numbersFor(records: Records, years: readonly number[]): Promise<number[]> {
  const byYear = new Map<number, number[]>();
  for (const year of new Set(years))
    byYear.set(year, await records.issues.nextNumbers(year, years.filter((one) => one === year).length));
  return years.map((year) => byYear.get(year)!.shift()!);
}

function observe(
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
