import type { LinkParts } from './issue-desk.ts';
import type { Side } from './kin.ts';
import { isMostlyRelevant, type Matter, type StoryState } from './matter.ts';
import type { Position } from './open-window.ts';
import type { ProfileIndex } from './profile-index.ts';

/** Where kin are looked for. */
export interface KinBook {
  matters: ReadonlyMap<number, Matter>;
  stories: ReadonlyMap<number, StoryState>;
  profiles: ProfileIndex;
  /** What people merged away, as it was then, by the key of its profile. */
  facetMatters: ReadonlyMap<number, Matter>;
  ownerOf(profileKey: number): number;
  mayNotUnite(a: Matter, b: Matter): boolean;
}

export const doublings = (unique: number): number => Math.max(0, Math.log2(unique / 2));

/** Finds what tells of the same matter in other words, among the matters of a book and the items that stand alone. */
export class KinSearch {
  readonly #parts: Pick<LinkParts, 'kin' | 'settings' | 'window'>;
  readonly #book: KinBook;

  constructor(parts: Pick<LinkParts, 'kin' | 'settings' | 'window'>, book: KinBook) {
    this.#parts = parts;
    this.#book = book;
  }

  /** The matter that most speaks for being the same, in whichever words. */
  nearest(matter: Matter): Matter | null {
    const { kin, settings } = this.#parts;
    const own = kin.sideOfMatter(matter);
    let best: Matter | null = null;
    let most = 0;
    for (const { owner, side } of this.#sides(own)) {
      if (owner === matter || owner.unique < 2) continue;
      const smaller = Math.min(owner.unique, matter.unique);
      const asked = settings.kinMerge + settings.kinMergePerDoubling * doublings(smaller);
      const above = kin.score(own, side) - asked;
      if (above > most && !this.#book.mayNotUnite(matter, owner)) [best, most] = [owner, above];
    }
    return best;
  }

  /** The matters that may be kin to a side, each with what it says; one that people merged says several things. */
  *#sides(to: Side): Iterable<{ owner: Matter; side: Side }> {
    const { kin, settings } = this.#parts;
    for (const key of this.#book.profiles.keys()) {
      const owner = this.#book.matters.get(this.#book.ownerOf(key));
      const told = this.#book.facetMatters.get(key) ?? owner;
      if (owner === undefined || told === undefined || !isMostlyRelevant(owner)) continue;
      if (Math.max(to.firstAt, owner.firstAt) - Math.min(to.lastAt, owner.lastAt) > settings.kinGapMs)
        continue;
      yield { owner, side: kin.sideOfMatter(told, owner.lastAt) };
    }
  }

  /**
   * Key of the matter, or of the lone item, that a text belongs to by all that speaks for it; null for none, and where a
   * second matter has nearly as much for it: a text that says little but its regency is nobody's while that has several.
   */
  of(side: Side, allows: (key: number) => boolean): number | null {
    const { kin, settings } = this.#parts;
    const asked = settings.kinJoin + (side.leaning.relevant ? 0 : settings.kinStranger);
    let best: number | null = null;
    let [most, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { owner, side: other } of this.#sides(side)) {
      const score = kin.score(side, other);
      if (score <= second || !allows(owner.key)) continue;
      if (score <= most) second = owner.key === best ? second : score;
      else {
        if (owner.key !== best) second = most;
        [best, most] = [owner.key, score];
      }
    }
    if (most > asked) return most - second >= settings.kinMargin ? best : null;
    return side.leaning.relevant ? this.#loneKin(side, allows) : null;
  }

  #loneKin(side: Side, allows: (key: number) => boolean): number | null {
    const { kin, settings } = this.#parts;
    let best: number | null = null;
    let most = settings.kinPair;
    for (const [position, other] of this.lone()) {
      const score = other.leaning.relevant ? kin.score(side, other) : Number.NEGATIVE_INFINITY;
      if (score > most && allows(position)) [best, most] = [position, score];
    }
    return best;
  }

  /** Lone items that may yet belong somewhere, oldest first. */
  lone(): [Position, Side][] {
    return this.single().filter(([position]) => !this.#book.stories.has(position));
  }

  /** Lone items and texts that were re-posted and told by nobody in other words, oldest first. */
  single(): [Position, Side][] {
    const { kin, window } = this.#parts;
    return kin.lone((position) => {
      if (window.storyOf(position) !== position) return false;
      const story = this.#book.stories.get(position);
      return story === undefined || this.#book.matters.get(story.matter)?.unique === 1;
    });
  }
}
