import { markMatches, rememberWords } from '../../../shared/text/mark-matches.ts';
import type { Terms } from './text-query.ts';

const pattern = /[\p{L}\p{N}]+/gu;

/** Marks the words of a text whose stem is one of the query's; made once for all hits of a search. */
export function createHighlight(query: string, terms: Terms): (text: string) => string | null {
  const wanted = new Set(terms(query));
  const matches = rememberWords((word) => terms(word).some((term) => wanted.has(term)));
  return (text) => markMatches(text, { pattern, matches });
}
