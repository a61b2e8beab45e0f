import { rightsIn } from '../../shared/domain/user.ts';
import type { Records } from '../../shared/ports/records.ts';
import {
  type CaseAct,
  type CaseChangeResult,
  type CaseWrite,
  changeCase,
  type Held,
  refuse,
  type WorkDeps,
} from './change-case.ts';
import { notify } from './notify.ts';

/** The name of a person; what they are known by where there is none. */
export const nameOf = async ({ people }: Pick<Records, 'people'>, id: string): Promise<string> =>
  (await people.users.get(id))?.name ?? id;

const ownerWrite = (
  { issue, now }: Held,
  owner: string | null,
  said: Pick<CaseWrite, 'what' | 'why' | 'action'>,
): CaseWrite => ({
  ...said,
  issue: { owner },
  work: { ownerSince: owner === null ? null : now },
  before: { owner: issue.owner },
  after: { owner },
});

/** Takes an issue in hand that nobody has. @throws StepRefused when somebody else has it */
export const takeIssue = (deps: WorkDeps, act: CaseAct): Promise<CaseChangeResult> =>
  changeCase(deps, act, async (held) => {
    const { owner } = held.issue;
    if (owner !== null && owner !== act.by)
      throw refuse(
        'owner',
        `Isu ini sudah dipegang ${await nameOf(held.records, owner)}. Minta yang bersangkutan melepasnya, atau minta penyetuju mengalihkannya.`,
      );
    return ownerWrite(held, act.by, { what: 'mengambil isu', why: null, action: 'issue.take' });
  });

/** Gives one's own back. @throws StepRefused when it is somebody else's */
export const releaseIssue = (
  deps: WorkDeps,
  act: CaseAct & { why: string | null },
): Promise<CaseChangeResult> =>
  changeCase(deps, act, async (held) => {
    if (held.issue.owner !== act.by) throw refuse('owner', 'Anda tidak sedang memegang isu ini.');
    return ownerWrite(held, null, { what: 'melepas isu', why: act.why, action: 'issue.release' });
  });

/** Puts an issue in somebody's hands, also out of another's, who is told. @throws StepRefused for who may not work on it */
export const assignIssue = (
  deps: WorkDeps,
  act: CaseAct & { owner: string; why: string | null },
): Promise<CaseChangeResult> =>
  changeCase(deps, act, async (held) => {
    const { records, issue, work, now } = held;
    const user = await records.people.users.get(act.owner);
    const unit = issue.handler ?? issue.unit;
    if (!user?.active || !rightsIn(user.grants, unit).permissions.includes('triage'))
      throw refuse('owner', 'Orang ini tidak dapat mengerjakan isu di unit yang menanganinya.');
    const text = `${issue.number} "${issue.title}" diserahkan kepada ${user.name}.`;
    const others = [user.id, issue.owner].filter((id): id is string => id !== null && id !== act.by);
    const cause = `${issue.id} ${work.version + 1}`;
    await notify(records, others, cause, { kind: 'assigned', issueId: issue.id, text }, now);
    return ownerWrite(held, user.id, {
      what: `menyerahkan isu kepada ${user.name}`,
      why: act.why,
      action: 'issue.assign',
    });
  });

/** Says that somebody is still at it, so that nobody asks. */
export const stillWorking = (deps: WorkDeps, act: CaseAct): Promise<CaseChangeResult> =>
  changeCase(deps, act, async ({ issue }) => {
    if (issue.owner !== act.by) throw refuse('owner', 'Anda tidak sedang memegang isu ini.');
    return {
      what: 'masih mengerjakan',
      why: null,
      action: 'issue.still_working',
      before: null,
      after: null,
    };
  });

/** Shows a national or provincial issue to the units below, or to its own people only again. */
export const showIssue = (
  deps: WorkDeps,
  act: CaseAct & { visibility: 'own' | 'below'; why: string | null },
): Promise<CaseChangeResult> =>
  changeCase(deps, act, async ({ issue }) => ({
    issue: { visibility: act.visibility },
    what:
      act.visibility === 'below' ? 'memperlihatkan isu ke unit di bawah' : 'menutup isu bagi unit di bawah',
    why: act.why,
    action: 'issue.visibility',
    before: { visibility: issue.visibility ?? 'own' },
    after: { visibility: act.visibility },
  }));
