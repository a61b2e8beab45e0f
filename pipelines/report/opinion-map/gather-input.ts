import type { Issue } from '../../../shared/domain/issue.ts';
import type { ModelError, ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import { allIssues } from '../../../shared/ports/all-issues.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { clocksOf } from './clocks-of.ts';
import { type FoldedIssues, foldIssues } from './fold-issues.ts';
import type { OpinionMapInput } from './input.ts';
import { firstPublished, measureClarification, publicationOf } from './measure-clarification.ts';
import { readResponses } from './read-responses.ts';
import { type AreaOf, type SpanTally, tallyItems } from './tally-items.ts';

/** Items read at a time: as many as a queue's batch holds five times; memory stays small. */
const batchSize = 1_000;
/** Issues whose history is read for the response times, the most pressing first; the rest have few items. */
const mostHistories = 200;
/** Alerts of a span; the rules allow a few hundred a week for the whole country. */
const mostAlerts = 10_000;

export interface GatherPorts {
  index: Pick<ItemReader, 'scan'>;
  records: Pick<Records, 'issues' | 'claims' | 'clocks' | 'alerts' | 'sources' | 'audit' | 'publications'>;
  clock: Clock;
}

export interface GatherRequest {
  unit: Unit;
  span: ReportSpan;
  /** Only this issue and what stands under it: its dossier. */
  issue?: Issue;
  areas: OpinionMapInput['areas'];
  modelErrors: readonly ModelError[];
  /** Where the API is reached, for links. */
  baseUrl?: string;
}

/** Rows of a unit's map: provinces for KPU RI, regencies of a province. */
export const areaOfUnit =
  (unit: Unit): AreaOf =>
  (code) => {
    if (unit.tier === 'national') return code === nationalUnit ? null : code.slice(0, 2);
    return unit.tier === 'province' && code.startsWith(`${unit.code}.`) ? code : null;
  };

/** What people did about the issues: response times, and clarifications with what followed them. */
async function readAnswers(
  { index, records }: GatherPorts,
  { issues, parts }: Pick<FoldedIssues, 'issues' | 'parts'>,
  request: GatherRequest,
) {
  const responses: OpinionMapInput['responses'][number][] = [];
  const clarifications: OpinionMapInput['clarifications'][number][] = [];
  const { unit, span } = request;
  const clocks = await clocksOf(records, issues.slice(0, mostHistories));
  for (const issue of issues.slice(0, mostHistories)) {
    const entries = await records.audit.of(issue.id, 200);
    responses.push(readResponses(issue, entries, clocks.get(issue.id)));
    const publication = (await firstPublished(records, issue.id, span)) ?? publicationOf(entries, span);
    if (publication !== null)
      clarifications.push(
        await measureClarification(index, { unit: unit.code }, issue, publication, parts.get(issue.id)),
      );
  }
  return { responses, clarifications };
}

/** Reads what an opinion map needs: one pass over each of the two spans' items, in batches. */
export async function gatherInput(ports: GatherPorts, request: GatherRequest): Promise<OpinionMapInput> {
  const { index, records, clock } = ports;
  const { unit, span, areas, modelErrors } = request;
  const scope = { unit: unit.code };
  const folded = foldIssues(
    // those merged and those under another one included
    await allIssues(records.issues, {
      scope,
      from: span.from,
      to: span.to,
      sort: 'priority',
    }),
    request.issue ?? null,
  );
  const { issues, parts, topmostOf } = folded;
  const only = request.issue ? { issueIds: [request.issue.id, ...(parts.get(request.issue.id) ?? [])] } : {};
  const tally = (from: number, to: number): Promise<SpanTally> =>
    tallyItems(
      index.scan({ scope, from, to, ...only }, batchSize),
      { from, to },
      {
        zone: unit.zone,
        areaOf: areaOfUnit(unit),
        issueOf: topmostOf,
      },
    );
  const current = await tally(span.from, span.to);
  const previous = await tally(span.previousFrom, span.from);
  const sources = await records.sources.list();
  const alerts = await records.alerts.list({ scope, from: span.from, limit: mostAlerts });
  return {
    unit,
    span,
    issue: request.issue ?? null,
    parts,
    generatedAt: clock.now(),
    current,
    previous,
    issues,
    claims: await records.claims.all(),
    alerts: request.issue
      ? alerts.filter(({ issueId }) => issueId !== null && topmostOf(issueId) === request.issue!.id)
      : alerts,
    ...(await readAnswers(ports, folded, request)),
    sources: await Promise.all(
      sources.map(async (source) => ({ source, health: await records.sources.health(source.id) })),
    ),
    modelErrors,
    baseUrl: request.baseUrl ?? null,
    areas,
  };
}
