import type { Flow } from '../../pipelines/flow/flow.ts';
import type { ChangedIssue } from '../../pipelines/flow/watch-issues.ts';
import { type Level, levels } from '../../shared/domain/risk.ts';
import { type JobDefinition, newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import {
  collectJob,
  enrichJob,
  evidenceJob,
  linkJob,
  matchJob,
  reportJob,
  watchJob,
} from '../../shared/jobs/jobs.ts';
import type { Job, Queue, Worker } from '../../shared/ports/queue.ts';
import type { Fields, Telemetry } from '../../shared/ports/telemetry.ts';
import { silentTelemetry } from '../../shared/telemetry/silent-telemetry.ts';

export interface WorkerDeps {
  queue: Queue;
  flow: Flow;
  /** Asks one source for what is new and adds its items to the enrich queue before it remembers its cursor. */
  collect(sourceId: string, signal: AbortSignal): Promise<void>;
  /** Keeps the evidence of issues from `level` on; without it none is kept. */
  evidence?: { level: Level | 'off'; keep(issueId: string, level: Level): Promise<unknown> };
  /** Makes items of what a person reported. */
  readReport?(reportId: string): Promise<void>;
  /** Items travel from stage to stage with their jobs: where the index is a server they are written once, when linked. */
  carryItems?: boolean;
  /** Told of every failed attempt. */
  failed(job: Job, error: Error, final: boolean): void;
  telemetry?: Telemetry;
}

/** Changes are judged a second after the first of them: hundreds of batches then cost one judgement. */
const watchDelayMs = 1_000;
/** A visit mostly waits: a second between two pages of a host. A thousand sources each ten minutes need 1.7 visits a second. */
const collectAtOnce = 32;
/** While one batch is labelled beside the process, those before it are read and written. */
const enrichAtOnce = 3;
/** One batch is decided while the one before it is written to a server. */
const linkAtOnce = 2;
/** Clocks and freshness go on without items. */
const watchEveryMs = 5 * 60_000;

/** Changes of a minute are one turn. */
const evidenceDelayMs = 60_000;

const evidenceJobs = (changed: readonly ChangedIssue[], from: Level | 'off') =>
  changed
    .filter((issue) => from !== 'off' && levels.indexOf(issue.level) >= levels.indexOf(from))
    .map((issue) =>
      newJob(
        evidenceJob,
        { issueId: issue.id, level: issue.level },
        { delayMs: evidenceDelayMs, priority: 7 },
      ),
    );

/** Lays the pipe: every job has its handler, every handler its next job. */
export async function attachWorkers({
  queue,
  flow,
  collect,
  evidence,
  readReport,
  carryItems = false,
  failed,
  telemetry = silentTelemetry,
}: WorkerDeps): Promise<Worker[]> {
  const handle = <P>(
    definition: JobDefinition<P>,
    concurrency: number,
    handler: (payload: P, signal: AbortSignal) => Promise<void>,
  ): Worker =>
    queue.work(definition.name, (job, signal) => handler(payloadOf(definition, job.payload), signal), {
      concurrency,
      onFailure: failed,
      comesAgain: definition.comesAgain ?? false,
      // A single writer is one process: how many of its jobs it has in hand at once is its own affair.
      ...(definition.globalConcurrency === undefined
        ? {}
        : { globalConcurrency: Math.max(concurrency, definition.globalConcurrency), oneProcess: true }),
    });
  const workers = [
    handle(collectJob, collectAtOnce, ({ sourceId }, signal) => collect(sourceId, signal)),
    handle(enrichJob, enrichAtOnce, async ({ items }) => {
      const { toLink, fresh, written, known, drops } = await flow.enrich(items, {
        leaveNew: carryItems,
      });
      tellItems(telemetry, 'enrich', { written, known, dropped: drops.length });
      if (toLink.length > 0)
        await queue.add([newJob(linkJob, { ids: toLink, ...(carryItems ? { items: fresh } : {}) })]);
    }),
    handle(linkJob, carryItems ? linkAtOnce : 1, async ({ ids, items }) => {
      const { linked, known, issuesChanged, drops } = await flow.link(ids, items);
      if (ids.length > 0)
        tellItems(telemetry, 'link', { linked, known, dropped: drops.length }, { issues: issuesChanged });
      if (issuesChanged > 0)
        await queue.add([newJob(watchJob, { everything: false }, { delayMs: watchDelayMs })]);
      if (ids.length > 0 && (await flow.knowsClaims()))
        await queue.add([newJob(matchJob, { itemIds: ids, issueIds: [], entryIds: [] })]);
    }),
    handle(matchJob, 1, async (what) => {
      await flow.match(what);
    }),
    handle(watchJob, 1, async ({ everything }) => {
      const { judged, changed, alerts } = await flow.watch(everything);
      if (alerts.length > 0) telemetry.log('info', 'watched', { judged, alerts: alerts.length });
      const toKeep = evidenceJobs(changed, evidence?.level ?? 'off');
      if (toKeep.length > 0) await queue.add(toKeep);
    }),
    handle(reportJob, 2, async ({ reportId }) => readReport?.(reportId)),
    handle(evidenceJob, 1, async ({ issueId, level }) => void (await evidence?.keep(issueId, level))),
  ];
  await queue.repeat('watch', watchEveryMs, newJob(watchJob, { everything: true }));
  return workers;
}

/** What became of a batch, as numbers and as one line. */
function tellItems(
  telemetry: Telemetry,
  stage: string,
  outcomes: Readonly<Record<string, number>>,
  more: Fields = {},
): void {
  for (const [outcome, count] of Object.entries(outcomes))
    if (count > 0) telemetry.count('stageItems', { stage, outcome }, count);
  telemetry.log('info', 'items handled', { ...outcomes, ...more });
}
