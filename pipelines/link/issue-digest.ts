import type { Issue } from '../../shared/domain/issue.ts';
import type { Item, Platform } from '../../shared/domain/item.ts';
import type { ItemField } from '../../shared/domain/item-field.ts';
import type { Link } from '../../shared/domain/labelled-item.ts';
import { headlineOf } from './headline.ts';

/** A sentence and the item that says it. */
export interface Quoted {
  text: string;
  itemId: string | null;
  url: string | null;
  outlet: string | null;
  at: number | null;
}

/** An account that is not a private person's. */
export interface KeyAccount {
  name: string;
  kind: 'outlet' | 'official' | 'public';
  platform: Platform;
  items: number;
  unique: number;
  followers: number;
  interactions: number;
  firstAt: number;
}

export interface IssueDigest {
  title: string;
  summary: Quoted[];
  sentences: { positive: Quoted[]; neutral: Quoted[]; negative: Quoted[] };
  keyAccounts: KeyAccount[];
  /** The first item known. */
  first: Quoted | null;
  /** Items looked at: all. */
  read: number;
}

/** What is asked of each item: what it says, who carries it, and how many heard it. */
const said = ['id', 'url', 'title', 'text', 'publishedAt', 'duplicateOf'] as const;
const carrier = ['platform', 'author', 'authorKind', 'outlet'] as const;
const heard = ['likes', 'replies', 'shares', 'followers'] as const;
type Told = Pick<Item & Link, (typeof said | typeof carrier)[number]> & {
  metrics: Pick<Item['metrics'], (typeof heard)[number]>;
};

/** Chosen: as many as an officer can call or write to in a morning. */
const mostAccounts = 10;
/** Public accounts told apart; more are never at one matter, and memory stays within some megabytes. */
const mostKnown = 20_000;

/** The fields of an item that a digest reads. */
export const digestFields = [
  ...said,
  ...carrier,
  ...heard.map((name) => `metrics.${name}` as const),
] satisfies ItemField[];

/** An item from its projected {@link digestFields}; a number that is missing counts as 0. */
export function toldOf(row: readonly unknown[]): Told {
  const plain = [...said, ...carrier].map((name, at) => [name, row[at]]);
  const metrics = heard.map((name, at) => [name, Number(row[plain.length + at] ?? 0)]);
  return { ...Object.fromEntries(plain), metrics: Object.fromEntries(metrics) };
}

/**
 * What an issue says, each sentence with the item it is from, and who carries it, whatever its size: items go by one
 * after the other, oldest first, and only what is told of them is kept. Private accounts are counted in the issue's
 * spread and never named.
 */
export class IssueDigestReader {
  readonly #issue: Pick<Issue, 'title' | 'summary' | 'sentences'>;
  /** The first unique item of each headline that the issue quotes. */
  readonly #sources = new Map<string, Told>();
  readonly #lines: ReadonlySet<string>;
  readonly #accounts = new Map<string, KeyAccount>();
  #first: Told | null = null;
  #read = 0;
  #isComplete = false;

  constructor(issue: Pick<Issue, 'title' | 'summary' | 'sentences'>) {
    this.#issue = issue;
    this.#lines = new Set(Object.values(issue.sentences).flat());
  }

  add(item: Told): void {
    this.#first ??= item;
    this.#read++;
    if (item.authorKind !== 'private') this.#count(item);
    if (item.duplicateOf === null && !this.#isComplete) this.#quote(item);
  }

  #quote(item: Told): void {
    const said = headlineOf(item.title, item.text);
    if (said === '' || this.#sources.has(said)) return;
    if (!this.#lines.has(said) && !this.#issue.summary.includes(said)) return;
    this.#sources.set(said, item);
    const parts = partsOf(this.#issue.summary, this.#sources);
    this.#isComplete = [...parts, ...this.#lines].every((line) => this.#sourceOf(line) !== undefined);
  }

  #sourceOf(line: string): Told | undefined {
    return this.#sources.get(line) ?? this.#sources.get(line.replace(/\.$/, ''));
  }

  /** Outlets, offices and public accounts by what they brought. */
  #count({ platform, outlet, author, authorKind, publishedAt, duplicateOf, metrics }: Told): void {
    const name = outlet ?? author;
    if (authorKind === 'private' || name === null) return;
    const key = `${platform} ${name}`;
    const known = this.#accounts.get(key) ?? newAccount(name, authorKind, platform, publishedAt);
    if (this.#accounts.size >= mostKnown && !this.#accounts.has(key)) return;
    known.items++;
    if (duplicateOf === null) known.unique++;
    known.followers = Math.max(known.followers, metrics.followers);
    known.interactions += metrics.likes + metrics.replies + metrics.shares;
    known.firstAt = Math.min(known.firstAt, publishedAt);
    this.#accounts.set(key, known);
  }

  digest(): IssueDigest {
    const { title, summary, sentences } = this.#issue;
    const quote = (text: string): Quoted => quoted(text, this.#sourceOf(text));
    const first = this.#first;
    return {
      title,
      summary: partsOf(summary, this.#sources).map(quote),
      sentences: {
        positive: sentences.positive.map(quote),
        neutral: sentences.neutral.map(quote),
        negative: sentences.negative.map(quote),
      },
      keyAccounts: loudest([...this.#accounts.values()]),
      first: first === null ? null : quoted(headlineOf(first.title, first.text), first),
      read: this.#read,
    };
  }
}

const newAccount = (
  name: string,
  kind: KeyAccount['kind'],
  platform: Platform,
  firstAt: number,
): KeyAccount => ({ name, kind, platform, items: 0, unique: 0, followers: 0, interactions: 0, firstAt });

const quoted = (text: string, item: Told | undefined): Quoted => ({
  text,
  itemId: item?.id ?? null,
  url: item?.url ?? null,
  outlet: item?.outlet ?? null,
  at: item?.publishedAt ?? null,
});

/** A summary is headlines put together; a headline may hold several sentences. */
function partsOf(summary: string, sources: ReadonlyMap<string, Told>): string[] {
  const parts: string[] = [];
  const known = [...sources.keys()].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  let rest = summary.trim();
  while (rest !== '') {
    const head = known.find((text) => rest.startsWith(text));
    const end = head === undefined ? rest.search(/(?<=[.!?…])\s/) : head.length;
    const part = end < 0 ? rest : rest.slice(0, end);
    parts.push(part.trim());
    rest = rest.slice(part.length).replace(/^[.\s]+/, '');
  }
  return parts.filter((part) => part !== '');
}

/** The loudest first, at most ten. */
const loudest = (accounts: KeyAccount[]): KeyAccount[] =>
  accounts
    .sort(
      (a, b) =>
        b.followers + b.interactions - (a.followers + a.interactions) ||
        b.items - a.items ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, mostAccounts);
