import type { Constraint } from '../../shared/domain/constraint.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import type { Story, StoryMove } from '../../shared/domain/story.ts';
import { addCounts, addSpread } from './add-counts.ts';
import { issueIdOf } from './issue-record.ts';
import { ItemsInHand } from './items-in-hand.ts';
import { createLinker, type Linker } from './linker.ts';
import type { Assignment, IssueChange, LinkOutcome } from './outcome.ts';
import type { LinkSettings } from './settings.ts';
import type { KnownIssue, KnownStory } from './stored-links.ts';

export interface RelinkInput {
  /** The issues of the links that items have. */
  issues: readonly KnownIssue[];
  /** What people decided; subjects by their present ids. */
  acts: readonly Constraint[];
  /** Ids of issues that people work on: each keeps its items, and only people make it part of another. */
  held: ReadonlySet<string>;
  settings?: Partial<LinkSettings>;
}

export interface RelinkOutcome extends Omit<LinkOutcome, 'merges'> {
  /** Issues that keep their id and number, of those given. Counts and spread of `issues` are whole, not increments. */
  kept: string[];
  /** Issues given that hold no item any more. */
  emptied: string[];
  /** Splits, naming the stories that those they named have become: the next run has to know them by these. */
  splits: Constraint[];
}

type LinkedItem = LabelledItem & Link;

/**
 * Builds stories and issues anew from the items, in batches: first `restore` those that lie before, then `name` all the
 * others, then `link` the same again. People's acts hold as before; an issue that people work on keeps what it has and
 * takes in more; of the others, one that a new one mostly repeats lends it its id, and so its number.
 */
export interface Relinker {
  /** Items that keep their links, oldest first: those before the first one that is linked anew. */
  restore(items: readonly LinkedItem[], stories: readonly KnownStory[]): void;
  /**
   * Items to be linked, in time order, with the links they have: those that nobody has in hand stand for the stories and
   * issues that acts name. An item whose story was founded in an issue stands for it before those that came by a merge,
   * as `stories` tell.
   */
  name(items: readonly LinkedItem[], stories?: readonly KnownStory[]): void;
  link(items: readonly LinkedItem[]): void;
  finish(): RelinkOutcome;
}

export function createRelinker(input: RelinkInput): Relinker {
  return new BatchRelinker(input);
}

class BatchRelinker implements Relinker {
  readonly #issues: RelinkInput['issues'];
  readonly #acts: readonly Constraint[];
  readonly #parents: Parents;
  readonly #linker: Linker;
  /** The first item of each story and issue; of those that came later by merge or pin only when there is no other. */
  readonly #first = new Map<string, string>();
  readonly #firstMoved = new Map<string, string>();
  /** Present issues of stories that are linked anew. */
  readonly #told = new Map<string, string[]>();
  /** Where the stories of items began that people moved. */
  readonly #beganIn = new Map<string, string>();
  /** Items, to be linked anew, of stories that splits name. */
  readonly #itemsOf = new Map<string, string[]>();
  /** Issues of items that stay: they keep their ids. */
  readonly #restored = new Set<string>();
  readonly #hands: ItemsInHand;
  readonly #before = new Map<string, string | null>();
  readonly #places = new Map<string, Assignment>();
  readonly #stories = new Map<string, Story>();
  readonly #changes = new Map<string, IssueChange>();
  readonly #alike: [string, string][] = [];
  #isStarted = false;

  constructor({ issues, acts, held, settings }: RelinkInput) {
    this.#issues = issues;
    this.#acts = acts;
    this.#parents = new Map(issues.map(({ id, parentId }) => [id, parentId]));
    this.#hands = new ItemsInHand(held, this.#parents);
    this.#linker = createLinker(settings);
    this.#linker.hold(held);
  }

  restore(items: readonly LinkedItem[], stories: readonly KnownStory[]): void {
    this.#stay(items, stories);
    this.#linker.restore(items, this.#issues, stories);
  }

  #stay(items: readonly LinkedItem[], stories: readonly KnownStory[]): void {
    for (const item of items) for (const id of lineage(item.issueId, this.#parents)) this.#restored.add(id);
    this.#hands.take(items, stories);
  }

  name(items: readonly LinkedItem[], stories: readonly KnownStory[] = []): void {
    this.#stay(
      items.filter((item) => this.#hands.has(item)),
      stories,
    );
    const moved = new Set(
      this.#acts.flatMap((act) => (act.kind === 'pin' ? [act.left] : (act.stories ?? []))),
    );
    const wanted = new Set(this.#acts.flatMap(({ stories = [], stays = [] }) => [...stories, ...stays]));
    const homesOf = new Map(stories.map(({ id, homes }) => [id, homes ?? []]));
    for (const item of items) {
      const homes = homesOf.get(item.storyId ?? '') ?? [];
      const present = lineage(item.issueId, this.#parents);
      const own = homes.length > 0 ? homes.slice(0, 1) : present;
      const isMoved = moved.has(item.id) || moved.has(item.storyId ?? '');
      if (item.storyId !== null) this.#tell(item.storyId, item.id, present, wanted);
      if (isMoved && own[0] !== undefined) this.#beganIn.set(item.id, own[0]);
      const first = isMoved ? this.#firstMoved : this.#first;
      for (const id of own) if (!first.has(id)) first.set(id, item.id);
      for (const id of [...homes, ...present])
        if (!this.#firstMoved.has(id)) this.#firstMoved.set(id, item.id);
    }
  }

  #tell(storyId: string, itemId: string, present: string[], wanted: ReadonlySet<string>): void {
    this.#told.set(storyId, present);
    if (!this.#first.has(storyId)) this.#first.set(storyId, itemId);
    if (!wanted.has(storyId) || this.#hands.hasStory(storyId)) return;
    const items = this.#itemsOf.get(storyId) ?? [];
    items.push(itemId);
    this.#itemsOf.set(storyId, items);
  }

  link(items: readonly LinkedItem[]): void {
    if (!this.#isStarted) {
      this.#linker.restore([], this.#issues);
      this.#take(this.#linker.constrain(this.#acts.flatMap((act) => this.#onItems(act))));
    }
    this.#isStarted = true;
    for (const { kept, run } of this.#hands.runs(items)) {
      if (kept) {
        this.#take(this.#linker.keep(run, this.#hands.storiesOf(run)));
        continue;
      }
      for (const item of run) this.#before.set(item.id, item.issueId);
      this.#take(this.#linker.linkBatch(run.map((item) => this.#hands.underOtherId(item, this.#restored))));
    }
  }

  #onItems(act: Constraint): Constraint[] {
    const stand = (id: string): string => {
      if (this.#restored.has(id) || this.#hands.hasStory(id)) return id;
      return this.#linkedAs(this.#first.get(id) ?? this.#firstMoved.get(id) ?? id);
    };
    if (act.kind !== 'split') return [{ ...act, left: stand(act.left), right: stand(act.right) }];
    const stays = this.#stillTogether((act.stays ?? []).filter((id) => !this.#hands.hasStory(id)));
    // What the split left in its issue stays together, too: nothing else says so where the words do not.
    const rest = { id: `${act.id} rest`, left: act.right, right: act.left, stories: this.#items(stays) };
    return [
      { ...act, stories: this.#items(act.stories ?? []) },
      ...(stays.length > 0 ? [{ ...act, ...rest }] : []),
    ];
  }

  #onStories(act: Constraint): Constraint {
    const become = (id: string): string[] =>
      this.#itemsOf.get(id)?.flatMap((item) => this.#places.get(item)?.storyId ?? []) ?? [id];
    const all = (ids: readonly string[] = []): string[] => [...new Set(ids.flatMap(become))];
    const stories = all(act.stories);
    return { ...act, stories, stays: all(act.stays).filter((id) => !stories.includes(id)) };
  }

  /** Stories by themselves, should they stay, and by their items, should these be linked anew. */
  #items(stories: readonly string[]): string[] {
    return stories.flatMap((id) => [
      id,
      ...(this.#itemsOf.get(id) ?? []).map((item) => this.#linkedAs(item)),
    ]);
  }

  #linkedAs(itemId: string): string {
    return this.#hands.otherId(itemId, this.#restored);
  }

  /** Those that stand where most of them do: the others were moved on since. */
  #stillTogether(stories: readonly string[]): string[] {
    const counts = new Map<string, number>();
    const placeOf = (id: string): string => this.#told.get(id)?.at(-1) ?? '';
    for (const id of stories) counts.set(placeOf(id), (counts.get(placeOf(id)) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return stories.filter((id) => placeOf(id) === most?.[0]);
  }

  #take({ assignments, stories, issues, alike }: LinkOutcome): void {
    this.#alike.push(...alike);
    for (const place of assignments) {
      const itemId = this.#hands.ownId(place.itemId);
      const duplicateOf = place.duplicateOf === null ? null : this.#hands.ownId(place.duplicateOf);
      this.#places.set(itemId, { ...place, itemId, duplicateOf });
    }
    for (const story of stories) this.#stories.set(story.id, story);
    for (const change of issues) {
      const known = this.#changes.get(change.id);
      this.#changes.set(change.id, known === undefined ? change : addChange(known, change));
    }
  }

  finish(): RelinkOutcome {
    const parents = new Map<string, string | null>([
      ...this.#parents,
      ...[...this.#changes.values()].map(({ id, parentId }) => [id, parentId] as const),
    ]);
    const names = this.#names(parents);
    const rename = <T extends string | null>(id: T): T => (id === null ? id : ((names.get(id) ?? id) as T));
    const assignments = Array.from(this.#places.values(), (a) => ({ ...a, issueId: rename(a.issueId) }));
    const inUse = new Set([...this.#inUse(parents), ...this.#restored]);
    const used = new Set([...inUse].map(rename));
    const began = new Map(
      Array.from(this.#beganIn, ([item, home]) => [this.#places.get(item)?.storyId ?? '', home]),
    );
    return {
      assignments,
      stories: Array.from(this.#stories.values(), (story) => this.#renamedStory(story, rename, began)),
      issues: [...this.#changes.values()]
        .filter(({ id }) => inUse.has(id))
        .map((change) => ({ ...change, id: rename(change.id), parentId: rename(change.parentId) })),
      alike: this.#alike.map(([a, b]) => [rename(a), rename(b)]),
      kept: this.#issues.map(({ id }) => id).filter((id) => used.has(id)),
      emptied: this.#issues.map(({ id }) => id).filter((id) => !used.has(id)),
      splits: this.#acts.filter(({ kind }) => kind === 'split').map((act) => this.#onStories(act)),
    };
  }

  /** @param began where stories that people moved began: there they go when that is taken back, also after this run */
  #renamedStory(
    { homes, moves, ...story }: Story,
    rename: (id: string) => string,
    began: ReadonlyMap<string, string>,
  ): Story {
    const issueId = story.issueId === null ? null : rename(story.issueId);
    const named = homes?.map(rename);
    const steps = moves?.map((move) => this.#renamed(move, rename));
    const first = steps?.some(({ from, by }) => from === null && by !== null)
      ? began.get(story.id)
      : undefined;
    if (named && first !== undefined) named[0] = first;
    return { ...story, issueId, ...(named ? { homes: named } : {}), ...(steps ? { moves: steps } : {}) };
  }

  /** What says that the rest of a split issue stays is nobody's act: nothing takes it back. */
  #renamed({ from, to, by }: StoryMove, rename: (id: string) => string): StoryMove {
    const isAct = by !== null && this.#acts.some(({ id }) => id === by);
    return { from: from === null ? null : rename(from), to: rename(to), by: isAct ? by : null };
  }

  #inUse(parents: Parents): string[] {
    return [...this.#places.values()].flatMap(({ issueId }) => lineage(issueId, parents));
  }

  #names(parents: Parents): Map<string, string> {
    const names = new Map([...this.#restored].map((id) => [id, id]));
    inheritIds(this.#before, this.#places, [this.#parents, parents], names);
    const taken = new Set(names.values());
    // An issue whose own id another one has inherited gets one that nobody has.
    for (const id of this.#inUse(parents))
      if (!names.has(id) && taken.has(id)) names.set(id, issueIdOf(`relink ${id}`));
    return names;
  }
}

/** Texts, unit and times are the later one's; what is counted adds up. */
const addChange = (a: IssueChange, b: IssueChange): IssueChange => ({
  ...b,
  isNew: a.isNew || b.isNew,
  firstAt: Math.min(a.firstAt, b.firstAt),
  counts: addCounts(a.counts, b.counts),
  spread: addSpread(a.spread, b.spread),
});

type Parents = ReadonlyMap<string, string | null>;

/** An issue and what it stands under. */
function lineage(id: string | null, parents: Parents): string[] {
  if (id === null) return [];
  const parent = parents.get(id);
  return parent ? [id, parent] : [id];
}

/** Which old id each new issue takes: the pairs that share most items first, national and local ones apart. */
function inheritIds(
  itemIssues: ReadonlyMap<string, string | null>,
  places: ReadonlyMap<string, Assignment>,
  [before, after]: readonly [Parents, Parents],
  names: Map<string, string>,
): void {
  const shared = new Map<string, { fresh: string; old: string; items: number }>();
  for (const [itemId, issueId] of itemIssues) {
    const now = lineage(places.get(itemId)?.issueId ?? null, after);
    for (const old of lineage(issueId, before)) {
      for (const fresh of now) {
        if ((before.get(old) == null) !== (after.get(fresh) == null)) continue;
        const pair = shared.get(`${fresh} ${old}`) ?? { fresh, old, items: 0 };
        pair.items++;
        shared.set(`${fresh} ${old}`, pair);
      }
    }
  }
  const taken = new Set(names.values());
  for (const { fresh, old } of [...shared.values()].sort(
    (a, b) => b.items - a.items || (a.old < b.old ? -1 : 1),
  )) {
    if (names.has(fresh) || taken.has(old)) continue;
    names.set(fresh, old);
    taken.add(old);
  }
}
