import type { Constraint } from '../../shared/domain/constraint.ts';
import { memberOf } from './issue-desk.ts';
import { issueIdOf, storyIdOf } from './issue-record.ts';
import type { Matter, Member, StoryState } from './matter.ts';
import type { MatterBook } from './matter-book.ts';
import type { OpenWindow } from './open-window.ts';

/**
 * What people decided about links, obeyed at once and by everything that comes later. An act whose subjects are not
 * there yet waits for them. Of two acts on the same pair the later one holds.
 */
export class Acts {
  readonly #book: MatterBook;
  readonly #window: OpenWindow;
  #active: readonly Constraint[] = [];
  /** Acts by the ids they name. */
  #bySubject = new Map<string, Constraint[]>();
  /** Story of every item that an act names, also after it left the window. */
  readonly #storyOfItem = new Map<string, string>();
  #isSettling = false;
  #localsSeen = 0;

  constructor(book: MatterBook, window: OpenWindow) {
    this.#book = book;
    this.#window = window;
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
    const before = new Map([...obeyed, ...this.#active].map((act) => [act.id, act]));
    this.#active = decisive(constraints.filter((act) => act.undoneAt === null));
    this.#bySubject = new Map();
    for (const act of this.#active) {
      for (const id of [act.left, act.right]) {
        this.#bySubject.set(id, [...(this.#bySubject.get(id) ?? []), act]);
      }
    }
    for (const act of this.#active) before.delete(act.id);
    for (const id of this.#bySubject.keys()) this.#watch(id);
    for (const act of before.values()) this.#takeBack(act);
    this.resettle();
  }

  /** Carries out what does not hold yet, e.g. after stored items were taken in. */
  resettle(): void {
    for (const id of this.#bySubject.keys()) this.#watch(id);
    this.#settle(this.#active);
  }

  /** May the item, or a story it founds, stand in this matter? */
  allows(itemId: string, matterKey: number): boolean {
    if (this.#active.length === 0) return true;
    const matter = this.#book.matters.get(matterKey);
    for (const id of [itemId, storyIdOf(itemId)]) {
      for (const act of this.#bySubject.get(id) ?? []) {
        if (act.kind !== 'cannot_link') continue;
        const other = this.matterOf(act.left === id ? act.right : act.left);
        if (other !== null && (other === matter || other.key === matterKey)) return false;
      }
    }
    return true;
  }

  /** Must be called after each placement, so that acts that waited for this item are carried out. */
  placed(itemId: string): void {
    if (this.#active.length === 0) return;
    const storyId = storyIdOf(itemId);
    const issueId = issueIdOf(itemId);
    const isNamed = [itemId, storyId, issueId].some((id) => this.#bySubject.has(id));
    if (!isNamed && this.#localsSeen === this.#book.localsOpened) return;
    this.#localsSeen = this.#book.localsOpened;
    // Named alone, it has to stand in the book to be moved.
    if (isNamed) this.#watch(itemId);
    this.#settle(this.#active);
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

  /** Carries out what does not hold; a few rounds, since one act can bring another's subjects together. */
  #settle(acts: readonly Constraint[]): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    for (let round = 0; round < 3; round++) {
      let changed = false;
      for (const act of acts) changed = this.#carryOut(act) || changed;
      if (!changed) break;
    }
    this.#isSettling = false;
  }

  #carryOut(act: Constraint): boolean {
    const left = this.matterOf(act.left);
    const right = this.matterOf(act.right);
    if (left === null || right === null) return false;
    if (act.kind === 'cannot_link') return left === right && this.#split(act, left);
    if (left === right) return false;
    if (act.kind === 'pin') return this.#pin(act.left, right);
    if (this.#keepsApart(left, right)) return false;
    this.#book.desk.publish(left, this.#book.stories);
    this.#book.merge(right, left, 'person');
    return true;
  }

  /** Takes the right subject out, else the left one: an item or story into an issue of its own, an issue back to itself. */
  #split(act: Constraint, from: Matter): boolean {
    for (const id of [act.right, act.left]) {
      const story = this.#book.byIssueId.has(id) ? null : this.#ownStory(id, from);
      if (story === null) continue;
      const own = this.#book.open(this.#book.nextKey(), splitIssueId(act));
      this.#book.moveStory(story, own);
      return true;
    }
    for (const id of [act.right, act.left]) if (id !== from.id && this.#restoreIssue(id, from)) return true;
    return false;
  }

  #pin(itemId: string, into: Matter): boolean {
    const from = this.matterOf(itemId);
    const story = from === null ? null : this.#ownStory(itemId, from);
    if (story === null) return false;
    this.#book.moveStory(story, into);
    return true;
  }

  /** The story that an id names; for an item that shares its story, a new one with that item alone. */
  #ownStory(id: string, from: Matter): StoryState | null {
    const story = this.#storyOf(id);
    if (story === null || this.#book.storyKeys.has(id) || story.items === 1) return story;
    this.#book.desk.publish(from, this.#book.stories);
    const member = from.members.get(id);
    if (member === undefined) return null;
    return this.#cutOut(member, story, from);
  }

  #cutOut(member: Member, story: StoryState, from: Matter): StoryState {
    const isUnique = member.duplicateOf === null;
    story.items--;
    if (isUnique) story.unique--;
    const own = this.#book.found(storyIdOf(`cut ${member.id}`), this.#book.nextKey(), from);
    own.homes = [...story.homes];
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

  /** What an act moved returns to where it stood before. */
  #takeBack(act: Constraint): void {
    for (const id of [act.left, act.right]) this.#watch(id);
    const left = this.matterOf(act.left);
    const right = this.matterOf(act.right);
    if (act.kind === 'cannot_link') this.#rejoin(act);
    else if (left === null || left !== right) return;
    else if (act.kind === 'must_link')
      this.#restoreIssue(act.right, left) || this.#restoreIssue(act.left, left);
    else this.#unpin(act.left, left);
  }

  /** What stood in an issue before it became part of another stands in it again. */
  #restoreIssue(id: string, from: Matter): boolean {
    if (id === from.id) return false;
    const own = storiesOf(from, this.#book).filter((story) => story.homes.includes(id));
    if (own.length === 0) return false;
    const matter = this.#book.open(this.#book.nextKey(), id);
    for (const story of own) {
      this.#book.moveStory(story, matter);
      story.homes = story.homes.slice(0, story.homes.indexOf(id) + 1);
      // Issues that had become part of it lead to it again.
      for (const home of story.homes) if (home !== from.id) this.#book.byIssueId.set(home, matter);
    }
    return true;
  }

  /** What a split made an issue of goes back into the one it was taken from. */
  #rejoin(act: Constraint): void {
    const own = this.#book.byIssueId.get(splitIssueId(act));
    if (own === undefined || own.id !== splitIssueId(act)) return;
    const from = storiesOf(own, this.#book).map((story) => story.homes[story.homes.indexOf(own.id) - 1]);
    const home = from.flatMap((id) => (id === undefined ? [] : (this.#book.byIssueId.get(id) ?? [])))[0];
    if (home !== undefined && home !== own && !this.#keepsApart(home, own))
      this.#book.merge(own, home, 'machine', 'person');
  }

  /** A pinned item returns to the issue it was taken from. */
  #unpin(itemId: string, from: Matter): void {
    const story = this.#storyOf(itemId);
    const before = story?.homes[story.homes.lastIndexOf(from.id) - 1];
    const home = before === undefined ? undefined : this.#book.byIssueId.get(before);
    if (story !== null && home !== undefined && home !== from) this.#book.moveStory(story, home);
  }

  #keepsApart(a: Matter, b: Matter): boolean {
    return this.#active.some((act) => {
      if (act.kind !== 'cannot_link') return false;
      const left = this.matterOf(act.left);
      const right = this.matterOf(act.right);
      return (left === a && right === b) || (left === b && right === a);
    });
  }
}

const splitIssueId = (act: Constraint): string => issueIdOf(`split ${act.id}`);

const storiesOf = (matter: Matter, book: MatterBook): StoryState[] =>
  [...matter.stories].flatMap((key) => book.stories.get(key) ?? []);

/** Of acts on one pair the last; of pins of one item the last; in the order people made them. */
function decisive(acts: readonly Constraint[]): Constraint[] {
  const last = new Map<string, Constraint>();
  for (const act of acts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const pair = act.kind === 'pin' ? `pin ${act.left}` : [act.left, act.right].sort().join(' ');
    last.delete(pair);
    last.set(pair, act);
  }
  return [...last.values()];
}
