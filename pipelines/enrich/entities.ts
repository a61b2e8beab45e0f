import areas from '../../shared/areas/areas.json' with { type: 'json' };
import type { Labels } from '../../shared/domain/labels.ts';
import names from './lexicon/entities.json' with { type: 'json' };
import { createPhraseTrie } from './read/phrase-trie.ts';
import {
  allCapitals,
  initialCapital,
  type LetterCase,
  lowerCase,
  type Scan,
  scanWords,
} from './read/scan-words.ts';
import { plainNotes, startBits, type WordNote } from './read/word-notes.ts';

type Entity = Labels['entities'][number];

const aceh = '11';
const kpu: Entity = { kind: 'institution', name: 'KPU' };

/** In Aceh the office is called KIP; without a place of Aceh the three letters mean other things. */
const acehnese = areas
  .filter(({ code }) => code === aceh || code.startsWith(`${aceh}.`))
  .flatMap(({ name }) => [`KIP ${name}`, `KIP ${name.replace(/^(Kabupaten|Kota) /, '')}`]);

/** Phrases of kind `none` are found and named nothing: they hide the name inside them ("kantor camat"). */
const entries = function* (): Generator<readonly [string, readonly Entity[]]> {
  for (const phrase of acehnese) yield [scanWords(phrase).words.join(' '), [kpu]];
  for (const [kind, list] of Object.entries(names))
    for (const [name, spellings] of Object.entries(list))
      for (const spelling of [name, ...spellings.split(',')]) {
        const phrase = scanWords(spelling).words.join(' ');
        const named = kind === 'none' ? [] : [{ kind: kind as Entity['kind'], name }];
        if (phrase !== '') yield [phrase, named];
      }
};

const trie = createPhraseTrie<readonly Entity[]>(entries(), (earlier) => earlier);

/** Whether a word may begin a name. */
export const mayStartEntity = trie.mayStart;

/** Names that in lower case are other words; short ones are written in capitals throughout (`Bpk` is a man, `dpt` "dapat"). */
const needsCapitals = new Map<string, LetterCase>([
  ...['pan', 'psi', 'pbb', 'ppp', 'pkn', 'mk', 'ma', 'bpk', 'dpt'].map(
    (name) => [name, allCapitals] as const,
  ),
  ...['garuda', 'gelora', 'demokrat'].map((name) => [name, initialCapital] as const),
]);

/** Most entities an item keeps. Chosen: a long report names about twenty. */
const limit = 30;

/** Institutions, offices, parties, systems and quoted roles that a text names, each once. Recognised, never scored. */
export function findEntities(scan: Scan, notes: readonly WordNote[] = plainNotes(scan)): Entity[] {
  const found = new Map<string, Entity>();
  for (let at = 0; at < scan.words.length && found.size < limit; ) {
    const hit = notes[at]!.starts & startBits.entities ? trie.longestAt(scan.words, at, notes) : null;
    if (hit && !(hit.length === 1 && scan.cases[at]! < (needsCapitals.get(scan.words[at]!) ?? lowerCase)))
      for (const entity of hit.value) found.set(`${entity.kind} ${entity.name}`, entity);
    at += hit?.length ?? 1;
  }
  return [...found.values()];
}
