import lists from './lexicon/abuse.json' with { type: 'json' };
import { createPhraseTrie, withoutClitic } from './read/phrase-trie.ts';
import { type Scan, scanWords } from './read/scan-words.ts';

const phrases = function* (): Generator<readonly [string, true]> {
  for (const list of Object.values(lists))
    for (const line of list)
      for (const phrase of line.split(',')) yield [scanWords(phrase).words.join(' '), true];
};

const trie = createPhraseTrie<true>(phrases(), () => true);

/** A safety flag only: insult, slur or threat is in the text. It never bears on tone, criticism or indication. */
export function isAbusive(scan: Scan): boolean {
  const bare = scan.words.map(withoutClitic);
  for (let at = 0; at < scan.words.length; at++) if (trie.longestAt(scan.words, at, bare)) return true;
  return false;
}
