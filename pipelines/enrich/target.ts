import type { Judgement } from './judgement.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';

/**
 * Is KPU, a unit, its staff or a system the subject (LABELS 1), by rule: its name counts alone, staff and systems count
 * where the text is about an election, and words of other things that are called KPU, TPS or KIP count against it.
 */
export function targetByRule(signals: Signals): Judgement<boolean> {
  const kpu = hitsOf(signals, 'kpu');
  const crew = hitsOf(signals, 'crew');
  const system = hitsOf(signals, 'system');
  const other = hitsOf(signals, 'notkpu').length + 0.5 * hitsOf(signals, 'other').length;
  const election = hitsOf(signals, 'election').length;
  const own =
    2 * kpu.length + crew.length + system.length + (crew.length + system.length > 0 ? 0.3 * election : 0);
  const value = own > 0 && own > other;
  const confidence = value ? Math.min(0.95, 0.6 + 0.1 * (own - other)) : own === 0 ? 0.9 : 0.6;
  return { value, confidence, words: wordsOf(signals.scan, [...kpu, ...crew, ...system]) };
}
