import { markMatches, rememberWords } from '../../../shared/text/mark-matches.ts';
import { indonesianStem } from './indonesian-stem.ts';

/** Words as Elasticsearch's standard tokenizer cuts Latin text: "kpu.go.id" and "1.000" are one each. */
const pattern =
  /[\p{L}\p{M}\p{N}_]+(?:(?:(?<=\p{L})[.:·'’](?=\p{L})|(?<=\p{N})[.,;'’](?=\p{N}))[\p{L}\p{M}\p{N}_]+)*/gu;

/** Marks what the index matched; made once for all hits of a search. */
export function createMarker(query: string): (text: string) => string | null {
  const stemOf = (word: string): string => indonesianStem(word.toLowerCase());
  const wanted = new Set(Array.from(query.matchAll(pattern), ([word]) => stemOf(word)));
  const matches = rememberWords((word) => wanted.has(stemOf(word)));
  return (text) => markMatches(text, { pattern, matches });
}
