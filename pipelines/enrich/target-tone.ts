import type { TargetTone } from '../../shared/domain/labels.ts';
import type { SentenceSignals } from './cues/sentence-signals.ts';
import type { Judgement } from './judgement.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';

/** What a sentence weighs: one that names KPU or its staff counts in full, another by half. Chosen. */
const weightOf = (sentence: SentenceSignals): number =>
  sentence.kpu + sentence.crew > 0 ? 1 : sentence.system > 0 ? 0.8 : 0.5;

/** Tone of one sentence towards KPU by its words alone: above 0 praise, below 0 blame. */
export const sentenceTone = (sentence: SentenceSignals): number =>
  weightOf(sentence) * (sentence.praise - sentence.blame - 1.5 * sentence.fraud);

/**
 * Tone towards KPU by rule (LABELS 2–4), for an item whose target is KPU: praise against blame over its sentences;
 * praise with a sarcasm sign and blame or laughter beside it is blame; KPU's answer in the text makes it neutral.
 */
export function targetToneByRule(signals: Signals): Judgement<TargetTone> {
  const praise = hitsOf(signals, 'praise');
  const blame = [...hitsOf(signals, 'blame'), ...hitsOf(signals, 'fraud')];
  const sarcasm = hitsOf(signals, 'sarcasm').length;
  let score = 0;
  for (const sentence of signals.sentences) score += sentenceTone(sentence);
  if (score > 0 && sarcasm > 1) score = -score;
  if (hitsOf(signals, 'answer').length > 0 && score < 0) score = Math.min(0, score + 2);
  if (score < 0 && hitsOf(signals, 'deny').length > 1) score = 0;
  if (score >= 1) return { value: 'positive', confidence: 0.6, words: wordsOf(signals.scan, praise) };
  if (score <= -1) return { value: 'negative', confidence: 0.6, words: wordsOf(signals.scan, blame) };
  return { value: 'neutral', confidence: 0.5, words: wordsOf(signals.scan, hitsOf(signals, 'neutral')) };
}
