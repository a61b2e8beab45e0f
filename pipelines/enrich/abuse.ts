import lists from './lexicon/abuse.json' with { type: 'json' };
import { createPhraseTrie } from './read/phrase-trie.ts';
import { type Scan, scanWords } from './read/scan-words.ts';
import { plainNotes, startBits, type WordNote } from './read/word-notes.ts';

/** Phrases, and whether each is abusive; an ordinary one hides the abusive word inside it ("digigit anjing"). */
const phrases = function* (): Generator<readonly [string, boolean]> {
  for (const [name, list] of Object.entries(lists))
    for (const line of list)
      for (const phrase of line.split(',')) yield [scanWords(phrase).words.join(' '), name !== 'ordinary'];
};

const trie = createPhraseTrie<boolean>(phrases(), (earlier, later) => earlier || later);

/** Whether a word may begin an abusive phrase. */
export const mayStartAbuse = trie.mayStart;

/** A safety flag only: insult, slur or threat is in the text. It never bears on tone, criticism or indication. */
export function isAbusive(scan: Scan, notes: readonly WordNote[] = plainNotes(scan)): boolean {
  for (let at = 0; at < scan.words.length; ) {
    const hit = notes[at]!.starts & startBits.abuse ? trie.longestAt(scan.words, at, notes) : null;
    if (hit?.value) return true;
    at += hit?.length ?? 1;
  }
  return false;
}
