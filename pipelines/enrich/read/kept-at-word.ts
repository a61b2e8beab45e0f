/** A word of a table that lives on from text to text, and what a reader made of it. */
export interface LastingWord {
  kept: { readonly by: object; readonly value: unknown } | null;
}

/**
 * Makes a reader that has `make` read a word once and keeps what came of it at the word itself, so that it is found
 * without a search and goes when the word is forgotten. Of several readers of one kind of word the last is remembered:
 * the others read anew.
 */
export function keptAtWord<Word extends LastingWord, Value>(
  make: (word: Word) => Value,
): (word: Word) => Value {
  const by = {};
  return (word) => {
    const { kept } = word;
    if (kept !== null && kept.by === by) return kept.value as Value;
    const value = make(word);
    word.kept = { by, value };
    return value;
  };
}
