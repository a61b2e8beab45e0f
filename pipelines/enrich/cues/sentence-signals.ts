import type { Hit } from '../lexicon/lexicon.ts';
import type { Scan } from '../read/scan-words.ts';

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

/** What each sentence shows, negation taken into account. */
export function readSentences(scan: Scan, hits: ReadonlyMap<string, readonly Hit[]>): SentenceSignals[] {
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
    for (const hit of hits.get(group) ?? []) sentences[scan.sentences[hit.at]!]![group]++;
  };
  for (const group of ['kpu', 'crew', 'system', 'fraud'] as const) count(group);
  const negators = new Set((hits.get('negator') ?? []).map(({ at }) => at));
  for (const [group, opposite] of [
    ['praise', 'blame'],
    ['blame', 'praise'],
  ] as const)
    for (const hit of hits.get(group) ?? []) {
      const sentence = sentences[scan.sentences[hit.at]!]!;
      const flipped = hit.length === 1 && isNegated(hit, negators, scan);
      if (!flipped) sentence[group]++;
      else if (group === 'praise') sentence[opposite]++;
      else sentence[opposite] += 0.5;
    }
  for (let i = 0; i < scan.words.length; i++)
    if (scan.text[scan.ends[i]!] === '?') sentences[scan.sentences[i]!]!.question = true;
  return sentences;
}
