import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Drop } from '../../shared/domain/drop.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex, ItemLink } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { withPeoplesWord } from '../learn/keep-label.ts';
import type { Linker } from '../link/linker.ts';
import type { Assignment, LinkOutcome } from '../link/outcome.ts';
import { readUntold, storiesWithout } from '../link/untold.ts';
import { isErased, readErased } from '../privacy/retention.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import { isQuarterSeries } from '../watch/quarter-series.ts';
import { seriesParts } from '../watch/series.ts';
import type { SeriesStore } from '../watch/series-store.ts';
import { applyChanges } from './apply-changes.ts';
import { erasedDrop, refusedDrop } from './enrich-batch.ts';
import { followClaims } from './follow-claims.ts';
import { heldIssues } from './held-issues.ts';
import {
  forgetItems,
  type LinkWrites,
  redoLinks,
  splitWrites,
  storeRedo,
  wholeWriterName,
  writeLinks,
  writerName,
} from './link-redo.ts';
import { moveSeries, observe } from './link-series.ts';
import { countedAt } from './observe-items.ts';
import { obeyedActs, rebuildMemory, type WriterMemory } from './rebuild-memory.ts';
import { toStoredHour } from './series-rows.ts';
import { findStrays, strayStories } from './stray-items.ts';
import { tellMerged } from './tell-merged.ts';
import { addTouched } from './watch-state.ts';

export interface LinkWriterSettings {
  index: ItemIndex;
  records: Records;
  clock: Clock;
  /** Tells this writer from every other process. */
  writerId: string;
  createLinker(): Linker;
  /** Default: the bundled one. */
  calendar?: ElectionCalendar;
  /** How far back the open window is rebuilt from the index at take-over; default 72 h. */
  windowMs?: number;
}

export interface LinkResult {
  linked: number;
  /** Already linked: a batch delivered twice. */
  known: number;
  issuesChanged: number;
  /** Carried items that were not written after all, with the reason. */
  drops: Drop[];
}

/** What is to be done with the items of a batch. */
interface Sorted {
  unlinked: IndexedItem[];
  /** Those of `unlinked` that the index does not hold yet. */
  absent: ReadonlySet<string>;
  /** Linked before they were edited. */
  edited: IndexedItem[];
  drops: Drop[];
}

interface Stored {
  /** Ends when the index has it; then it is linked. */
  written: Promise<Drop[]>;
}

/** Somebody else writes links now: this writer's memory is stale. */
export class WriterReplaced extends Error {
  override name = 'WriterReplaced';
}

/** The machine was about to make an issue part of another while people work on it: the memory did not know yet. */
export class IssueHeld extends Error {
  override name = 'IssueHeld';
  readonly issueIds: readonly string[];
  constructor(issueIds: readonly string[]) {
    super(`people work on ${issueIds.join(', ')}`);
    this.issueIds = issueIds;
  }
}

/** Some minutes of the fastest stream measured; the index shows a write within seconds. */
const remembered = 100_000;

/**
 * The single writer of links. Its memory is rebuilt from the index whenever another writer was at work or a batch
 * failed half-way; what a batch decided is one transaction of the records, with the assignments as its redo log, so
 * that a kill at any moment neither loses nor doubles an item.
 */
export class LinkWriter {
  readonly #settings: LinkWriterSettings;
  #memory: WriterMemory | null = null;
  /** Those of the items carried here that were linked last: the index may not show it yet when they come a second time. */
  readonly #linked = new Set<string>();
  /** The batches before have been decided. */
  #decided: Promise<unknown> = Promise.resolve();
  /** What was decided last is in the index. */
  #written: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** Issues that were found in people's hands when the machine wanted to join them to others. */
  readonly #heldLately = new Set<string>();
  /** The redo log may hold items that are written. */
  #hasLeft = false;

  constructor(settings: LinkWriterSettings) {
    this.#settings = { ...settings, writerId: wholeWriterName(settings.writerId) };
  }

  /**
   * Links items; ids that are unknown or linked already are passed over. Batches are decided one after the other; the
   * next one is decided while this one is written, and stored after that.
   * @param carried those of the items that the caller has at hand: they are not read back from the index, and written
   *   to it with their places where it does not hold them, or only an earlier version
   */
  async link(ids: readonly string[], carried: readonly IndexedItem[] = []): Promise<LinkResult> {
    this.#waiting += 1;
    const decision = this.#decided.then(() => {
      this.#waiting -= 1;
      // Rebuilt, the memory knows what people have taken in hand since.
      return this.#decide(ids, carried).catch((error: unknown) => {
        if (!(error instanceof IssueHeld)) throw error;
        for (const id of error.issueIds) this.#heldLately.add(id);
        return this.#decide(ids, carried);
      });
    });
    this.#decided = decision.catch(() => {});
    const { written, ...result } = await decision;
    return { ...result, drops: [...result.drops, ...(await written)] };
  }

  async #decide(ids: readonly string[], carried: readonly IndexedItem[]): Promise<LinkResult & Stored> {
    try {
      const memory = await this.#ready();
      const obeyed = await this.#obey(memory);
      const { unlinked, absent, edited, drops } = await this.#sort(ids, carried);
      if (edited.length > 0)
        await this.#settings.index.put(await withPeoplesWord(edited, this.#settings.records));
      const known = ids.length - unlinked.length - drops.length;
      const nothing = { written: Promise.resolve([]) };
      if (unlinked.length === 0) return { linked: 0, known, issuesChanged: obeyed, drops, ...nothing };
      const inOrder = unlinked.toSorted((a, b) => countedAt(a) - countedAt(b) || (a.id < b.id ? -1 : 1));
      const outcome = memory.linker.linkBatch(inOrder);
      const stored = await this.#store(outcome, inOrder, memory.series, { absent });
      // Only what comes with its job is asked for here again; what is read back says itself that it is linked.
      if (carried.length > 0) this.#remember(unlinked);
      return { linked: unlinked.length, known, issuesChanged: outcome.issues.length, drops, ...stored };
    } catch (error) {
      this.#memory = null; // it may be ahead of what was stored
      throw error;
    }
  }

  /** What of a batch is not linked yet, each item once, and what was edited since it was. */
  async #sort(ids: readonly string[], carried: readonly IndexedItem[]): Promise<Sorted> {
    const { index, records } = this.#settings;
    const atHand = new Map(carried.map((item) => [item.id, item]));
    const toRead = ids.filter((id) => !atHand.has(id));
    if (toRead.length > 0) await this.#written;
    const read = toRead.length === 0 ? [] : await index.get(toRead, nationalScope);
    const unlinked = read.filter(({ linkedAt }) => linkedAt === null);
    const sorted = { unlinked, absent: new Set<string>(), edited: [] as IndexedItem[], drops: [] as Drop[] };
    if (atHand.size === 0) return sorted;
    if (carried.some(({ id }) => this.#linked.has(id))) await this.#written;
    const known = await index.known([...atHand.keys()]);
    // Whoever is erased while their posts wait here must not come back with them.
    const erased = await readErased(records);
    for (const item of atHand.values()) {
      const there = known.get(item.id);
      if (isErased(item, erased)) sorted.drops.push(erasedDrop(item));
      else if (there && there.version < item.version) sorted.edited.push(item);
      if (there?.linked || this.#linked.has(item.id) || isErased(item, erased)) continue;
      unlinked.push(item);
      if (!there) sorted.absent.add(item.id);
    }
    return sorted;
  }

  #remember(items: readonly IndexedItem[]): void {
    for (const { id } of items) this.#linked.add(id);
    for (const id of this.#linked) {
      if (this.#linked.size <= remembered) break;
      this.#linked.delete(id);
    }
  }

  /** The memory, fresh after a start, a take-over or a failure. */
  async #ready(): Promise<WriterMemory> {
    const { index, records, writerId } = this.#settings;
    const owner = await records.state.get(writerName);
    if (this.#memory && owner === writerId) return this.#memory;
    await records.state.put(writerName, writerId);
    await this.#written.catch(() => {});
    await redoLinks(index, records, writerId);
    this.#written = Promise.resolve();
    this.#memory = await rebuildMemory(this.#settings, this.#heldLately);
    return this.#memory;
  }

  /** What people merged, split and pinned since the last batch. @returns how many issues that changed */
  async #obey(memory: WriterMemory): Promise<number> {
    const acts = await this.#settings.records.constraints.active();
    const known = acts.map((act) => act.id).join();
    if (known === memory.acts && memory.obeyed.length === 0) return 0;
    const outcome = memory.linker.constrain(acts, memory.obeyed);
    const { written } = await this.#store(outcome, [], memory.series, { acts });
    await written;
    memory.acts = known;
    memory.obeyed = [];
    return outcome.issues.length;
  }

  async #store(
    outcome: LinkOutcome,
    batch: readonly IndexedItem[],
    series: SeriesStore,
    { absent, acts }: { absent?: ReadonlySet<string>; acts?: readonly Constraint[] } = {},
  ): Promise<Stored> {
    const { index, records, clock, writerId } = this.#settings;
    await this.#written; // the redo log has room for one batch, and what is read here may be of the one before
    const now = clock.now();
    const strays = await findStrays(index, outcome);
    const assignments = [...outcome.assignments, ...strays.map(({ assignment }) => assignment)];
    const moved = [
      ...(await this.#movedItems(outcome.assignments, batch)),
      ...strays.map(({ item }) => item),
    ];
    const publishedAt = new Map([...batch, ...moved].map((item) => [item.id, item.publishedAt]));
    const links = assignments.map((assignment) =>
      toLink(assignment, now, publishedAt.get(assignment.itemId)),
    );
    const writes = splitWrites(batch, links, absent);
    await records.transaction(async (inner) => {
      if ((await inner.state.get(writerName)) !== writerId)
        throw new WriterReplaced('another process took over the links');
      await mustHoldNone(inner, outcome);
      const { issues, moved: movedUnits, merged, revived } = await applyChanges(inner, outcome, strays);
      await tellMerged(inner, merged, now);
      await moveSeries(inner, series, movedUnits, now);
      await inner.issues.put(issues);
      await followClaims(inner, merged, revived, now);
      const isUntold = await readUntold(inner);
      const told = isUntold ? await storiesWithout(inner, outcome.stories, isUntold) : outcome.stories;
      await inner.stories.put([...told, ...(await strayStories(inner, strays))]);
      observe(series, now, [...batch, ...moved], assignments, issues);
      const changed = series.takeChanged();
      await inner.series.put(changed.map(toStoredHour));
      await inner.alike.put(outcome.alike, now);
      await storeRedo(inner, writes, this.#hasLeft);
      if (acts !== undefined) await inner.state.put(obeyedActs, acts);
      await addTouched(inner, {
        issueIds: issues.map((issue) => issue.id),
        buckets: changed
          .filter(({ key }) => !isQuarterSeries(key) && seriesParts(key).kind === 'issue')
          .map(({ key, at }) => ({ key, at })),
      });
    });
    this.#hasLeft = writes.items.length > 0;
    const written = this.#write(writes);
    this.#written = written;
    return { written };
  }

  async #write(writes: LinkWrites): Promise<Drop[]> {
    const { index, records, writerId } = this.#settings;
    try {
      // Whoever took over meanwhile has set these already, and may have moved some on since.
      if ((await records.state.get(writerName)) !== writerId)
        throw new WriterReplaced('another process took over the links');
      const refused = await writeLinks(index, writes);
      // The next batch writes over it in a moment.
      if (this.#hasLeft && this.#waiting === 0) {
        await forgetItems(records, writerId);
        this.#hasLeft = false;
      }
      return refused.map(refusedDrop);
    } catch (error) {
      this.#memory = null;
      throw error;
    }
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

/** @throws IssueHeld where the machine makes an issue part of another that people work on */
async function mustHoldNone(records: Records, { merges }: LinkOutcome): Promise<void> {
  const ids = merges.filter(({ by }) => by === 'machine').map(({ from }) => from);
  if (ids.length === 0) return;
  const held = await heldIssues(records, await records.issues.many(ids));
  if (held.size > 0) throw new IssueHeld([...held]);
}

const toLink = (
  { itemId, storyId, issueId, duplicateOf }: Assignment,
  now: number,
  publishedAt: number | undefined,
): ItemLink => ({
  id: itemId,
  storyId,
  issueId,
  duplicateOf,
  linkedAt: now,
  ...(publishedAt === undefined ? {} : { publishedAt }),
});
