import type { TargetTone } from '../../shared/domain/labels.ts';
import type { Judgement } from './judgement.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';

/** Finds fault with an act, service or conduct (LABELS 6), by rule: blame of something named, beyond a cry of fraud. */
export function criticismByRule(signals: Signals, tone: TargetTone): Judgement<boolean> {
  const blame = hitsOf(signals, 'blame');
  const value = tone === 'negative' && blame.length > 0 && hitsOf(signals, 'spread').length < 2;
  return { value, confidence: 0.6, words: value ? wordsOf(signals.scan, blame) : [] };
}
