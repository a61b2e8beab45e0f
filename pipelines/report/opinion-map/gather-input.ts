import type { Issue } from '../../../shared/domain/issue.ts';
import type { ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ModelError, OpinionMapInput } from './input.ts';
import { readResponses } from './read-responses.ts';
import { type AreaOf, type SpanTally, tallyItems } from './tally-items.ts';

/** Items read at a time: as many as a queue's batch holds five times; memory stays small. */
const batchSize = 1_000;
/** Issues whose history is read for the response times; the rest have few items. */
const mostHistories = 200;

export interface GatherPorts {
  index: Pick<ItemReader, 'scan'>;
  records: Pick<Records, 'issues' | 'claims' | 'alerts' | 'sources' | 'audit'>;
  clock: Clock;
}

/** Rows of a unit's map: provinces for KPU RI, regencies of a province. */
export const areaOfUnit =
  (unit: Unit): AreaOf =>
  (code) => {
    if (unit.tier === 'national') return code === nationalUnit ? null : code.slice(0, 2);
    return unit.tier === 'province' && code.startsWith(`${unit.code}.`) ? code : null;
  };

async function issuesOf(records: GatherPorts['records'], unit: Unit, span: ReportSpan): Promise<Issue[]> {
  const issues: Issue[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.issues.list({
      scope: { unit: unit.code },
      from: span.from,
      to: span.to,
      sort: 'priority',
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    issues.push(...page.issues);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return issues;
}

/** Reads what an opinion map needs: one pass over each of the two spans' items, in batches. */
export async function gatherInput(
  { index, records, clock }: GatherPorts,
  unit: Unit,
  span: ReportSpan,
  known: { areas: OpinionMapInput['areas']; modelErrors: readonly ModelError[] },
): Promise<OpinionMapInput> {
  const scope = { unit: unit.code };
  const tally = (from: number, to: number): Promise<SpanTally> =>
    tallyItems(index.scan({ scope, from, to }, batchSize), { from, to }, unit.zone, areaOfUnit(unit));
  const current = await tally(span.from, span.to);
  const previous = await tally(span.previousFrom, span.from);
  const issues = await issuesOf(records, unit, span);
  const seen = issues.filter(({ id }) => current.byIssue.has(id)).slice(0, mostHistories);
  const responses = await Promise.all(
    seen.map(async (issue) => readResponses(issue, await records.audit.of(issue.id, 200))),
  );
  const sources = await records.sources.list();
  return {
    unit,
    span,
    generatedAt: clock.now(),
    current,
    previous,
    issues,
    claims: await records.claims.all(),
    alerts: await records.alerts.list({ scope, from: span.from, limit: 10_000 }),
    responses,
    clarifications: [],
    sources: await Promise.all(
      sources.map(async (source) => ({ source, health: await records.sources.health(source.id) })),
    ),
    modelErrors: known.modelErrors,
    areas: known.areas,
  };
}
