import type { Instant } from '../../shared/domain/instant.ts';
import { type Level, levels, type Part, type Risk } from '../../shared/domain/risk.ts';
import { type ElectionCalendar, votingWindowAt } from './calendar.ts';
import { impactPart } from './impact.ts';
import type { ImpactFacts } from './impact-facts.ts';
import { likelihoodParts, type Reach } from './likelihood.ts';
import type { RiskSettings } from './settings.ts';

/** Where and when risk is judged: the calendar decides on the raise. */
export interface RiskContext {
  at: Instant;
  unit: string;
  calendar: ElectionCalendar;
  settings: RiskSettings;
}

export const raised = (level: Level, steps = 1): Level =>
  levels[Math.min(levels.length - 1, levels.indexOf(level) + steps)]!;
export const isAtLeast = (level: Level, floor: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(floor);

/** The level of a bare score, 1 to 25. */
export function levelOfScore(score: number, settings: RiskSettings): Level {
  const { sedang, tinggi, kritis } = settings.levelStart;
  if (score >= kritis) return 'kritis';
  if (score >= tinggi) return 'tinggi';
  return score >= sedang ? 'sedang' : 'rendah';
}

/**
 * Risk L × I on DOMAIN's 5 × 5, each part with its evidence in Indonesian: L the highest step reached, I by the rules
 * of `impactPart` unless a person set it; I = 5 is at least `tinggi`; one level up inside the voting window of `unit`.
 */
export function assessRisk(reach: Reach, impact: ImpactFacts, context: RiskContext): Risk {
  const { settings } = context;
  const spread = likelihoodParts(reach, settings);
  const weight = impactPart(impact, settings);
  return combineRisk(spread, weight, context);
}

/** The arithmetic alone: parts of L, the part of I, and the raises. */
export function combineRisk(spread: readonly Part[], weight: Part, context: RiskContext): Risk {
  const { settings } = context;
  const likelihood = Math.max(...spread.map((part) => part.value));
  const score = likelihood * weight.value;
  const parts = [...spread, weight];
  let level = levelOfScore(score, settings);
  if (weight.value === 5 && !isAtLeast(level, settings.floorOfImpact5)) {
    level = settings.floorOfImpact5;
    parts.push({ code: 'floor', value: 0, evidence: `dampak 5 paling rendah bernilai ${level}` });
  }
  const window = votingWindowAt(context.calendar, context.unit, context.at);
  if (window && level !== 'kritis') {
    level = raised(level);
    parts.push({ code: 'window', value: 1, evidence: `naik satu tingkat: masa rawan ${window.name}` });
  }
  return { likelihood, impact: weight.value, score, level, parts };
}
