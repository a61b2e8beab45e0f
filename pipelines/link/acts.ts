import type { Constraint } from '../../shared/domain/constraint.ts';
import { memberOf } from './issue-desk.ts';
import { issueIdOf, storyIdOf } from './issue-record.ts';
import type { Matter, Member, StoryState } from './matter.ts';
import type { MatterBook } from './matter-book.ts';
import type { OpenWindow } from './open-window.ts';
import { cutStoryId, splitIssueId, TakeBack } from './take-back.ts';

/**
 * What people decided about links, obeyed at once and by everything that comes later. An act whose subjects are not
 * there yet waits for them. Of two acts on the same pair the later one holds.
 */
export class Acts {
  readonly #book: MatterBook;
  readonly #window: OpenWindow;
  readonly #undoing: TakeBack;
  /** Acts in force and those that have left something behind. */
  readonly #known = new Map<string, Constraint>();
  #active: readonly Constraint[] = [];
  /** Acts by the ids they name. */
  #bySubject = new Map<string, Constraint[]>();
  /** Stories that a split names, by its id. */
  readonly #stories = new Map<string, ReadonlySet<string>>();
  /** Story of every item that an act names, also after it left the window. */
  readonly #storyOfItem = new Map<string, string>();
  #isSettling = false;
  #localsSeen = 0;

  constructor(book: MatterBook, window: OpenWindow) {
    this.#book = book;
    this.#window = window;
    this.#undoing = new TakeBack(book, (a, b) => this.#keepsApart(a, b));
    book.keepApart = (a, b) => this.#keepsApart(a, b);
  }

  get count(): number {
    return this.#active.length;
  }

  /**
   * Replaces all acts; those taken back since are undone as far as what they moved is still held.
   * @param obeyed acts that another process carried out before this one took over
   */
  set(constraints: readonly Constraint[], obeyed: readonly Constraint[] = []): void {
    const inForce = constraints.filter((act) => act.undoneAt === null && act.kind !== 'rename');
    this.#undoing.explain([...inForce, ...obeyed, ...this.#known.values()]);
    for (const act of [...obeyed, ...inForce]) this.#known.set(act.id, act);
    this.#active = decisive(inForce);
    this.#book.splitOff = new Set(inForce.flatMap(({ kind, right }) => (kind === 'split' ? [right] : [])));
    this.#bySubject = new Map();
    this.#stories.clear();
    for (const act of this.#active) {
      const stories = new Set(act.stories);
      this.#stories.set(act.id, stories);
      for (const id of new Set([act.left, act.right, ...stories])) {
        const acts = this.#bySubject.get(id) ?? [];
        acts.push(act);
        this.#bySubject.set(id, acts);
      }
    }
    for (const id of this.#bySubject.keys()) this.#watch(id);
    // An act that a later one overrules leaves its mark, too: it holds again when that one is taken back.
    for (const id of this.#undoing.keepOnly(new Set(inForce.map(({ id }) => id)), this.#known))
      this.#known.delete(id);
    this.resettle();
  }

  /** Carries out what does not hold yet, e.g. after stored items were taken in. */
  resettle(): void {
    for (const id of this.#bySubject.keys()) this.#watch(id);
    this.#settle(null);
  }

  /** May the item, or a story it founds, stand in this matter? */
  allows(itemId: string, matterKey: number): boolean {
    if (this.#active.length === 0) return true;
    const matter = this.#book.matters.get(matterKey);
    for (const id of [itemId, storyIdOf(itemId)]) {
      const acts = this.#bySubject.get(id) ?? [];
      const split = acts.findLast((act) => act.kind === 'split' && this.#moves(act, id));
      if (split && (matter === undefined || this.#book.byIssueId.get(split.right) !== matter)) return false;
      for (const act of acts) {
        if (!this.#letsStand(act, id, matter, matterKey)) return false;
      }
    }
    return true;
  }

  #letsStand(act: Constraint, id: string, matter: Matter | undefined, matterKey: number): boolean {
    if (act.kind !== 'cannot_link' && act.kind !== 'split') return true;
    if (act.left !== id && act.right !== id) return true;
    const other = this.matterOf(act.left === id ? act.right : act.left);
    return other === null || (other !== matter && other.key !== matterKey);
  }

  /** Must be called after each placement, so that acts that waited for this item are carried out. */
  placed(itemId: string): void {
    if (this.#active.length === 0) return;
    const storyId = storyIdOf(itemId);
    const issueId = issueIdOf(itemId);
    const named = [itemId, storyId, issueId].filter((id) => this.#bySubject.has(id));
    const isNamed = named.length > 0;
    if (!isNamed && this.#localsSeen === this.#book.localsOpened) return;
    this.#localsSeen = this.#book.localsOpened;
    // Named alone, it has to stand in the book to be moved.
    if (isNamed) this.#watch(itemId);
    this.#settle(named);
  }

  /** The matter that an issue, story or item id stands for now; null when none does. */
  matterOf(id: string): Matter | null {
    const matter = this.#book.byIssueId.get(id);
    if (matter !== undefined) return matter;
    const story = this.#storyOf(id);
    return story === null ? null : (this.#book.matters.get(story.matter) ?? null);
  }

  #storyOf(id: string): StoryState | null {
    const key = this.#book.storyKeys.get(id) ?? this.#book.storyKeys.get(this.#storyOfItem.get(id) ?? '');
    if (key !== undefined) return this.#book.stories.get(key) ?? null;
    const position = this.#window.find(id);
    return position < 0 ? null : (this.#book.stories.get(this.#window.storyOf(position)) ?? null);
  }

  /** Remembers the story of a named item; an item outside the window is looked up among the members once. */
  #watch(id: string): void {
    if (this.#book.storyKeys.has(id) || this.#book.byIssueId.has(id)) return;
    const position = this.#window.find(id);
    if (position >= 0) {
      this.#storyOfItem.set(id, this.#book.storyAt(position).id);
      return;
    }
    for (const matter of this.#book.matters.values()) {
      const member = matter.members.get(id);
      if (member !== undefined) this.#storyOfItem.set(id, member.storyId);
    }
  }

  /**
   * Carries out what does not hold; a few rounds, since one act can bring another's subjects together.
   * @param arrived the only stories of splits that may have to be moved; null: any
   */
  #settle(arrived: readonly string[] | null): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    for (let round = 0; round < 3; round++) {
      let changed = false;
      for (const act of this.#active) changed = this.#carryOut(act, arrived) || changed;
      if (!changed) break;
    }
    this.#isSettling = false;
  }

  #carryOut(act: Constraint, arrived: readonly string[] | null): boolean {
    if (act.kind === 'split')
      return this.#splitOff(act, arrived?.filter((id) => this.#moves(act, id)) ?? act.stories ?? []);
    const left = this.matterOf(act.left);
    const right = this.matterOf(act.right);
    if (left === null || right === null) return false;
    if (act.kind === 'cannot_link') return left === right && this.#part(act, left);
    if (left === right) return false;
    if (act.kind === 'pin') return this.#pin(act, right);
    if (this.#keepsApart(left, right)) return false;
    this.#book.desk.publish(left, this.#book.stories);
    this.#book.merge(right, left, 'person', 'person', act.id);
    return true;
  }

  /** Does the act say where this very item or story has to stand? */
  #moves(act: Constraint, id: string): boolean {
    return act.kind === 'pin' ? act.left === id : (this.#stories.get(act.id)?.has(id) ?? false);
  }

  /** Of splits and pins that speak of one story the last one moves it. */
  #isOverruled(act: Constraint, id: string, story: StoryState): boolean {
    const isLater = (other: Constraint): boolean => this.#active.indexOf(other) > this.#active.indexOf(act);
    const byName = [id, story.id].some((one) =>
      this.#bySubject.get(one)?.some((other) => this.#moves(other, one) && isLater(other)),
    );
    if (byName) return true;
    return this.#active.some(
      (other) =>
        other.kind === 'pin' &&
        this.#storyOf(other.left) === story &&
        this.#isOwn(other.left, story) &&
        isLater(other),
    );
  }

  /** Does the id stand for the whole story, not for one of its items? */
  #isOwn(id: string, story: StoryState): boolean {
    return this.#book.storyKeys.has(id) || story.items === 1 || story.id === cutStoryId(id);
  }

  /** Takes stories of a split out, all into the one new issue. */
  #splitOff(act: Constraint, ids: readonly string[]): boolean {
    let changed = false;
    for (const id of ids) {
      const from = this.matterOf(id);
      const named = this.#storyOf(id);
      if (from === null || named === null || from === this.#book.byIssueId.get(act.right)) continue;
      if (this.#isOverruled(act, id, named)) continue;
      const story = this.#ownStory(id, from);
      if (story === null) continue;
      const into = this.#book.byIssueId.get(act.right) ?? this.#book.open(this.#book.nextKey(), act.right);
      this.#move(story, into, act);
      changed = true;
    }
    return changed;
  }

  #move(story: StoryState, into: Matter, { id }: Constraint): void {
    story.places.push({ issue: into.id, by: id });
    this.#book.moveStory(story, into);
  }

  /** Takes the right subject out, else the left one: an item or story into an issue of its own, an issue back to itself. */
  #part(act: Constraint, from: Matter): boolean {
    for (const id of [act.right, act.left]) {
      const story = this.#book.byIssueId.has(id) ? null : this.#ownStory(id, from);
      if (story === null) continue;
      const own = this.#book.open(this.#book.nextKey(), splitIssueId(act));
      this.#move(story, own, act);
      return true;
    }
    for (const id of [act.right, act.left])
      if (id !== from.id && this.#undoing.partIssue(id, act)) return true;
    return false;
  }

  #pin(act: Constraint, into: Matter): boolean {
    const named = this.#storyOf(act.left);
    if (named !== null && this.#isOwn(act.left, named) && this.#isOverruled(act, act.left, named))
      return false;
    const from = this.matterOf(act.left);
    const story = from === null ? null : this.#ownStory(act.left, from);
    if (story === null) return false;
    this.#move(story, into, act);
    return true;
  }

  /** The story that an id names; for an item that shares its story, a new one with that item alone. */
  #ownStory(id: string, from: Matter): StoryState | null {
    const story = this.#storyOf(id);
    if (story === null || this.#isOwn(id, story)) return story;
    this.#book.desk.publish(from, this.#book.stories);
    const member = from.members.get(id);
    if (member === undefined) return null;
    return this.#cutOut(member, story, from);
  }

  #cutOut(member: Member, story: StoryState, from: Matter): StoryState {
    const isUnique = member.duplicateOf === null;
    story.items--;
    if (isUnique) story.unique--;
    const own = this.#book.found(cutStoryId(member.id), this.#book.nextKey(), from);
    own.homes = [...story.homes];
    own.places = [...story.places];
    own.moves = story.moves;
    own.title = member.facts.headline;
    own.firstAt = member.at;
    own.lastAt = member.at;
    own.items = 1;
    own.unique = isUnique ? 1 : 0;
    const position = this.#window.find(member.id);
    if (position >= 0) this.#window.setStory(position, own.key);
    from.members.set(member.id, memberOf(member, own));
    this.#storyOfItem.set(member.id, own.id);
    return own;
  }

  #keepsApart(a: Matter, b: Matter): boolean {
    return this.#active.some((act) => {
      if (act.kind !== 'cannot_link' && act.kind !== 'split') return false;
      const left = this.matterOf(act.left);
      const right = this.matterOf(act.right);
      return (left === a && right === b) || (left === b && right === a);
    });
  }
}

/** Of acts on one pair the last, of pins of one item the last, and splits until their two are merged; in time order. */
function decisive(acts: readonly Constraint[]): Constraint[] {
  const last = new Map<string, Constraint>();
  for (const act of acts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const pair = [act.left, act.right].sort().join(' ');
    const key = { pin: `pin ${act.left}`, split: `${pair} ${act.id}` }[act.kind as string] ?? pair;
    if (act.kind === 'must_link')
      for (const other of last.keys()) if (other.startsWith(`${pair} `)) last.delete(other);
    last.delete(key);
    last.set(key, act);
  }
  return [...last.values()];
}
