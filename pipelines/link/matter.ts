import type { StoryMove } from '../../shared/domain/story.ts';
import type { Facts } from './facts.ts';
import type { IssueRecord } from './issue-record.ts';
import type { Vector } from './likeness.ts';
import type { Position } from './open-window.ts';
import { Profile } from './profile.ts';
import { Sense } from './sense.ts';

/** A story of more than one item, or one that stands in a matter with others. */
export interface StoryState {
  /** Position of its first item; negative for one that a person cut out of another. */
  key: number;
  id: string;
  title: string;
  firstAt: number;
  lastAt: number;
  unique: number;
  items: number;
  /** Key of its matter. */
  matter: number;
  /** Ids of the issues it has stood in, the first one first: ids of those that became part of another are found by it. */
  homes: string[];
  /** Where it began, and each issue that it was moved to alone; by the act of a person. */
  places: { issue: string; by: string | null }[];
  /** As it is stored; null until it moved, or where it was stored before moves were. */
  moves: StoryMove[] | null;
  /** The words of its first item, by which it is known again after it closed; only in matters about KPU. */
  face: Vector | null;
}

/** An item of an issue. */
export interface Member {
  id: string;
  duplicateOf: string | null;
  at: number;
  story: number;
  storyId: string;
  facts: Facts;
  /** The regency whose local issue holds it, should there be one. */
  area: string | null;
}

/** Stories about one matter: an issue, or what may become one. */
export class Matter {
  readonly key: number;
  readonly id: string;
  readonly stories = new Set<number>();
  readonly profile = new Profile();
  /** Of its unique items, as the profile. */
  readonly sense = new Sense();
  /** Keys of further profiles that lead here: of matters that a person merged into this one. */
  readonly facets: number[] = [];
  firstAt = Number.POSITIVE_INFINITY;
  lastAt = Number.NEGATIVE_INFINITY;
  unique = 0;
  items = 0;
  /** Unique items about KPU or the procedure. */
  relevant = 0;
  /** All items about KPU or the procedure, re-posts too. */
  relevantItems = 0;
  /** Those of them that say so in plain words. */
  procedural = 0;
  /** Unique items by regency and by topic. */
  readonly regencies = new Map<string, number>();
  readonly topics = new Map<string, number>();
  /** A single item grave enough to be looked at alone. */
  isGrave = false;
  /** Positions, until it is an issue. */
  open: Position[] = [];
  /** Items by id, once it is an issue. */
  readonly members = new Map<string, Member>();
  issue: IssueRecord | null = null;
  /** Unique items and, when there are enough, the local issue by regency. */
  readonly locals = new Map<string, Local>();

  constructor(key: number, id: string) {
    this.key = key;
    this.id = id;
  }

  see(at: number, facts: Facts, isUnique: boolean): void {
    this.firstAt = Math.min(this.firstAt, at);
    this.lastAt = Math.max(this.lastAt, at);
    this.items++;
    if (facts.relevant) this.relevantItems++;
    if (facts.procedural) this.procedural++;
    if (!isUnique) return;
    this.unique++;
    this.#count(facts, 1);
    if (facts.relevant) this.relevant++;
    if (isGrave(facts)) this.isGrave = true;
  }

  /** The counterpart of `see`; times stay, since the issue did stand then. */
  lose(facts: Facts, isUnique: boolean): void {
    this.items--;
    if (facts.relevant) this.relevantItems--;
    if (facts.procedural) this.procedural--;
    if (!isUnique) return;
    this.unique--;
    this.#count(facts, -1);
    if (facts.relevant) this.relevant--;
  }

  #count(facts: Facts, sign: 1 | -1): void {
    const regency = regencyOf(facts);
    if (regency !== null) add(this.regencies, regency, sign);
    if (facts.topic !== 'lainnya') add(this.topics, facts.topic, sign);
  }

  /** Takes another matter's figures in. */
  absorb(other: Matter): void {
    this.firstAt = Math.min(this.firstAt, other.firstAt);
    this.lastAt = Math.max(this.lastAt, other.lastAt);
    this.unique += other.unique;
    this.items += other.items;
    this.relevant += other.relevant;
    this.relevantItems += other.relevantItems;
    this.procedural += other.procedural;
    this.isGrave ||= other.isGrave;
    for (const [regency, count] of other.regencies) add(this.regencies, regency, count);
    for (const [topic, count] of other.topics) add(this.topics, topic, count);
  }

  /** Regencies that have an issue of their own under this one. */
  readonly localUnits = (): string[] =>
    [...this.locals].filter(([, { issue }]) => issue !== null).map(([area]) => area);

  local(area: string): Local {
    const known = this.locals.get(area);
    if (known !== undefined) return known;
    const local: Local = { unique: 0, issue: null };
    this.locals.set(area, local);
    return local;
  }
}

/** What an issue has of one regency. */
export interface Local {
  unique: number;
  issue: IssueRecord | null;
}

export const newStory = (id: string, key: number, matter: Matter): StoryState => ({
  key,
  id,
  title: '',
  firstAt: Number.POSITIVE_INFINITY,
  lastAt: Number.NEGATIVE_INFINITY,
  unique: 0,
  items: 0,
  matter: matter.key,
  homes: [matter.id],
  places: [{ issue: matter.id, by: null }],
  moves: null,
  face: null,
});

/** An account that many follow, whose single post is a matter already (the risk table's 100,000). */
const manyFollowers = 100_000;

/** One item alone is an issue when it looks like a circulating claim about KPU, or much-read blame. */
export function isGrave(facts: Facts): boolean {
  if (!facts.procedural || facts.tone === 'unrelated') return false;
  if (facts.indicated) return true;
  return facts.tone === 'negative' && (facts.followers >= manyFollowers || (facts.titled && facts.criticism));
}

/** Re-posts of one text from which it is an issue though nobody else wrote on it. Chosen: three are no accident. */
const manyReposts = 3;

/** Unique items it takes when none says in plain words that it is about KPU. Chosen: keeps chatter out of the feed. */
const manyOpinions = 5;

/**
 * Is this matter an issue? Most of what it says is about KPU or the procedure, and more than one item says it,
 * or one was re-posted, or it is grave.
 */
export function isIssue(matter: Matter): boolean {
  if (!isMostlyRelevant(matter)) return false;
  if (matter.procedural === 0) return matter.unique >= manyOpinions;
  return matter.unique >= 2 || matter.items >= manyReposts || matter.isGrave;
}

/**
 * Half of its texts, or half of all that was posted: a flood that repeats one text about KPU beside a few texts on
 * something alike is a matter of KPU's.
 */
export const isMostlyRelevant = (matter: Matter): boolean =>
  matter.relevantItems > 0 &&
  (matter.relevant * 2 >= matter.unique || matter.relevantItems * 2 >= matter.items);

/** The first regency or city that an item's text names. */
export const regencyOf = (facts: Facts): string | null =>
  facts.placed ? (facts.areas.find((code) => code.length > 2) ?? null) : null;

function add(to: Map<string, number>, key: string, count: number): void {
  to.set(key, (to.get(key) ?? 0) + count);
}
