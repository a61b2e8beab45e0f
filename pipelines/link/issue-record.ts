import { hashId } from '../../shared/domain/ids.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import { Digest } from './digest.ts';
import type { Facts } from './facts.ts';
import type { Vector } from './likeness.ts';
import type { IssueChange } from './outcome.ts';
import { areasOf, ownerOf, unitOf } from './scope.ts';
import { Tally } from './tally.ts';

interface RecordOptions {
  isNew: boolean;
  /** Of a local issue: what it stands under, and its regency. */
  parentId?: string;
  unit?: string;
  title?: string;
  /** Of one that may have local issues under it. */
  locals?: () => readonly string[];
}

/** What is known of one issue, national or local. */
export class IssueRecord {
  readonly id: string;
  readonly parentId: string | null;
  readonly digest: Digest;
  readonly #tally = new Tally();
  readonly #topics = new Map<Topic, number>();
  readonly #areas = new Map<string, number>();
  /** A local issue belongs to its regency whatever its items mention besides. */
  readonly #unit: string | null;
  #isNew: boolean;
  #firstAt = Number.POSITIVE_INFINITY;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Regencies whose local issues stand under it now. */
  readonly #locals: () => readonly string[];

  constructor(id: string, options: RecordOptions) {
    this.id = id;
    this.digest = new Digest(options.title ?? '');
    this.#isNew = options.isNew;
    this.parentId = options.parentId ?? null;
    this.#unit = options.unit ?? null;
    this.#locals = options.locals ?? (() => []);
  }

  /** @param text the item's vector and the matter's profile, for unique items; null for re-posts */
  add(facts: Facts, at: number, text: { own: Vector; whole: Vector } | null): void {
    this.#tally.add(facts, text !== null);
    this.#count(facts, 1);
    this.#firstAt = Math.min(this.#firstAt, at);
    this.#lastAt = Math.max(this.#lastAt, at);
    if (text !== null) this.digest.add(facts, text.own, text.whole);
  }

  remove(facts: Facts, isUnique: boolean): void {
    this.#tally.add(facts, isUnique, -1);
    this.#count(facts, -1);
  }

  #count(facts: Facts, sign: 1 | -1): void {
    this.#topics.set(facts.topic, (this.#topics.get(facts.topic) ?? 0) + sign);
    for (const area of facts.areas) this.#areas.set(area, (this.#areas.get(area) ?? 0) + sign);
  }

  /** The change since the call before. */
  take(): IssueChange {
    const change: IssueChange = {
      id: this.id,
      isNew: this.#isNew,
      parentId: this.parentId,
      title: this.digest.title(),
      summary: this.digest.summary(),
      sentences: this.digest.sentences(),
      unit: this.#unit ?? ownerOf(this.#areas, this.#locals()),
      areas: areasOf(this.#areas),
      topic: this.#topic(),
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
      ...this.#tally.take(),
    };
    this.#isNew = false;
    return change;
  }

  /** Whose it is without the local issues under it. */
  unitAlone(): string {
    return this.#unit ?? unitOf(this.#areas);
  }

  /** The commonest topic; a named one before `lainnya`. */
  #topic(): Topic {
    let best: Topic = 'lainnya';
    let most = 0;
    for (const [topic, count] of this.#topics) {
      if (topic !== 'lainnya' && (count > most || (count === most && topic < best)))
        [best, most] = [topic, count];
    }
    return best;
  }
}

export const storyIdOf = (firstItemId: string): string => hashId(`story ${firstItemId}`);
export const issueIdOf = (firstItemId: string): string => hashId(`issue ${firstItemId}`);
export const localIssueIdOf = (issueId: string, area: string): string => hashId(`issue ${issueId} ${area}`);
