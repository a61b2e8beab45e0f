import { topics } from '../../shared/domain/label-values.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import type { Judgement } from './judgement.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';

const groups = new Map(topics.map((topic) => [topic, `topic ${topic}`]));

/** The one topic (LABELS 11), by rule: the topic with most words, rarer topics first on a tie; none: `lainnya`. */
export function topicByRule(signals: Signals): Judgement<Topic> {
  let best: Topic = 'lainnya';
  let most = 0;
  let total = 0;
  for (const topic of topics) {
    let weight = 0;
    for (const { length } of hitsOf(signals, groups.get(topic)!)) weight += length;
    total += weight;
    if (weight > most) {
      best = topic;
      most = weight;
    }
  }
  const confidence = total === 0 ? 0.5 : 0.3 + (0.6 * most) / total;
  return { value: best, confidence, words: wordsOf(signals.scan, hitsOf(signals, groups.get(best)!)) };
}
