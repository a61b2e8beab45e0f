import { hourMs } from '../../shared/domain/instant.ts';
import { isSettled } from '../../shared/domain/issue.ts';
import { levels, type Part, type Priority } from '../../shared/domain/risk.ts';
import { nextStepOf } from './next-step.ts';
import { adverseShareOf, type PriorityFacts } from './priority-facts.ts';
import { priorityReason } from './priority-reason.ts';
import type { PrioritySettings } from './settings.ts';

/** `n` where it saturates: 0 at 0, 1 at `full` and beyond, steps in between by logarithm. */
const logShare = (n: number, full: number): number =>
  Math.min(1, Math.log1p(Math.max(0, n)) / Math.log1p(full));

/** Growth over three hours: doubling is a third of the part's points, eightfold all of it. */
export const trendShare = (recent: number, before: number): number =>
  recent < 2 ? 0 : Math.min(1, Math.max(0, Math.log2((recent + 1) / (before + 1)) / 3));

function partsOf(facts: PriorityFacts, weights: PrioritySettings): Part[] {
  const { issue, recent, before, clockShare } = facts;
  const { risk, counts, spread } = issue;
  // the level weighs more than the bare score, since raises are in it
  const riskShare = (0.7 * levels.indexOf(risk.level)) / 3 + (0.3 * risk.score) / 25;
  const adverse = adverseShareOf(issue);
  const percent = Math.round(adverse * 100);
  const reach = logShare(counts.interactions + 20 * spread.authors, 20_000);
  const indication = counts.items === 0 ? 0 : Math.min(1, counts.indicated / counts.items);
  const clock = Math.min(1, clockShare ?? 0);
  const clockText =
    clockShare === null ? 'tidak ada target terbuka' : clockShare > 1 ? 'target terlewat' : 'target berjalan';
  const part = (code: string, share: number, weight: number, evidence: string): Part => ({
    code,
    value: Math.round(share * weight * 10) / 10,
    evidence,
  });
  return [
    part('risk', riskShare, weights.risk, `risiko ${risk.level} (L${risk.likelihood} × I${risk.impact})`),
    part(
      'trend',
      trendShare(recent, before),
      weights.trend,
      `${recent} unggahan dalam 3 jam, ${before} sebelumnya`,
    ),
    part('adverse', adverse, weights.adverse, `${percent}% menyalahkan KPU atau menyebarkan klaim`),
    part('reach', reach, weights.reach, `${spread.authors} akun, ${counts.interactions} interaksi`),
    part('indication', indication, weights.indication, `${counts.indicated} berindikasi klaim beredar`),
    part('clock', clock, weights.clock, clockText),
  ];
}

/**
 * Silence does not settle what nobody has looked at: an untriaged issue sinks half as fast with each level it has, so
 * that a kritis one is still near the top after a week.
 */
const patienceOf = ({ state, risk }: PriorityFacts['issue']): number =>
  state === 'new' ? 2 ** levels.indexOf(risk.level) : 1;

/**
 * Orders the feed: the sum of the parts (at most 100 with the default weights), halved with each half-life of silence
 * (slower while nobody has triaged a serious one) and again for what people have closed. The reason is one Indonesian sentence; the next step fits state and verdict.
 */
export function prioritise(facts: PriorityFacts, settings: PrioritySettings): Priority {
  const { issue, now } = facts;
  const parts = partsOf(facts, settings);
  const sum = parts.reduce((total, part) => total + part.value, 0);
  const silentHours = Math.max(0, now - issue.lastAt) / hourMs;
  const freshness = 0.5 ** (silentHours / (settings.halfLifeHours * patienceOf(issue)));
  const closed = isSettled(issue.state) ? 0.1 : 1;
  if (freshness < 0.95) {
    const evidence = `${Math.round(silentHours)} jam tanpa unggahan baru`;
    parts.push({ code: 'freshness', value: Math.round(sum * (freshness - 1) * 10) / 10, evidence });
  }
  const score = Math.round(sum * freshness * closed * 10) / 10;
  return { score, parts, reason: priorityReason(facts), nextStep: nextStepOf(issue, facts.path) };
}
