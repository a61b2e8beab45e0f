import type { Labels } from '../../shared/domain/labels.ts';
import names from './lexicon/entities.json' with { type: 'json' };
import { createPhraseTrie } from './read/phrase-trie.ts';
import { type Scan, scanWords } from './read/scan-words.ts';

type Entity = Labels['entities'][number];

const entries = function* (): Generator<readonly [string, readonly Entity[]]> {
  for (const [kind, list] of Object.entries(names))
    for (const [name, spellings] of Object.entries(list))
      for (const spelling of [name, ...spellings.split(',')]) {
        const phrase = scanWords(spelling).words.join(' ');
        if (phrase !== '') yield [phrase, [{ kind: kind as Entity['kind'], name }]];
      }
};

const trie = createPhraseTrie<readonly Entity[]>(entries(), (earlier) => earlier);

/** Short party names are written in capitals; `pan` and `pas` in lower case are words. */
const needsCapitals = new Set([
  'pan',
  'psi',
  'pbb',
  'ppp',
  'pkn',
  'mk',
  'ma',
  'garuda',
  'gelora',
  'demokrat',
]);

/** Most entities an item keeps. Chosen: a long report names about twenty. */
const limit = 30;

/** Institutions, offices, parties, systems and quoted roles that a text names, each once. Recognised, never scored. */
export function findEntities(scan: Scan): Entity[] {
  const found = new Map<string, Entity>();
  for (let at = 0; at < scan.words.length && found.size < limit; ) {
    const hit = trie.longestAt(scan.words, at);
    if (hit && !(hit.length === 1 && needsCapitals.has(scan.words[at]!) && scan.cases[at] === 0))
      for (const entity of hit.value) found.set(`${entity.kind} ${entity.name}`, entity);
    at += hit?.length ?? 1;
  }
  return [...found.values()];
}
