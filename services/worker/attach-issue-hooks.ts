import { toApiIssue } from '../../shared/api/issues.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import { hashId } from '../../shared/domain/ids.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import {
  hookWants,
  type IssueHook,
  issueHooksName,
  issueHooksSchema,
} from '../../shared/domain/issue-hook.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { issueHookJob } from '../../shared/jobs/jobs.ts';
import { type Channel, TemporaryFailure } from '../../shared/ports/channel.ts';
import { type Job, PermanentFailure, type Queue, type Worker } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';

export interface IssueHookDeps {
  queue: Queue;
  records: Pick<Records, 'state' | 'issues'>;
  clock: { now(): number };
  /** The signed webhook. */
  channel: Channel;
  baseUrl: string;
  failed(job: Job, error: Error, final: boolean): void;
}

export async function readIssueHooks(records: Pick<Records, 'state'>): Promise<IssueHook[]> {
  return issueHooksSchema.safeParse(await records.state.get(issueHooksName)).data ?? [];
}

/** A job for every subscriber that wants to hear of a change; the key keeps one version from being told twice. */
export async function announceIssues(
  { queue, records }: Pick<IssueHookDeps, 'queue' | 'records'>,
  changed: readonly { id: string }[],
): Promise<number> {
  const hooks = await readIssueHooks(records);
  if (hooks.length === 0 || changed.length === 0) return 0;
  const issues = await records.issues.many(changed.map(({ id }) => id));
  const jobs = hooks.flatMap((hook) =>
    issues
      .filter((issue) => hookWants(hook, issue))
      .map(({ id, version }) =>
        newJob(issueHookJob, { hookId: hook.id, issueId: id, version }, { priority: 6 }),
      ),
  );
  if (jobs.length > 0) await queue.add(jobs);
  return jobs.length;
}

function messageOf(issue: Issue, now: number, baseUrl: string): Message {
  const link = `${baseUrl.replace(/\/$/, '')}/v1/issues/${issue.number}`;
  return {
    id: hashId(`issue ${issue.id} ${issue.version}`),
    kind: 'issue',
    alertId: null,
    issueId: issue.id,
    unit: issue.unit,
    level: issue.risk.level,
    at: now,
    subject: issue.title,
    short: issue.title.slice(0, 160),
    text: issue.title,
    html: '',
    link,
    chart: null,
    data: { issue: toApiIssue(issue), link },
  };
}

/** Posts changes of issues to subscribers, signed; refusals end a job, everything else is tried again. */
export function attachIssueHooks(deps: IssueHookDeps): Worker {
  const { queue, records, clock, channel, baseUrl, failed } = deps;
  const tell = async (job: Job): Promise<void> => {
    const { hookId, issueId, version } = payloadOf(issueHookJob, job.payload);
    const hook = (await readIssueHooks(records)).find(({ id }) => id === hookId);
    const issue = await records.issues.get(issueId, nationalScope);
    // Taken off the list, or changed again since: the later change has its own job.
    if (!hook || !issue || issue.version > version) return;
    const contact = { channel: 'webhook' as const, address: hook.url, secrets: [hook.secret] };
    const deliveryId = hashId(`hook ${hookId} ${issueId} ${version}`);
    try {
      await channel.send(messageOf(issue, clock.now(), baseUrl), {
        deliveryId,
        recipientId: hookId,
        name: hookId,
        contact: contact as never,
      });
    } catch (error) {
      if (error instanceof TemporaryFailure) throw error;
      throw new PermanentFailure((error as Error).message);
    }
  };
  return queue.work(issueHookJob.name, tell, { concurrency: 2, onFailure: failed });
}
