import type { Issue } from '../../../shared/domain/issue.ts';
import type { TieredFigure, TieredPeriod } from '../../../shared/domain/tiered-report.ts';
import { tierOf, type Unit } from '../../../shared/domain/unit.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { clocksOf } from '../opinion-map/clocks-of.ts';
import type { ResponseTimes } from '../opinion-map/input.ts';
import { firstPublished, measureClarification, publicationOf } from '../opinion-map/measure-clarification.ts';
import { quantile } from '../opinion-map/measures.ts';
import { readResponses } from '../opinion-map/read-responses.ts';
import type { EvaluationInput } from './evaluate-programme.ts';
import { type FigurePorts, gatherFigures } from './gather-figures.ts';
import { previousPeriod, tieredBounds } from './tiered-bounds.ts';

export interface EvaluationPorts extends FigurePorts {
  records: FigurePorts['records'] & Pick<Records, 'sources' | 'publications'>;
}

const tiers = ['national', 'province', 'regency'] as const;
const steps = [
  ['triage', 'triagedAt'],
  ['holding', 'holdingAt'],
  ['clarification', 'clarifiedAt'],
] as const;
const mostIssues = 500;

interface Answered {
  issue: Issue;
  times: ResponseTimes;
}

function timesByTier(answered: readonly Answered[]): EvaluationInput['times'] {
  return tiers.flatMap((tier) => {
    const own = answered.filter(({ issue }) => tierOf(issue.unit) === tier).map(({ times }) => times);
    if (own.length === 0) return [];
    return steps.map(([step, key]) => {
      const took = own.flatMap((one) => (one[key] === null ? [] : [one[key] - one.detectedAt]));
      const [medianMs, p90Ms] = [quantile(took, 0.5), quantile(took, 0.9)];
      return { tier, step, issues: own.length, done: took.length, medianMs, p90Ms };
    });
  });
}

/** What the evaluation is made from: the numbers of two periods, response times by tier, and how corrections spread. */
export async function gatherEvaluation(
  ports: EvaluationPorts,
  unit: Unit,
  period: TieredPeriod,
  figures?: readonly TieredFigure[],
): Promise<EvaluationInput> {
  const { records, index } = ports;
  const scope = { unit: unit.code };
  const bounds = tieredBounds(period, unit.zone);
  const page = await records.issues.list({
    scope,
    ...bounds,
    topmost: true,
    sort: 'priority',
    limit: mostIssues,
  });
  const answered: Answered[] = [];
  const carried: number[] = [];
  const clocks = await clocksOf(records, page.issues);
  for (const issue of page.issues.filter(({ state }) => state !== 'merged')) {
    const entries = await records.audit.of(issue.id, 200);
    answered.push({ issue, times: readResponses(issue, entries, clocks.get(issue.id)) });
    const publication = (await firstPublished(records, issue.id, bounds)) ?? publicationOf(entries, bounds);
    if (publication === null) continue;
    const measured = await measureClarification(index, scope, issue, publication);
    if (measured.carried72 !== null) carried.push(measured.carried72);
  }
  const sources = await records.sources.list();
  const health = await Promise.all(sources.map(({ id }) => records.sources.health(id)));
  return {
    figures: figures ?? (await gatherFigures(ports, unit, period)),
    before: await gatherFigures(ports, unit, previousPeriod(period)),
    times: timesByTier(answered),
    sources: { well: health.filter((one) => one?.state === 'well').length, all: sources.length },
    carried: quantile(carried, 0.5),
  };
}
