import type { estypes } from '@elastic/elasticsearch';

type Query = NonNullable<estypes.QueryDslQueryContainer>;
type TextQuery = Pick<estypes.QueryDslBoolQuery, 'must' | 'must_not' | 'should'>;

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What a person typed, in parts: phrases, exclusions and plain words. An unclosed quote runs to the end. */
function partsOf(text: string): { phrases: string[]; words: string[]; excluded: string[] } {
  const parts = { phrases: [] as string[], words: [] as string[], excluded: [] as string[] };
  for (const [n, piece] of text.split('"').entries()) {
    if (n % 2 === 1) parts.phrases.push(piece);
    else
      for (const word of piece.split(/\s+/))
        (word.startsWith('-') && word.length > 1 ? parts.excluded : parts.words).push(word);
  }
  const { phrases, words, excluded } = parts;
  return {
    phrases: phrases.filter(hasWord),
    words: words.filter(hasWord),
    excluded: excluded.filter(hasWord),
  };
}

/** Literal wording of a phrase goes before its other forms: worth about one rare word. Chosen. */
const exactBoost = 2;

/** Every word must occur, stemmed; what is typed goes to the analyzer only, so nothing of it is syntax. */
export function textQuery(text: string): TextQuery {
  const { phrases, words, excluded } = partsOf(text);
  const must: Query[] = phrases.map((query) => ({ match_phrase: { words: { query } } }));
  if (words.length > 0) must.push({ match: { words: { query: words.join(' '), operator: 'and' } } });
  if (must.length === 0) return { must: [{ match_none: {} }] };
  const should: Query[] = phrases.map((query) => ({
    constant_score: { filter: { match_phrase: { 'words.exact': { query } } }, boost: exactBoost },
  }));
  // An excluded "kata-lain" is the phrase of its words, as the analyzer cuts them.
  const must_not: Query[] = excluded.map((query) => ({ match_phrase: { words: { query } } }));
  return { must, should, must_not };
}

/** Any of the words: for likeness. At most 24 of the longest: each further one costs more than it finds. */
export function likenessQuery(text: string): Query | null {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
  const longest = words.sort((a, b) => b.length - a.length).slice(0, 24);
  return longest.length === 0 ? null : { match: { words: { query: longest.join(' '), operator: 'or' } } };
}
