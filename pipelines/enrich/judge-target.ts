import { targetTones } from '../../shared/domain/label-values.ts';
import type { TargetTone } from '../../shared/domain/labels.ts';
import { criticismByRule } from './criticism.ts';
import type { Judgement } from './judgement.ts';
import type { Hit } from './lexicon/lexicon.ts';
import { remembered } from './model/cue.ts';
import type { Reasons } from './model-reasons.ts';
import { hitsOf, type Signals, wordsOf } from './signals.ts';
import { targetByRule } from './target.ts';
import type { HeadAnswer } from './target-models.ts';
import { targetToneByRule } from './target-tone.ts';

/** Is KPU the target, in what tone, and is it criticised: three labels that hang together (LABELS 1, 2 and 6). */
export interface TargetJudgement {
  target: Judgement<boolean>;
  tone: Judgement<TargetTone>;
  criticism: Judgement<boolean>;
}

/** Criticism is said from this probability on; below one half, since F1 rewards recall. Chosen by cross-validation. */
const criticismFrom = 0.4;

function judgeByRule(signals: Signals): TargetJudgement {
  const target = targetByRule(signals);
  const tone: Judgement<TargetTone> = target.value
    ? targetToneByRule(signals)
    : { value: 'unrelated', confidence: target.confidence, words: [] };
  return { target, tone, criticism: criticismByRule(signals, tone.value) };
}

/** Lists whose words bear each tone. */
const bearing: Readonly<Record<TargetTone, readonly string[]>> = {
  positive: ['praise', 'thanks', 'award'],
  negative: ['blame', 'fraud', 'accuse', 'sanction'],
  neutral: ['neutral', 'answer', 'deny'],
  unrelated: [],
};
const own = ['kpu', 'crew', 'system'] as const;
const blamed = ['blame', 'accuse', 'sanction'] as const;

const wordsOfGroups = (signals: Signals, groups: readonly string[]): string[] => {
  const hits: Hit[] = [];
  for (const group of groups) for (const hit of hitsOf(signals, group)) hits.push(hit);
  return wordsOf(signals.scan, hits);
};

/** The words that bear each tone, as the rules know them. */
export const toneWords = (signals: Signals, tone: TargetTone): string[] =>
  wordsOfGroups(signals, bearing[tone]);

/** The tone of a class of the judgement head, and whether the class has criticism. */
const toneOf = remembered((name) => name.split(', ')[0] as TargetTone);
const hasCriticism = (name: string): boolean => name.includes(', ');

/** By the judgement head where there is a model, else by rule. `unrelated` exactly when KPU is not the target. */
export function judgeTarget(
  answer: HeadAnswer | undefined,
  signals: Signals,
  reasons?: Reasons,
): TargetJudgement {
  if (!answer) return judgeByRule(signals);
  const { classes, probabilities } = answer;
  const tones: Record<TargetTone, number> = { positive: 0, neutral: 0, negative: 0, unrelated: 0 };
  let criticised = 0;
  classes.forEach((name, c) => {
    tones[toneOf(name)] += probabilities[c]!;
    if (hasCriticism(name)) criticised += probabilities[c]!;
  });
  const value = targetTones.reduce((best, tone) => (tones[tone] > tones[best] ? tone : best));
  const isTarget = value !== 'unrelated';
  const isCriticism = isTarget && criticised >= criticismFrom;
  const explained = (words: string[], chosen: (name: string) => boolean): string[] =>
    (isTarget && reasons?.of(words, 'judgement', chosen)) || words;
  return {
    target: {
      value: isTarget,
      confidence: Math.min(1, isTarget ? 1 - tones.unrelated : tones.unrelated),
      words: explained(wordsOfGroups(signals, own), (name) => toneOf(name) !== 'unrelated'),
    },
    tone: {
      value,
      confidence: Math.min(1, tones[value]),
      words: explained(toneWords(signals, value), (name) => toneOf(name) === value),
    },
    criticism: {
      value: isCriticism,
      confidence: Math.min(1, Math.max(0, isCriticism ? criticised : 1 - criticised)),
      words: isCriticism ? explained(wordsOfGroups(signals, blamed), hasCriticism) : [],
    },
  };
}
