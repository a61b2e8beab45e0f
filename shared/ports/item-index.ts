import type { ItemField } from '../domain/item-field.ts';
import type { IndexedItem, Link } from '../domain/labelled-item.ts';
import type { Scope } from '../domain/unit.ts';

/**
 * All items, found by id, by words, by labels and by likeness.
 * Not in here: issues and people (Records), what likeness means (pipelines/link).
 * A write is visible to every later call of the same process; other processes see it within 2 s.
 */
export interface ItemIndex extends ItemWriter, ItemReader, ItemCandidates {
  /** Rejects with what is wrong when the index cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface ItemWriter {
  /**
   * Writes a batch. An item that is there with the same or a later `version` stays as it is and counts as
   * `unchanged`; with an earlier one its text and labels are replaced and its link kept. One item that the
   * index cannot take is refused with its reason; the others are written. A new item is written with its link.
   */
  put(items: readonly IndexedItem[]): Promise<PutResult>;
  /**
   * Those that `put` would refuse, as far as it can be told without writing: for who counts items before they are
   * written. Touches nothing.
   */
  unfit(items: readonly IndexedItem[]): Promise<PutResult['refused']>;
  /** Sets where items belong; ids not there are passed over. Idempotent. */
  assign(links: readonly ItemLink[]): Promise<void>;
  /** Removes items; ids not there are passed over. */
  remove(ids: readonly string[]): Promise<void>;
}

export interface ItemReader {
  /** In the order asked; those unknown or outside `scope` are left out. */
  get(ids: readonly string[], scope: Scope): Promise<IndexedItem[]>;
  /** Which of these ids are there, in which version, and whether they are linked. One look-up a batch. */
  known(ids: readonly string[]): Promise<Map<string, { version: number; linked: boolean }>>;
  /** A page of hits. With `text`: by relevance unless `sort` says time; without: newest first. */
  search(query: ItemQuery): Promise<ItemPage>;
  /**
   * Words that stand out in what matches beside everything in the index, most telling first; at most `limit` (1 to 50).
   * Counted over the newest 500 matches; a word needs three of them. None for fewer than three matches.
   */
  significantTerms(filter: ItemFilter, limit: number): Promise<SignificantTerm[]>;
  /** Items per interval, ascending, empty intervals left out. `intervalMs` is an hour or a day (UTC). */
  histogram(filter: ItemFilter, intervalMs: number): Promise<HistogramBucket[]>;
  /** Every match in time order, in batches; a consistent view while it runs. Stop reading to stop it. */
  scan(filter: ItemFilter, batchSize: number): AsyncIterable<IndexedItem[]>;
  /** As `scan`, but only these parts of each item, in the order of `fields`; null where an item has none. */
  project(
    filter: ItemFilter,
    fields: readonly ItemField[],
    batchSize: number,
  ): AsyncIterable<readonly unknown[][]>;
}

export interface ItemCandidates {
  /** Items that share at least one near-duplicate band key, most shared first; at most `limit`. */
  byBandKeys(
    keys: readonly string[],
    options: { since: number; limit: number },
  ): Promise<{ id: string; shared: number }[]>;
  /** Items with similar words (BM25), best first; `since` bounds the search in time. */
  similar(text: string, options: { since: number; limit: number }): Promise<{ id: string; score: number }[]>;
}

export interface PutResult {
  written: number;
  unchanged: number;
  refused: { id: string; reason: string }[];
}

export interface ItemLink extends Link {
  id: string;
  /** When the item was published, where that is known: spares the index a look-up. */
  publishedAt?: number;
}

/** All parts must hold; a list holds when one of its values does. */
export interface ItemFilter {
  scope: Scope;
  /** Words, all of which must occur, stemmed; `"…"` asks for the phrase, `-word` excludes. Never a syntax error. */
  text?: string;
  /** Published at or after / before. */
  from?: number;
  to?: number;
  areas?: readonly string[];
  platforms?: readonly string[];
  outlets?: readonly string[];
  topics?: readonly string[];
  tones?: readonly string[];
  stances?: readonly string[];
  issueIds?: readonly string[];
  storyIds?: readonly string[];
  sourceIds?: readonly string[];
  criticism?: boolean;
  indicated?: boolean;
  /** true: without re-posts. */
  uniqueOnly?: boolean;
  linked?: boolean;
}

export interface ItemQuery extends ItemFilter {
  sort?: 'time' | 'relevance';
  /** 1 to 200. */
  limit: number;
  /** From the page before; opaque. `BadCursor` when it is not one of ours. */
  cursor?: string;
  facets?: readonly FacetName[];
  /** Ask for highlights of `text`. */
  highlight?: boolean;
}

export type FacetName = 'platform' | 'outlet' | 'topic' | 'tone' | 'area' | 'stance';

export interface ItemPage {
  hits: ItemHit[];
  /** Exact up to 10,000, then a floor; `totalIsExact` says which. */
  total: number;
  totalIsExact: boolean;
  facets: Partial<Record<FacetName, { value: string; count: number }[]>>;
  /** null on the last page. */
  nextCursor: string | null;
}

export interface ItemHit {
  item: IndexedItem;
  /** Plain text; matches lie between U+0002 and U+0003, so that no markup has to be trusted. */
  highlight: string | null;
}

export interface SignificantTerm {
  /** As it is written, in lower case. */
  term: string;
  /** Matches that have it, of those counted. */
  items: number;
  /** (share − share everywhere) × (share ÷ share everywhere): rare words that are frequent here come first. */
  score: number;
}

export interface HistogramBucket {
  at: number;
  items: number;
  unique: number;
  positive: number;
  neutral: number;
  negative: number;
}

/** A cursor that this index did not make. */
export class BadCursor extends Error {
  override name = 'BadCursor';
}

/** The index cannot take or answer this now (away, overloaded, read-only): the same call may succeed later. */
export class IndexUnavailable extends Error {
  override name = 'IndexUnavailable';
}
