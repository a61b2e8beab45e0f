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

const isNegated = (hit: Hit, negators: readonly Hit[], scan: Scan): boolean => {
  for (let back = 1; back <= negatorReach; back++) {
    const at = hit.at - back;
    if (at < 0 || scan.sentences[at] !== scan.sentences[hit.at]) return false;
    if (negators.some((negator) => negator.at === at)) return true;
  }
  return false;
};

const none: readonly Hit[] = [];
const questionMark = 63;
/** Counted as they are; praise and blame are turned round by a negation. */
const counted = ['kpu', 'crew', 'system', 'fraud'] as const;
const moods = [
  { group: 'praise', opposite: 'blame' },
  { group: 'blame', opposite: 'praise' },
] as const;

/** What each sentence shows, negation taken into account. */
export function readSentences(scan: Scan, hits: ReadonlyMap<string, readonly Hit[]>): SentenceSignals[] {
  const sentences: SentenceSignals[] = [];
  for (let i = 0; i < Math.max(1, scan.sentenceCount); i++)
    sentences.push({ kpu: 0, crew: 0, system: 0, praise: 0, blame: 0, fraud: 0, question: false });
  for (const group of counted)
    for (const hit of hits.get(group) ?? none) sentences[scan.sentences[hit.at]!]![group]++;
  const negators = hits.get('negator') ?? none;
  for (const { group, opposite } of moods)
    for (const hit of hits.get(group) ?? none) {
      const sentence = sentences[scan.sentences[hit.at]!]!;
      const flipped = hit.length === 1 && isNegated(hit, negators, scan);
      if (!flipped) sentence[group]++;
      else if (group === 'praise') sentence[opposite]++;
      else sentence[opposite] += 0.5;
    }
  if (scan.text.includes('?'))
    for (let i = 0; i < scan.ends.length; i++)
      if (scan.text.charCodeAt(scan.ends[i]!) === questionMark)
        sentences[scan.sentences[i]!]!.question = true;
  return sentences;
}
