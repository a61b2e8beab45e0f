import type { Counts } from '../../shared/domain/issue.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import type { Part } from '../../shared/domain/risk.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { type ImpactSignal, loweringSignals, raisingSignals } from './impact-signals.ts';
import type { RiskSettings } from './settings.ts';

/** What is known of a matter's stakes. */
export interface ImpactFacts {
  topic: Topic;
  unit: string;
  provinces: number;
  /** The title and a sample of unique items, in any case; more than 200 add nothing. */
  texts: readonly string[];
  counts: Counts;
  /** Kind of the claim it carries, as far as somebody said. */
  claimKind: 'satire' | 'imposter' | null;
  /** Impact on file of the narrative it belongs to. */
  narrativeImpact: number | null;
  /** Set by a person: it wins over every rule. */
  personImpact: { value: number; by: string; reason: string } | null;
}

const negations = new Set(['tidak', 'tak', 'bukan', 'belum', 'tanpa', 'gak', 'nggak']);
const suffix = /^(nya|lah|kah|pun)? /;

/** Lower case, only letters and digits, single spaces, one space at each end. */
const plainWords = (text: string): string =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.replace(/ {2,}/g, ' ');

/** True when a phrase stands in the text and none of the two words before it negates it. */
export function saysPhrase(words: string, phrase: string): boolean {
  for (let from = words.indexOf(` ${phrase}`); from >= 0; from = words.indexOf(` ${phrase}`, from + 1)) {
    const after = words.slice(from + phrase.length + 1, from + phrase.length + 6);
    const before = words
      .slice(Math.max(0, from - 40), from)
      .split(' ')
      .slice(-2);
    if (suffix.test(after) && !before.some((word) => negations.has(word))) return true;
  }
  return false;
}

interface Found {
  signal: ImpactSignal;
  texts: number;
  phrase: string;
}

/** Signals that enough of the texts carry: the share of the settings, and two texts where there are four or more. */
function findSignals(signals: readonly ImpactSignal[], texts: readonly string[], share: number): Found[] {
  const sample = texts.slice(0, 200).map(plainWords);
  const needed = Math.max(sample.length > 3 ? 2 : 1, Math.ceil(sample.length * share));
  return signals.flatMap((signal) => {
    let phrase: string | undefined;
    let hits = 0;
    for (const words of sample) {
      const hit = signal.phrases.find((candidate) => saysPhrase(words, candidate));
      if (hit === undefined) continue;
      hits++;
      phrase ??= hit;
    }
    return phrase !== undefined && hits >= needed ? [{ signal, texts: hits, phrase }] : [];
  });
}

const part = (value: number, code: string, evidence: string): Part => ({
  code: `I_${code}`,
  value,
  evidence,
});

/**
 * Impact 1 to 5 by DOMAIN's steps, as one part with its evidence. Order: a person; the narrative's or claim's kind; the
 * strongest raising signal in the texts; praise; a lowering signal; the topic's own weight, at most 2 while few find
 * fault or people only ask, and 1 while nobody finds fault or passes a claim on.
 */
export function impactPart(facts: ImpactFacts, settings: RiskSettings): Part {
  const { personImpact: person, counts } = facts;
  if (person) return part(person.value, 'person', `ditetapkan ${person.by}: ${person.reason}`);
  if (facts.claimKind === 'satire') return part(1, 'satire', 'klaim berupa satire');
  if (facts.claimKind === 'imposter') return part(2, 'imposter', 'konten tiruan yang mengatasnamakan KPU');
  if (facts.narrativeImpact !== null) {
    return part(facts.narrativeImpact, 'narrative', 'mengikuti bobot narasi yang sudah dikenal');
  }
  const isNational = facts.unit === nationalUnit || facts.provinces >= settings.likelihood.provinces5;
  const weightOf = (found: Found) => (isNational ? found.signal.national : found.signal.local);
  const evidenceOf = ({ signal, phrase, texts }: Found) =>
    `${signal.evidence}: "${phrase}" dalam ${texts} teks`;
  const raising = findSignals(raisingSignals, facts.texts, settings.signalShare);
  const strongest = raising.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  if (strongest) return part(weightOf(strongest), strongest.signal.code, evidenceOf(strongest));
  if (counts.unique > 0 && counts.positive * 2 >= counts.unique && counts.negative * 4 <= counts.unique) {
    return part(1, 'favourable', 'sebagian besar bernada positif');
  }
  const lowering = findSignals(loweringSignals, facts.texts, settings.signalShare)[0];
  if (lowering) return part(weightOf(lowering), lowering.signal.code, evidenceOf(lowering));
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
