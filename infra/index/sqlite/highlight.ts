import type { Terms } from './text-query.ts';

/** Marks around a match, by the port's promise. */
const open = '\u0002';
const close = '\u0003';
/** Characters of text around the first match. Chosen: two lines in the feed. */
const around = 120;

const word = /[\p{L}\p{N}]+/gu;

/** The words of `text` whose stem is one of the query's, marked, with some text around the first; null without a match. */
export function highlight(text: string, query: string, terms: Terms): string | null {
  const wanted = new Set(terms(query));
  const limited = text.slice(0, 20_000);
  const matches = [...limited.matchAll(word)].filter((match) =>
    terms(match[0]).some((term) => wanted.has(term)),
  );
  const first = matches[0];
  if (!first) return null;
  const from = Math.max(0, first.index - around);
  const to = Math.min(limited.length, first.index + first[0].length + around);
  let out = from > 0 ? '…' : '';
  let at = from;
  for (const match of matches) {
    const end = match.index + match[0].length;
    if (end > to) break;
    out += `${limited.slice(at, match.index)}${open}${match[0]}${close}`;
    at = end;
  }
  return `${out}${limited.slice(at, to)}${to < limited.length ? '…' : ''}`;
}
