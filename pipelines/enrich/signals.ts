import { formCues, formOf } from './cues/form-cues.ts';
import { pairCues } from './cues/pair-cues.ts';
import { type SkipPlace, targetCues } from './cues/target-cues.ts';
import { toneCues } from './cues/tone-cues.ts';
import type { Hit, Lexicon } from './lexicon/lexicon.ts';
import type { Scan } from './read/scan-words.ts';

/** What one sentence shows. */
export interface SentenceSignals {
  kpu: number;
  crew: number;
  system: number;
  /** Words of praise and blame after negation was taken into account. */
  praise: number;
  blame: number;
  fraud: number;
  question: boolean;
}

/** What the rules see in a text before any label is set. */
export interface Signals {
  scan: Scan;
  hits: ReadonlyMap<string, readonly Hit[]>;
  sentences: readonly SentenceSignals[];
  /** Names of signs for the linear models, each once. */
  cues: readonly string[];
}

const none: readonly Hit[] = [];
export const hitsOf = (
  signals: { hits: ReadonlyMap<string, readonly Hit[]> },
  group: string,
): readonly Hit[] => signals.hits.get(group) ?? none;

/** The words of hits, each once, at most `limit`. */
export const wordsOf = (scan: Scan, hits: readonly Hit[], limit = 5): string[] => {
  const words = new Set<string>();
  for (const { at, length } of hits) {
    if (words.size >= limit) break;
    words.add(scan.words.slice(at, at + length).join(' '));
  }
  return [...words];
};

/** A negator counts for a word that follows within this many words: `tidak ada yang salah`. Chosen. */
const negatorReach = 3;

const isNegated = (hit: Hit, negators: ReadonlySet<number>, scan: Scan): boolean => {
  for (let back = 1; back <= negatorReach; back++) {
    const at = hit.at - back;
    if (at < 0 || scan.sentences[at] !== scan.sentences[hit.at]) return false;
    if (negators.has(at)) return true;
  }
  return false;
};

function sentenceSignals(scan: Scan, hits: ReadonlyMap<string, readonly Hit[]>): SentenceSignals[] {
  const sentences = Array.from({ length: Math.max(1, scan.sentenceCount) }, () => ({
    kpu: 0,
    crew: 0,
    system: 0,
    praise: 0,
    blame: 0,
    fraud: 0,
    question: false,
  }));
  const count = (group: 'kpu' | 'crew' | 'system' | 'fraud'): void => {
    for (const hit of hits.get(group) ?? none) sentences[scan.sentences[hit.at]!]![group]++;
  };
  for (const group of ['kpu', 'crew', 'system', 'fraud'] as const) count(group);
  const negators = new Set((hits.get('negator') ?? none).map(({ at }) => at));
  for (const [group, opposite] of [
    ['praise', 'blame'],
    ['blame', 'praise'],
  ] as const)
    for (const hit of hits.get(group) ?? none) {
      const sentence = sentences[scan.sentences[hit.at]!]!;
      const flipped = hit.length === 1 && isNegated(hit, negators, scan);
      if (!flipped) sentence[group]++;
      else if (group === 'praise') sentence[opposite]++;
      else sentence[opposite] += 0.5;
    }
  return sentences;
}

/** Groups that mean another thing in a headline than in chat. */
const framedGroups = [
  'kpu',
  'praise',
  'blame',
  'fraud',
  'answer',
  'accuse',
  'sanction',
  'rumour',
  'deny',
  'ask',
  'spread',
  'report',
] as const;

/** Reads all signs of a text in one pass over each word list. */
export function readSignals(scan: Scan, lexicon: Lexicon, skipPlace: SkipPlace = () => 0): Signals {
  const hits = lexicon.hits(scan);
  const sentences = sentenceSignals(scan, hits);
  for (let i = 0; i < scan.words.length; i++) {
    const sign = scan.text.charCodeAt(scan.ends[i]!);
    if (sign === 63) sentences[scan.sentences[i]!]!.question = true;
  }
  const cues = [...formCues(scan), ...targetCues(scan, hits, skipPlace), ...toneCues(sentences)];
  const form = formOf(scan);
  for (const group of framedGroups) if (hits.has(group)) cues.push(`${group} in ${form}`);
  let claims = 0;
  for (const [group, found] of hits) {
    cues.push(`${group} ${found.length > 1 ? 'many' : 'one'}`, group);
    if (group.startsWith('claim ')) claims++;
  }
  if (claims > 0) cues.push('claim', `claims ${claims > 1 ? 'many' : 'one'}`);
  cues.push(...pairCues(new Set(cues)));
  return { scan, hits, sentences, cues };
}
