import { type Claim, type ClaimContent, type ClaimStatus, reviewAfterMs } from '../../shared/domain/claim.ts';
import { approvedFields } from '../../shared/domain/claim-rules.ts';
import type { FactCheck } from '../../shared/domain/fact-check.ts';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../shared/ports/records.ts';
import { bundledCalendar, type ElectionCalendar, stagesAt, votingWindowAt } from '../watch/calendar.ts';
import { followClaim } from '../workflow/take-verdict.ts';

export interface ClaimDeps {
  records: Records;
  clock: Clock;
  ids: Ids;
  calendar?: ElectionCalendar;
}

/** Who acts and why; for the record and its audit entry. */
export interface Act {
  by: string;
  reason: string | null;
}

/** An act on a claim as somebody read it. */
export interface ClaimAct extends Act {
  id: string;
  /** The version that was read. */
  version: number;
}

/** There is no such claim. */
export class ClaimUnknown extends Error {
  override name = 'ClaimUnknown';
}

/** Somebody else changed the claim since it was read; says who, when and what. */
export class ClaimChanged extends VersionConflict {
  override name = 'ClaimChanged';
  readonly now: Claim;
  /** Fields that differ from the version that was read. */
  readonly fields: string[];
  constructor(now: Claim, read: Claim | null) {
    super(`claim ${now.id}`);
    this.now = now;
    this.fields = Object.keys(now).filter(
      (key) =>
        !bookkeeping.has(key) &&
        JSON.stringify(now[key as keyof Claim]) !== JSON.stringify(read?.[key as keyof Claim]),
    );
  }

  /** What happened and what to do, in one English sentence each. */
  get hint(): string {
    const { updatedBy, updatedAt, version } = this.now;
    const what = this.fields.length > 0 ? this.fields.join(', ') : 'nothing that shows';
    return `${updatedBy} changed ${what} at ${toRfc3339(updatedAt)}; it is version ${version} now. Read it again, and if your change still holds send it with version ${version}: nothing of yours was stored.`;
  }
}

const bookkeeping = new Set(['version', 'updatedAt', 'updatedBy']);

const emptyContent: ClaimContent = {
  text: '',
  explanation: '',
  kind: null,
  informationType: null,
  evidence: [],
  firstAppearedAt: null,
  firstUrl: null,
  sightings: [],
  areas: [],
  stage: null,
  unit: 'RI',
  url: null,
};

/** A claim as it begins: nobody has judged it. */
export const uncheckedClaim = (
  id: string,
  content: Partial<ClaimContent> & Pick<ClaimContent, 'text'>,
  { by, at }: { by: string; at: Instant },
): Claim => ({
  ...emptyContent,
  ...content,
  id,
  verdict: 'belum_diperiksa',
  checker: null,
  checkedAt: null,
  approver: null,
  approvedAt: null,
  reviewAt: null,
  createdAt: at,
  createdBy: by,
  updatedAt: at,
  updatedBy: by,
  withdrawnAt: null,
  version: 1,
});

/** Adds an unchecked claim. */
export async function createClaim(
  { records, clock, ids }: ClaimDeps,
  content: Partial<ClaimContent> & Pick<ClaimContent, 'text'>,
  { by, reason }: Act,
): Promise<Claim> {
  const at = clock.now();
  const claim = uncheckedClaim(ids.next(), content, { by, at });
  return records.transaction(async (inner) => {
    await inner.claims.put(claim);
    await audit(inner, { at, actor: by, action: 'claim.create', before: null, after: claim, reason });
    return claim;
  });
}

/** What a fact-check gives a claim of one's own: the statement, and a secondary source for it. */
export const contentOfFactCheck = (check: FactCheck): Partial<ClaimContent> & Pick<ClaimContent, 'text'> => ({
  text: check.text,
  kind: check.kind,
  firstAppearedAt: check.firstAppearedAt,
  evidence:
    check.url === null
      ? []
      : [
          {
            title: `${check.checker}: ${check.title}`.slice(0, 500),
            url: check.url,
            tier: 'secondary',
            archiveHash: null,
          },
        ],
});

/** Changes what is written of a claim. Where that was approved the approval lapses, and who changed it answers for the verdict. */
export const changeClaim = (deps: ClaimDeps, content: Partial<ClaimContent>, act: ClaimAct): Promise<Claim> =>
  revise(deps, act, 'claim.change', (claim, at) => {
    const next: Claim = { ...claim, ...content };
    const touches = approvedFields.some(
      (field) => JSON.stringify(claim[field]) !== JSON.stringify(next[field]),
    );
    if (!touches || claim.verdict === 'belum_diperiksa') return next;
    return { ...next, ...unapproved, checker: act.by, checkedAt: at };
  });

const unapproved = { approver: null, approvedAt: null, reviewAt: null } as const;

/** Sets the verdict, by one person; it counts as approved only once another one approves it. @throws ClaimRefused when its sources do not suffice */
export const judgeClaim = (
  deps: ClaimDeps,
  given: { verdict: ClaimStatus; evidence?: ClaimContent['evidence']; explanation?: string },
  act: ClaimAct,
): Promise<Claim> =>
  revise(deps, act, 'claim.verdict', (claim, at) => {
    const isJudged = given.verdict !== 'belum_diperiksa';
    return {
      ...claim,
      ...given,
      ...unapproved,
      checker: isJudged ? act.by : null,
      checkedAt: isJudged ? at : null,
    };
  });

/**
 * Approves the verdict, or renews an approval that has grown stale. The review date is 7 days off during a stage of an
 * election of the claim's unit, else 30. @throws ClaimRefused when the checker approves it
 */
export const approveClaim = (deps: ClaimDeps, given: { reviewAt?: Instant }, act: ClaimAct): Promise<Claim> =>
  revise(deps, act, 'claim.approve', (claim, at) => ({
    ...claim,
    approver: act.by,
    approvedAt: at,
    reviewAt: given.reviewAt ?? reviewDateOf(claim.unit, at, deps.calendar),
  }));

/** Takes a claim out of matching, or back in. */
export const withdrawClaim = (deps: ClaimDeps, withdrawn: boolean, act: ClaimAct): Promise<Claim> =>
  revise(deps, act, withdrawn ? 'claim.withdraw' : 'claim.restore', (claim, at) => ({
    ...claim,
    withdrawnAt: withdrawn ? at : null,
  }));

export function reviewDateOf(
  unit: string,
  at: Instant,
  calendar: ElectionCalendar = bundledCalendar,
): Instant {
  const inStage = stagesAt(calendar, unit, at).length > 0 || votingWindowAt(calendar, unit, at) !== null;
  return at + (inStage ? reviewAfterMs.duringStage : reviewAfterMs.otherwise);
}

type Next = (claim: Claim, at: Instant) => Claim;

/** One change of one claim with its audit entry. @throws ClaimUnknown, ClaimChanged, ClaimRefused */
async function revise(
  { records, clock }: ClaimDeps,
  { id, version, by, reason }: ClaimAct,
  action: string,
  next: Next,
): Promise<Claim> {
  return records.transaction(async (inner) => {
    const before = await inner.claims.get(id);
    if (!before) throw new ClaimUnknown(`There is no claim ${id}`);
    if (before.version !== version) {
      const read = (await inner.claims.versions(id)).find((one) => one.version === version);
      throw new ClaimChanged(before, read ?? null);
    }
    const at = clock.now();
    const after: Claim = { ...next(before, at), updatedAt: at, updatedBy: by, version: version + 1 };
    await inner.claims.put(after);
    await audit(inner, { at, actor: by, action, before, after, reason });
    await followClaim(inner, after, by, at);
    return after;
  });
}

async function audit(
  records: Records,
  entry: {
    at: Instant;
    actor: string;
    action: string;
    before: Claim | null;
    after: Claim;
    reason: string | null;
  },
): Promise<void> {
  await records.audit.append({ ...entry, subject: entry.after.id });
}
