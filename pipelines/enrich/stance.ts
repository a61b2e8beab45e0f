import type { Stance } from '../../shared/domain/labels.ts';
import type { Judgement } from './judgement.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';

/** Stance towards a circulating claim (LABELS 7), by rule; `none` unless the words of one stance clearly lead. */
export function stanceByRule(signals: Signals, target: boolean): Judgement<Stance> {
  const deny = hitsOf(signals, 'deny');
  const ask = hitsOf(signals, 'ask');
  const spread = hitsOf(signals, 'spread');
  const report = hitsOf(signals, 'report');
  const judged = (value: Stance, words: ReturnType<typeof hitsOf>): Judgement<Stance> => ({
    value,
    confidence: 0.55,
    words: wordsOf(signals.scan, words),
  });
  if (!target) return judged('none', []);
  if (deny.length > 0 && ask.length === 0) return judged('membantah', deny);
  const asks = signals.sentences.some(({ question }) => question);
  if (ask.length > 0 && asks && spread.length + report.length > 0) return judged('bertanya', ask);
  if (spread.length > 1) return judged('menyebarkan', spread);
  return judged('none', []);
}
