/** A trie over words: phrases of one to many words, each with a value. */
export interface PhraseTrie<Value> {
  /**
   * The longest phrase that starts at `at`, or null. `spell` gives the forms under which a word may be found,
   * the exact one first.
   */
  longestAt(words: readonly string[], at: number): { value: Value; length: number } | null;
  readonly size: number;
}

interface Node<Value> {
  value: Value | undefined;
  next: Map<string, Node<Value>> | null;
}

const clitics = /(?:nya|lah|kah|pun|mu|ku|ne|na|e)$/;

/** The word without an enclitic (`kpunya` → `kpu`), or null when it bears none or too little is left. */
export function withoutClitic(word: string): string | null {
  if (word.length < 5) return null;
  const cut = clitics.exec(word);
  return cut === null || cut.index < 3 ? null : word.slice(0, cut.index);
}

/** Builds a trie; a later entry of the same phrase is merged with the earlier one by `merge`. */
export function createPhraseTrie<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  merge: (earlier: Value, later: Value) => Value,
  options: { clitics: boolean } = { clitics: false },
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
  const step = (level: Map<string, Node<Value>>, word: string): Node<Value> | undefined => {
    const exact = level.get(word);
    if (exact || !options.clitics) return exact;
    const bare = withoutClitic(word);
    return bare === null ? undefined : level.get(bare);
  };
  return {
    size,
    longestAt(words, at) {
      let best: { value: Value; length: number } | null = null;
      let level: Map<string, Node<Value>> | null = root;
      for (let i = at; i < words.length && level; i++) {
        const node: Node<Value> | undefined = step(level, words[i]!);
        if (!node) break;
        if (node.value !== undefined) best = { value: node.value, length: i - at + 1 };
        level = node.next;
      }
      return best;
    },
  };
}
