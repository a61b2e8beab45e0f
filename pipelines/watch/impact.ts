import type { Part } from '../../shared/domain/risk.ts';
import { evidenceOf, findSignals, strongestSignal } from './find-signals.ts';
import { type ImpactFacts, isNational, part } from './impact-facts.ts';
import { loweringSignals } from './impact-signals.ts';
import { knownPart } from './known-impact.ts';
import type { RiskSettings } from './settings.ts';

/**
 * Impact 1 to 5 by DOMAIN's steps, as one part with its evidence. Order: a person; a known claim that is satire; the
 * weightiest of the linked claims, the tied narrative and the raising signals in the texts; praise; a lowering signal;
 * the topic's own weight, at most 2 while few find fault or people only ask, and 1 while nobody finds fault or passes a
 * claim on.
 */
export function impactPart(facts: ImpactFacts, settings: RiskSettings): Part {
  const { personImpact: person, counts } = facts;
  if (person) return part(person.value, 'person', `ditetapkan ${person.by}: ${person.reason}`);
  const known = knownPart(facts, settings);
  if (known?.code === 'I_satire') return known;
  const signal = strongestSignal(facts.texts, isNational(facts, settings), settings.signalShare);
  if (known && known.value >= (signal?.weight ?? 0)) return known;
  if (signal) return part(signal.weight, signal.found.signal.code, evidenceOf(signal.found));
  if (counts.unique > 0 && counts.positive * 2 >= counts.unique && counts.negative * 4 <= counts.unique) {
    return part(1, 'favourable', 'sebagian besar bernada positif');
  }
  const lowering = findSignals(loweringSignals, facts.texts, settings.signalShare)[0];
  if (lowering) return part(lowering.signal.local, lowering.signal.code, evidenceOf(lowering));
  return topicPart(facts, settings);
}

/** Few blame and few pass a claim on: a question or a grumble may confuse, plain news harms nobody. */
const calmImpact = { grumbled: 2, asked: 2, told: 1 };
/** One odd reading among two texts says nothing of a matter yet. */
const leastFaults = (unique: number): number => (unique >= 2 ? 2 : 1);
/** A matter is blamed when a fifth of its texts find fault, or so many that people notice whatever the share. Chosen. */
const blamed = { share: 0.2, texts: 10 };

function topicPart({ topic, counts }: ImpactFacts, settings: RiskSettings): Part {
  const weight = settings.topicImpact[topic];
  // One text may be all three.
  const faults = Math.max(counts.negative, counts.stance.menyebarkan, counts.criticism);
  const isBlamed =
    faults >= leastFaults(counts.unique) &&
    (faults >= blamed.share * counts.unique || faults >= blamed.texts);
  if (isBlamed) return part(weight, 'topic', `topik ${topic}`);
  if (faults > 0)
    return part(
      Math.min(weight, calmImpact.grumbled),
      'grumbled',
      `topik ${topic}, baru sedikit yang menyalahkan`,
    );
  if (counts.stance.bertanya > 0)
    return part(Math.min(weight, calmImpact.asked), 'asked', `topik ${topic}, baru pertanyaan`);
  return part(calmImpact.told, 'told', `topik ${topic}, belum ada yang menyalahkan`);
}
