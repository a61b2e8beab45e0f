/** Stemmed terms of a text in order, lower case, letters and digits only. */
export type Terms = (text: string) => string[];

const quote = (terms: readonly string[]): string => `"${terms.join(' ')}"`;

/** Words of a query: phrases, exclusions and plain words. An unclosed quote runs to the end. */
function* parts(text: string): Generator<{ phrase: boolean; excluded: boolean; text: string }> {
  for (const [index, piece] of text.split('"').entries()) {
    if (index % 2 === 1) yield { phrase: true, excluded: false, text: piece };
    else
      for (const word of piece.split(/\s+/))
        if (word) yield { phrase: false, excluded: word.startsWith('-') && word.length > 1, text: word };
  }
}

/**
 * The FTS5 expression for what a person typed; every term is quoted, so nothing they type is syntax.
 * @returns null when no term is left to look for
 */
export function textQuery(text: string, terms: Terms): string | null {
  const wanted: string[] = [];
  const excluded: string[] = [];
  for (const part of parts(text)) {
    const found = terms(part.text);
    if (found.length === 0) continue;
    if (part.excluded) excluded.push(quote(found));
    else if (part.phrase) wanted.push(quote(found));
    else wanted.push(...found.map((term) => quote([term])));
  }
  if (wanted.length === 0) return null;
  const positive = wanted.join(' AND ');
  return excluded.length === 0 ? positive : `(${positive}) NOT (${excluded.join(' OR ')})`;
}

/** Any of the terms: for likeness. At most 24 of the longest: each further one costs more than it finds. */
export function likenessQuery(text: string, terms: Terms): string | null {
  const distinct = [...new Set(terms(text))].sort((a, b) => b.length - a.length).slice(0, 24);
  return distinct.length === 0 ? null : distinct.map((term) => quote([term])).join(' OR ');
}
