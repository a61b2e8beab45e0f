import { createPhraseTrie, type PhraseTrie } from '../read/phrase-trie.ts';
import type { Scan } from '../read/scan-words.ts';
import { scanWords } from '../read/scan-words.ts';
import type { WordNote } from '../read/word-notes.ts';
import actors from './actors.json' with { type: 'json' };
import claims from './claims.json' with { type: 'json' };
import events from './events.json' with { type: 'json' };
import stance from './stance.json' with { type: 'json' };
import tone from './tone.json' with { type: 'json' };
import topics from './topics.json' with { type: 'json' };

/** Named lists of phrases; a phrase may be in several. */
type WordLists = Readonly<Record<string, readonly string[]>>;

/** A phrase of the lists in a text. */
export interface Hit {
  group: string;
  /** Number of its first word in the scan. */
  at: number;
  length: number;
}

function* entriesOf(lists: WordLists, prefix: string): Generator<readonly [string, readonly string[]]> {
  for (const [group, lines] of Object.entries(lists))
    for (const line of lines)
      for (const phrase of line.split(',')) yield [scanWords(phrase).words.join(' '), [prefix + group]];
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

export interface Lexicon {
  /** All phrases of all lists in a text, by group, in the order of the text; inside a longer phrase of the same start only the longest counts. */
  hits(scan: Scan, notes: readonly WordNote[]): Map<string, Hit[]>;
  /** Of a note's `starts` the lowest bits, one for each list: whether a phrase of it begins with the word. */
  startsOf(word: string, bare: string | null): number;
}

const lists: readonly (readonly [WordLists, prefix: string])[] = [
  [actors, ''],
  [claims, 'claim '],
  [events, ''],
  [tone, ''],
  [stance, ''],
  [topics, 'topic '],
];

/** The bundled lists, each kept as its own trie so that a phrase of one never hides a phrase of another. */
export function createLexicon(): Lexicon {
  const tries = lists.map(([list, prefix]) => createPhraseTrie(entriesOf(list, prefix), union));
  return {
    startsOf: (word, bare) =>
      tries.reduce((bits, trie, i) => bits | (trie.mayStart(word, bare) ? 1 << i : 0), 0),
    hits(scan, notes) {
      const found = new Map<string, Hit[]>();
      let starts = 0;
      for (let at = 0; at < notes.length; at++) starts |= notes[at]!.starts;
      tries.forEach((trie, i) => {
        if (starts & (1 << i)) addHits(found, trie, 1 << i, scan, notes);
      });
      return found;
    },
  };
}

/** Adds the phrases of one list, whose bit in the notes is `bit`. */
function addHits(
  found: Map<string, Hit[]>,
  trie: PhraseTrie<readonly string[]>,
  bit: number,
  { words }: Scan,
  notes: readonly WordNote[],
): void {
  for (let at = 0; at < words.length; ) {
    const hit = notes[at]!.starts & bit ? trie.longestAt(words, at, notes) : null;
    if (hit === null) {
      at++;
      continue;
    }
    for (const group of hit.value) {
      const known = found.get(group);
      const entry: Hit = { group, at, length: hit.length };
      if (known) known.push(entry);
      else found.set(group, [entry]);
    }
    at += hit.length;
  }
}
