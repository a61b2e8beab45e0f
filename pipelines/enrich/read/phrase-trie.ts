/** A trie over words: phrases of one to many words, each with a value. */
export interface PhraseTrie<Value> {
  /**
   * The longest phrase that starts at `at`, or null. The notes tell each word without its clitic (null where there is
   * none), under which a word is looked for when it is not found as written.
   */
  longestAt(
    words: readonly string[],
    at: number,
    notes?: readonly { readonly bare: string | null }[],
  ): { value: Value; length: number } | null;
  /** Whether any phrase begins with the word, or with its form without the clitic where there is one. */
  mayStart(word: string, bare: string | null): boolean;
  readonly size: number;
}

interface Node<Value> {
  value: Value | undefined;
  next: Map<string, Node<Value>> | null;
}

const clitics = ['nya', 'lah', 'kah', 'pun', 'mu', 'ku', 'ne', 'na', 'e'] as const;

/** The word without an enclitic (`kpunya` → `kpu`), or null when it bears none or too little is left. */
export function withoutClitic(word: string): string | null {
  if (word.length < 5) return null;
  for (const clitic of clitics)
    if (word.endsWith(clitic) && word.length - clitic.length >= 3) return word.slice(0, -clitic.length);
  return null;
}

/** Builds a trie; a later entry of the same phrase is merged with the earlier one by `merge`. */
export function createPhraseTrie<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  merge: (earlier: Value, later: Value) => Value,
): PhraseTrie<Value> {
  const root = new Map<string, Node<Value>>();
  let size = 0;
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ').filter((word) => word !== '');
    let level = root;
    let node: Node<Value> | undefined;
    for (const word of words) {
      if (node) level = node.next ??= new Map();
      let child = level.get(word);
      if (!child) {
        child = { value: undefined, next: null };
        level.set(word, child);
      }
      node = child;
    }
    if (!node) continue;
    if (node.value === undefined) size++;
    node.value = node.value === undefined ? value : merge(node.value, value);
  }
  return {
    size,
    mayStart: (word, bare) => root.has(word) || (bare !== null && root.has(bare)),
    longestAt(words, at, notes) {
      let best: { value: Value; length: number } | null = null;
      let level: Map<string, Node<Value>> | null = root;
      for (let i = at; i < words.length && level; i++) {
        let node: Node<Value> | undefined = level.get(words[i]!);
        const stripped = node ? null : notes?.[i]?.bare;
        if (stripped) node = level.get(stripped);
        if (!node) break;
        if (node.value !== undefined) best = { value: node.value, length: i - at + 1 };
        level = node.next;
      }
      return best;
    },
  };
}
