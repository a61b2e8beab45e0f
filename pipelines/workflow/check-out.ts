import { hourMs } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { IssueLease } from '../../shared/domain/teamwork.ts';
import type { Scope } from '../../shared/domain/unit.ts';
import type { WorkDeps } from './change-case.ts';

/** Chosen: ten issues at three minutes each. */
export const leaseMs = hourMs / 2;
export const batchOfIssues = 10;
/** New issues that are looked through for free ones; more than twenty officers read at once nowhere. */
const candidates = 200;

export interface CheckOut {
  by: string;
  scope: Scope;
  /** 1 to 50. */
  howMany: number;
}

export interface CheckedOut {
  issues: Issue[];
  leases: IssueLease[];
}

/**
 * The most pressing new issues that nobody has or reads, up to `howMany`, for one person; what they hold already counts
 * and is renewed. No two people get the same one, however many ask at once.
 */
export async function checkOut(
  { records, clock }: WorkDeps,
  { by, scope, howMany }: CheckOut,
): Promise<CheckedOut> {
  const now = clock.now();
  const { issues } = await records.issues.list({
    scope,
    states: ['new'],
    owned: false,
    topmost: true,
    sort: 'priority',
    limit: candidates,
  });
  const active = await records.workflow.leases.active(now);
  const taken = new Set(active.filter(({ holder }) => holder !== by).map(({ issueId }) => issueId));
  const own = new Set(active.filter(({ holder }) => holder === by).map(({ issueId }) => issueId));
  const free = issues
    .filter(({ id }) => !taken.has(id))
    .toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
  const got: Issue[] = [];
  const lease = { holder: by, untilAt: now + leaseMs, now };
  for (let at = 0; got.length < howMany && at < free.length; ) {
    const next = free.slice(at, at + howMany - got.length);
    at += next.length;
    const ids = new Set(
      await records.workflow.leases.take(
        next.map(({ id }) => id),
        lease,
      ),
    );
    got.push(...next.filter(({ id }) => ids.has(id)));
  }
  const leases = got.map(({ id }) => ({ issueId: id, holder: by, takenAt: now, untilAt: lease.untilAt }));
  return { issues: got, leases };
}
