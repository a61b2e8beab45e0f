import type { Issue } from '../../shared/domain/issue.ts';
import { type Item, interactionsOf, type Platform } from '../../shared/domain/item.ts';
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
  /** Items looked at. */
  read: number;
}

type Told = Item & Link;

/** Chosen: as many as an officer can call or write to in a morning. */
const mostAccounts = 10;

/**
 * What an issue says, each sentence with the item it is from, and who carries it. Private accounts are counted in the
 * issue's spread and never named. @param items of the issue, in time order
 */
export function digestOf(
  issue: Pick<Issue, 'title' | 'summary' | 'sentences'>,
  items: readonly Told[],
): IssueDigest {
  const sources = new Map<string, Told>();
  for (const item of items) {
    const said = headlineOf(item.title, item.text);
    if (!sources.has(said) && item.duplicateOf === null) sources.set(said, item);
  }
  const quote = (text: string): Quoted =>
    quoted(text, sources.get(text) ?? sources.get(text.replace(/\.$/, '')));
  const { positive, neutral, negative } = issue.sentences;
  return {
    title: issue.title,
    summary: partsOf(issue.summary, sources).map(quote),
    sentences: { positive: positive.map(quote), neutral: neutral.map(quote), negative: negative.map(quote) },
    keyAccounts: keyAccountsOf(items),
    first: items[0] ? quoted(headlineOf(items[0].title, items[0].text), items[0]) : null,
    read: items.length,
  };
}

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

/** Outlets, offices and public accounts by what they brought; the loudest first. */
export function keyAccountsOf(items: readonly Told[]): KeyAccount[] {
  const accounts = new Map<string, KeyAccount>();
  for (const item of items) {
    const { authorKind, platform, outlet, author } = item;
    const name = outlet ?? author;
    if (authorKind === 'private' || name === null) continue;
    const key = `${platform} ${name}`;
    const known = accounts.get(key) ?? {
      name,
      kind: authorKind,
      platform,
      items: 0,
      unique: 0,
      followers: 0,
      interactions: 0,
      firstAt: item.publishedAt,
    };
    known.items++;
    if (item.duplicateOf === null) known.unique++;
    known.followers = Math.max(known.followers, item.metrics.followers);
    known.interactions += interactionsOf(item.metrics);
    known.firstAt = Math.min(known.firstAt, item.publishedAt);
    accounts.set(key, known);
  }
  return [...accounts.values()]
    .sort(
      (a, b) =>
        b.followers + b.interactions - (a.followers + a.interactions) ||
        b.items - a.items ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, mostAccounts);
}
