import { claimState } from '../../shared/domain/claim.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { type Issue, openStates } from '../../shared/domain/issue.ts';
import { type Level, levels } from '../../shared/domain/risk.ts';
import { nationalScope, type Scope } from '../../shared/domain/unit.ts';
import type { Permission } from '../../shared/domain/user.ts';
import type { Records } from '../../shared/ports/records.ts';

export type TodoKind =
  | 'nudge'
  | 'handover'
  | 'mention'
  | 'approval'
  | 'verdict_approval'
  | 'owned'
  | 'reading'
  | 'notice';

/** One thing that waits for a person. */
export interface Todo {
  kind: TodoKind;
  /** What it is about: an issue, an answer, a claim, a hand-over, a notice. */
  id: string;
  issueId: string | null;
  issueNumber: string | null;
  title: string;
  /** What to do, in Indonesian. */
  text: string;
  level: Level | null;
  dueAt: Instant | null;
  at: Instant;
}

export interface Worker {
  userId: string;
  scope: Scope;
  permissions: ReadonlySet<Permission>;
}

export interface TodoDeps {
  records: Records;
  now: Instant;
  /** When the next target of an issue is due. */
  nextDue(issue: Issue): Promise<Instant | null>;
}

const most = 200;

/** What waits for one person, the gravest and first due on top. */
export async function todoList(deps: TodoDeps, me: Worker): Promise<Todo[]> {
  const parts = await Promise.all([
    ownIssues(deps, me),
    unreadNotices(deps, me),
    waitingHandovers(deps, me),
    waitingAnswers(deps, me),
    waitingVerdicts(deps, me),
    reading(deps, me),
  ]);
  const rank = ({ level }: Todo): number => (level === null ? 0 : levels.indexOf(level));
  return parts
    .flat()
    .toSorted(
      (a, b) =>
        rank(b) - rank(a) ||
        (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) ||
        a.at - b.at,
    );
}

const ofIssue = (issue: Issue | undefined) => ({
  issueId: issue?.id ?? null,
  issueNumber: issue?.number ?? null,
  level: issue?.risk.level ?? null,
});

async function ownIssues({ records, nextDue }: TodoDeps, { userId }: Worker): Promise<Todo[]> {
  const { issues } = await records.issues.list({
    scope: nationalScope,
    owner: userId,
    states: openStates,
    sort: 'priority',
    limit: most,
  });
  return Promise.all(
    issues.map(async (issue) => ({
      kind: 'owned' as const,
      id: issue.id,
      ...ofIssue(issue),
      title: issue.title,
      text: issue.priority.nextStep,
      dueAt: await nextDue(issue),
      at: issue.lastAt,
    })),
  );
}

async function unreadNotices({ records }: TodoDeps, { userId }: Worker): Promise<Todo[]> {
  const notices = await records.workflow.notices.of({ userId, unread: true, limit: most });
  const issues = await issuesOf(
    records,
    notices.map(({ issueId }) => issueId),
  );
  // an offer stands in the list as long as it is open, read or not
  return notices
    .filter(({ kind }) => kind !== 'handover')
    .map(({ id, kind, issueId, text, at }) => ({
      kind: kind === 'mention' || kind === 'nudge' ? kind : ('notice' as const),
      id,
      ...ofIssue(issues.get(issueId)),
      title: issues.get(issueId)?.title ?? '',
      text,
      dueAt: null,
      at,
    }));
}

const issuesOf = async (records: Records, ids: readonly string[]): Promise<Map<string, Issue>> =>
  new Map((await records.issues.many([...new Set(ids)])).map((issue) => [issue.id, issue]));

async function waitingHandovers({ records }: TodoDeps, { scope, permissions }: Worker): Promise<Todo[]> {
  if (!permissions.has('triage')) return [];
  const open = await records.workflow.handovers.open({ to: [scope.unit], limit: most });
  const issues = await issuesOf(
    records,
    open.map(({ issueId }) => issueId),
  );
  return open.map(({ id, issueId, reason, dueAt, at }) => ({
    kind: 'handover',
    id,
    ...ofIssue(issues.get(issueId)),
    title: issues.get(issueId)?.title ?? '',
    text: `Terima atau kembalikan pelimpahan ini: ${reason}`,
    dueAt,
    at,
  }));
}

async function waitingAnswers(
  { records }: TodoDeps,
  { userId, scope, permissions }: Worker,
): Promise<Todo[]> {
  if (!permissions.has('approve')) return [];
  const answers = await records.answers.list({ scope, states: ['submitted'], limit: most });
  const mine = answers.filter(({ drafters }) => !drafters.includes(userId));
  const issues = await issuesOf(
    records,
    mine.flatMap(({ issueId }) => issueId ?? []),
  );
  return mine.map(({ id, issueId, submittedAt, updatedAt }) => {
    const issue = issueId === null ? undefined : issues.get(issueId);
    return {
      kind: 'approval',
      id,
      ...ofIssue(issue),
      title: issue?.title ?? 'Naskah',
      text: 'Tinjau dan setujui naskah ini, atau kembalikan dengan alasan.',
      dueAt: null,
      at: submittedAt ?? updatedAt,
    };
  });
}

async function waitingVerdicts(
  { records, now }: TodoDeps,
  { userId, scope, permissions }: Worker,
): Promise<Todo[]> {
  if (!permissions.has('approve')) return [];
  const { claims } = await records.claims.list({
    units: [scope.unit],
    verdicts: ['salah', 'menyesatkan', 'sebagian_benar', 'benar', 'belum_terbukti'],
    limit: most,
  });
  return claims
    .filter((claim) => ['checked', 'stale'].includes(claimState(claim, now)) && claim.checker !== userId)
    .map((claim) => ({
      kind: 'verdict_approval',
      id: claim.id,
      ...ofIssue(undefined),
      title: claim.text,
      text:
        claimState(claim, now) === 'stale'
          ? 'Vonis klaim ini lewat tanggal tinjau ulang; tinjau dan setujui lagi.'
          : 'Setujui vonis klaim ini, atau kembalikan kepada pemeriksanya.',
      dueAt: claim.reviewAt,
      at: claim.updatedAt,
    }));
}

async function reading({ records, now }: TodoDeps, { userId }: Worker): Promise<Todo[]> {
  const leases = (await records.workflow.leases.active(now)).filter(({ holder }) => holder === userId);
  const issues = await issuesOf(
    records,
    leases.map(({ issueId }) => issueId),
  );
  return leases.flatMap(({ issueId, untilAt, takenAt }) => {
    const issue = issues.get(issueId);
    if (issue?.state !== 'new') return [];
    return {
      kind: 'reading' as const,
      id: issueId,
      ...ofIssue(issue),
      title: issue.title,
      text: 'Pilah isu ini, atau lepaskan agar dibaca orang lain.',
      dueAt: untilAt,
      at: takenAt,
    };
  });
}
