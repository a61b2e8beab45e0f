import type { KnowledgeBase } from '../../pipelines/claims/knowledge-base.ts';
import type { Flow } from '../../pipelines/flow/flow.ts';
import { keepIssueEvidence } from '../../pipelines/flow/keep-issue-evidence.ts';
import { type Collector, openCollector } from '../../pipelines/flow/open-collector.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { readReport } from '../../pipelines/flow/take-report.ts';
import type { CollectRequest } from '../../pipelines/ingest/connectors/connector.ts';
import type { ElectionCalendar } from '../../pipelines/watch/calendar.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
import { matchEntryJobs } from '../../shared/jobs/match-entry-jobs.ts';
import type { ChangeEvent } from '../../shared/ports/change-bus.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Job } from '../../shared/ports/queue.ts';
import type { Telemetry } from '../../shared/ports/telemetry.ts';
import { attachDissemination } from './attach-dissemination.ts';
import { announceIssues, attachIssueHooks } from './attach-issue-hooks.ts';
import { attachPrivacy } from './attach-privacy.ts';
import { attachReports } from './attach-reports.ts';
import { attachWorkers } from './attach-workers.ts';
import { attachWorkflow } from './attach-workflow.ts';
import { attachDelivery, type DeliveryWorkers } from './deliver.ts';
import { untilAborted } from './until-aborted.ts';

/** Where an installation without delivery is opened; nothing with a link leaves it. */
const localBaseUrl = 'http://127.0.0.1:8140';

export interface RunWorkersOptions {
  /** Read what sites sent; in threads of their own, where markup may be hostile. */
  readers: Required<Pick<CollectRequest, 'readPage' | 'readFeed'>>;
  /** Stages of an election, where they are not the bundled ones. */
  calendar?: ElectionCalendar;
  /** The knowledge base's index of this process, where something else of it has one; default one of its own. */
  knowledge?: KnowledgeBase;
  /** With it, what the outbox holds is sent to people. */
  delivery?: { channels: ReadonlyMap<ChannelName, Channel>; baseUrl: string };
  /** See `WorkerDeps`. */
  carryItems?: boolean;
  /** Told what open pages want to see at once. */
  announce?(changes: readonly ChangeEvent[]): void;
  /** Told what went wrong with a source or a job, in one line. */
  told(line: string): void;
  telemetry?: Telemetry;
}

export interface RunningWorkers {
  flow: Flow;
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

/** All the work of the queues, in this process; any number of processes may do it at once. */
export async function runWorkers(
  installation: Installation,
  options: RunWorkersOptions,
): Promise<RunningWorkers> {
  const { queue, index, records, clock } = installation;
  const { announce = () => {}, told, telemetry } = options;
  let delivery: DeliveryWorkers | null = null;
  const flow = await openFlow(installation, {
    ...(options.knowledge ? { knowledge: options.knowledge } : {}),
    ...(options.calendar ? { calendar: options.calendar } : {}),
    changed({ issues, alerts }) {
      announce([
        ...issues.map(({ id, unit }) => ({ kind: 'issue.changed' as const, at: clock.now(), id, unit })),
        ...alerts.map(({ id, unit, at }) => ({ kind: 'alert.raised' as const, at, id, unit })),
      ]);
      announceIssues({ queue, records }, issues).catch((error: Error) => told(error.message));
      if (alerts.length > 0) delivery?.kick().catch((error: Error) => told(error.message));
    },
  });
  const failed = (job: Job, error: Error, final: boolean): void =>
    told(`${job.name} ${final ? 'dikarantina' : 'akan diulang'}: ${error.message}`);
  const collector = await openCollector(installation, options.readers, {
    ...(options.calendar ? { calendar: options.calendar } : {}),
    deliver: async (items) => void (await queue.add([newJob(enrichJob, { items: [...items] })])),
    factChecksKept: async (ids) => void (await queue.add(matchEntryJobs(ids))),
  });
  const workers = await attachWorkers({
    queue,
    flow,
    carryItems: options.carryItems ?? false,
    collect: (sourceId, signal) => collectOne(installation, collector, options, { sourceId, signal }),
    evidence: {
      level: installation.collecting.evidenceLevel,
      keep: (issueId, level) =>
        keepIssueEvidence(issueId, level, { ...installation, keeper: collector.evidence }),
    },
    readReport: (reportId) =>
      readReport(reportId, {
        ...installation,
        ...collector.deps,
        store: installation.evidence,
        keeper: collector.evidence,
      }),
    failed,
    ...(telemetry ? { telemetry } : {}),
  });
  const reports = await attachReports({
    ...installation,
    failed,
    baseUrl: options.delivery?.baseUrl ?? localBaseUrl,
  });
  reports.push(
    ...(await attachDissemination({
      ...installation,
      failed,
      baseUrl: options.delivery?.baseUrl ?? localBaseUrl,
    })),
  );
  reports.push(
    await attachPrivacy({ queue, records, index, clock, evidence: installation.evidence, failed }),
  );
  reports.push(await attachWorkflow({ queue, records, clock, announce, failed }));
  const webhook = options.delivery?.channels.get('webhook');
  if (options.delivery && webhook)
    reports.push(
      attachIssueHooks({
        queue,
        records,
        clock,
        failed,
        channel: webhook,
        baseUrl: options.delivery.baseUrl,
      }),
    );
  if (options.delivery)
    delivery = await attachDelivery({ queue, records, index, clock, failed, ...options.delivery });
  return {
    flow,
    async stop() {
      await Promise.all(
        [...workers, ...reports, ...(delivery?.workers ?? [])].map((worker) => worker.stop()),
      );
    },
  };
}

/** Asks one source; its items are on the queue before its cursor moves. */
async function collectOne(
  { records, clock }: Installation,
  { collect }: Collector,
  { announce, told, telemetry }: RunWorkersOptions,
  { sourceId, signal }: { sourceId: string; signal: AbortSignal },
): Promise<void> {
  const source = (await records.sources.list()).find((one) => one.id === sourceId);
  if (!source?.enabled) return;
  // A site may keep us waiting longer than a process has to end in.
  const { items, drops, error } = await untilAborted(collect(source), signal);
  if (items > 0) telemetry?.count('stageItems', { stage: 'collect', outcome: 'new' }, items);
  telemetry?.log(error === null ? 'info' : 'warn', 'source asked', {
    source: source.id,
    items,
    drops: drops.length,
    error,
  });
  if (error !== null) told(`${source.name}: ${error}`);
  announce?.([{ kind: 'source.changed', at: clock.now(), id: source.id, unit: nationalUnit }]);
}
