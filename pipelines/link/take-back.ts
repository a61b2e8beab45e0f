import type { Constraint } from '../../shared/domain/constraint.ts';
import { issueIdOf, storyIdOf } from './issue-record.ts';
import type { Matter, StoryState } from './matter.ts';
import type { MatterBook } from './matter-book.ts';

/** The issue that an act makes of what it takes out. */
export const splitIssueId = (act: Pick<Constraint, 'id'>): string => issueIdOf(`split ${act.id}`);

/** The story that an item of another one becomes when a person moves it alone. */
export const cutStoryId = (itemId: string): string => storyIdOf(`cut ${itemId}`);

/**
 * Takes back what acts moved, as if they had never been: what people and the machine did before and after them stands.
 * Several may be taken back in any order.
 */
export class TakeBack {
  readonly #book: MatterBook;
  readonly #keepsApart: (a: Matter, b: Matter) => boolean;

  /** Issues that acts made which are no more, and where what stands in them has to go. */
  readonly #ending = new Map<string, string>();

  constructor(book: MatterBook, keepsApart: (a: Matter, b: Matter) => boolean) {
    this.#book = book;
    this.#keepsApart = keepsApart;
  }

  /** Finds out what moved stories that were stored before that was noted, with all acts that are known. */
  explain(acts: readonly Constraint[]): void {
    const latest = acts.toSorted((a, b) => b.at - a.at);
    for (const story of this.#book.stories.values()) {
      if (story.moves !== null || story.homes.length < 2) continue;
      for (const [n, to] of story.homes.slice(1).entries()) {
        const from = story.homes[n]!;
        const act = latest.find((one) => didMove(one, story, from, to));
        const wentAlone = act ? act.kind !== 'must_link' : this.#book.byIssueId.get(from)?.id === from;
        if (wentAlone) story.places.push({ issue: to, by: act?.id ?? null });
        else this.#book.leads.add(from, to, act?.id ?? null);
      }
      story.moves = this.#book.leads.movesOf(story.places);
    }
  }

  /**
   * Undoes whatever was done by acts that are not in force.
   * @param known all acts that may have left something behind
   * @returns the ids of those that were taken back
   */
  keepOnly(inForce: ReadonlySet<string>, known: ReadonlyMap<string, Constraint>): string[] {
    const gone = [...known.values()].filter(({ id }) => !inForce.has(id)).toSorted((a, b) => b.at - a.at);
    const left = this.#book.leads.keepOnly(inForce);
    const touched = new Set(left.flatMap((id) => this.#book.byIssueId.get(id) ?? []));
    const heirs = this.#forgetPlaces(inForce, touched);
    this.#leadAnew(left);
    for (const act of gone) {
      const made = act.kind === 'split' ? act.right : splitIssueId(act);
      const end = this.#book.leads.endOf(act.left);
      const isThere = act.kind === 'split' && this.#book.byIssueId.get(end)?.id === end;
      const home = isThere ? act.left : heirs.get(made);
      if (home !== undefined) this.#ending.set(made, home);
    }
    for (const [made, home] of this.#ending) if (this.#dissolve(made, home)) this.#ending.delete(made);
    for (const matter of touched) this.#relocate(matter);
    return gone.map(({ id }) => id);
  }

  /** An issue that became part of another stands for itself, as an act says. */
  partIssue(issueId: string, act: Constraint): boolean {
    const from = this.#book.byIssueId.get(issueId);
    if (from === undefined || from.id === issueId) return false;
    const isThere = storiesOf(from, this.#book).some((story) => story.homes.includes(issueId));
    if (!isThere) return false;
    this.#book.leads.add(issueId, issueId, act.id);
    this.#leadAnew([issueId]);
    this.#relocate(from);
    return this.#book.byIssueId.get(issueId) !== from;
  }

  /** @returns where stories of each issue that acts made stand without that */
  #forgetPlaces(inForce: ReadonlySet<string>, touched: Set<Matter>): Map<string, string> {
    const heirs = new Map<string, string>();
    for (const story of this.#book.stories.values()) {
      if (story.places.length === 1) continue;
      const kept = story.places.filter(({ by }) => by === null || inForce.has(by));
      if (kept.length === story.places.length) continue;
      for (const { issue, by } of story.places)
        if (by !== null && !inForce.has(by)) heirs.set(issue, kept.at(-1)!.issue);
      story.places = kept;
      touched.add(this.#book.matter(story.matter));
    }
    return heirs;
  }

  /** Ids lead where the steps that are left say. */
  #leadAnew(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const id of this.#book.leads.issues) {
      const end = this.#book.leads.endOf(id);
      const now = this.#book.byIssueId.get(id);
      if (now !== undefined && now.id !== end && this.#book.byIssueId.get(end)?.id === end)
        this.#book.byIssueId.set(id, this.#book.byIssueId.get(end)!);
    }
  }

  /**
   * The issue that an act made ends: what came to it since goes where its stories came from.
   * @returns false while another act keeps the two apart
   */
  #dissolve(made: string, homeId: string): boolean {
    const own = this.#book.byIssueId.get(made);
    if (own === undefined) return true;
    if (own.id !== made) {
      this.#book.leads.addBelow(made, homeId);
      return true;
    }
    const home = this.#standing(homeId);
    if (home === own) return true;
    if (this.#keepsApart(home, own)) return false;
    this.#book.merge(own, home, 'machine', 'person');
    return true;
  }

  /** Moves the stories of a matter to where they stand by what is left in force. */
  #relocate(matter: Matter): void {
    for (const story of storiesOf(matter, this.#book)) {
      const into = this.#standing(story.places.at(-1)!.issue);
      if (into === matter) {
        this.#book.retell(story);
        continue;
      }
      const before = story.homes.indexOf(into.id);
      if (before >= 0) story.homes = story.homes.slice(0, before + 1);
      this.#book.dropFacets(matter, into.id);
      this.#book.moveStory(story, into);
    }
  }

  /** The matter that stands for an issue now, opened again if need be. */
  #standing(issueId: string): Matter {
    const end = this.#book.leads.endOf(issueId);
    const known = this.#book.byIssueId.get(end);
    if (known !== undefined && known.id === end) return known;
    const matter = this.#book.open(this.#book.nextKey(), end);
    for (const id of this.#book.leads.issues)
      if (this.#book.leads.endOf(id) === end) this.#book.byIssueId.set(id, matter);
    return matter;
  }
}

const storiesOf = (matter: Matter, book: MatterBook): StoryState[] =>
  [...matter.stories].flatMap((key) => book.stories.get(key) ?? []);

/** Is this the act that brought the story from one issue into another? */
function didMove(act: Constraint, story: StoryState, from: string, to: string): boolean {
  if (act.kind === 'must_link') return [act.left, act.right].sort().join() === [from, to].sort().join();
  if (act.kind === 'cannot_link') return splitIssueId(act) === to;
  const isItem = [storyIdOf(act.left), cutStoryId(act.left)].includes(story.id);
  return act.kind === 'pin' && act.right === to && isItem;
}
