import type { ItemFilter, ItemPage, SignificantTerm } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import type { FindPage } from './find-page.ts';
import { searchItems } from './search-items.ts';
import type { Terms } from './text-query.ts';

const counted = 500;
const pageSize = 200;
const leastItems = 3;
const word = /[\p{L}\p{N}]+/gu;

interface Seen {
  items: number;
  /** How often each form of it is written. */
  forms: Map<string, number>;
}

/** Stems are counted, since those are what the index has counts of; the commonest form stands for them. */
export async function significantTerms(
  { sqlite, find }: { sqlite: Sqlite; find: FindPage },
  filter: ItemFilter,
  limit: number,
  terms: Terms,
): Promise<SignificantTerm[]> {
  const texts = await newestTexts(find, filter, terms);
  if (texts.length < leastItems) return [];
  const stems = countStems(texts, terms);
  const all = sqlite.read('SELECT count(*) AS n FROM item').get() as { n: number };
  const everywhere = sqlite.read(`SELECT doc FROM item_vocab WHERE term = ?`);
  const found: SignificantTerm[] = [];
  for (const [stem, { items, forms }] of stems) {
    if (items < leastItems) continue;
    const row = everywhere.get(stem) as { doc: number } | undefined;
    const share = items / texts.length;
    const usual = Math.max(row?.doc ?? items, items) / Math.max(all.n, texts.length);
    if (share <= usual) continue;
    const [term] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    found.push({ term, items, score: (share - usual) * (share / usual) });
  }
  return found.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1)).slice(0, limit);
}

async function newestTexts(find: FindPage, filter: ItemFilter, terms: Terms): Promise<string[]> {
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const query = { ...filter, sort: 'time' as const, limit: Math.min(pageSize, counted - texts.length) };
    const page: ItemPage = await searchItems(find, cursor === null ? query : { ...query, cursor }, terms);
    texts.push(...page.hits.map(({ item }) => `${item.title ?? ''} ${item.text}`));
    cursor = page.nextCursor;
  } while (cursor !== null && texts.length < counted);
  return texts;
}

function countStems(texts: readonly string[], terms: Terms): Map<string, Seen> {
  const stems = new Map<string, Seen>();
  for (const text of texts) {
    const own = new Map<string, string>();
    for (const [form] of text.toLowerCase().matchAll(word)) {
      const [stem] = terms(form);
      if (stem !== undefined && !own.has(stem)) own.set(stem, form);
    }
    for (const [stem, form] of own) {
      const seen = stems.get(stem) ?? { items: 0, forms: new Map<string, number>() };
      seen.items += 1;
      seen.forms.set(form, (seen.forms.get(form) ?? 0) + 1);
      stems.set(stem, seen);
    }
  }
  return stems;
}
