import type { Claim } from '../../../shared/domain/claim.ts';
import { claimState } from '../../../shared/domain/claim.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Referral, ReferralTarget } from '../../../shared/domain/referral.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../../shared/ports/records.ts';
import { type AnswerRefusal, AnswerRefused } from '../answer-refused.ts';
import { chooseResponse } from '../choose/choose-response.ts';
import { pathOfIssue } from '../keep-answer.ts';
import { incivilityIn, threatsIn } from '../lint/word-rules.ts';

export interface ReferralDeps {
  records: Records;
  clock: Clock;
  ids: Ids;
  scope: Scope;
}

export interface ReferralAct {
  id: string;
  /** The version that was read. */
  version: number;
  by: string;
  reason: string | null;
}

/** There is no such referral within the scope. */
export class ReferralUnknown extends Error {
  override name = 'ReferralUnknown';
}

export interface NewReferral {
  issue: Issue;
  claim: Claim;
  /** What is handed over: items that spread the claim. */
  items: readonly IndexedItem[];
  to: ReferralTarget;
  platform: string | null;
  grounds: string;
}

/** Asks for a referral; another person approves it. @throws AnswerRefused: criticism, a claim that is not false, items that do not spread it */
export async function requestReferral(
  { records, clock, ids, scope }: ReferralDeps,
  { issue, claim, items, to, platform, grounds }: NewReferral,
  { by, reason }: Pick<ReferralAct, 'by' | 'reason'>,
): Promise<Referral> {
  const at = clock.now();
  const refusals = [
    ...(await matterRefusals(records, issue, claim, scope, at)),
    ...itemRefusals(items, issue),
    ...groundRefusals(grounds),
    ...(to === 'platform' && platform === null
      ? [{ path: 'platform', message: 'Sebut platform yang dituju.' }]
      : []),
  ];
  if (refusals.length > 0) throw new AnswerRefused(refusals);
  const referral: Referral = {
    id: ids.next(),
    version: 1,
    state: 'draft',
    to,
    platform: to === 'platform' ? platform : null,
    unit: issue.unit,
    issueId: issue.id,
    claimId: claim.id,
    itemIds: items.map(({ id }) => id),
    grounds,
    requestedBy: by,
    requestedAt: at,
    approver: null,
    approvedAt: null,
    sentAt: null,
    receipt: null,
    updatedAt: at,
    updatedBy: by,
  };
  return records.transaction(async (inner) => {
    await write(inner, null, referral, { action: 'referral.request', by, at, reason });
    return referral;
  });
}

/** What stands against referring the matter at all. */
async function matterRefusals(
  records: Records,
  issue: Issue,
  claim: Claim,
  scope: Scope,
  now: Instant,
): Promise<AnswerRefusal[]> {
  const path = await pathOfIssue(records, issue);
  const { referral } = chooseResponse({ claim, issue, path, unit: scope.unit, now });
  if (!referral.allowed) return [{ path: 'claim', message: referral.reason }];
  return claimState(claim, now) === 'approved'
    ? []
    : [{ path: 'claim', message: 'Vonis klaim belum disetujui, atau sudah lewat tanggal tinjau ulang.' }];
}

function itemRefusals(items: readonly IndexedItem[], issue: Issue): AnswerRefusal[] {
  const why = ({ labels, issueId }: IndexedItem): string | null => {
    if (labels.criticism.value) return 'Kritik tidak dirujuk ke pihak mana pun.';
    if (issueId !== issue.id) return 'Konten ini bukan bagian dari isu ini.';
    const { value } = labels.stance;
    return value === 'membantah' || value === 'memberitakan' || value === 'bertanya'
      ? 'Konten ini membantah, memberitakan, atau bertanya; yang dirujuk hanya yang menyebarkan.'
      : null;
  };
  if (items.length === 0)
    return [{ path: 'items', message: 'Tidak ada konten yang menyebarkan klaim ini untuk dirujuk.' }];
  return items.flatMap((item) => {
    const message = why(item);
    return message === null ? [] : [{ path: `items.${item.id}`, message }];
  });
}

const groundRefusals = (grounds: string): AnswerRefusal[] =>
  [...threatsIn(grounds), ...incivilityIn(grounds)].map(({ message }) => ({ path: 'grounds', message }));

const refused = (path: string, message: string): AnswerRefused => new AnswerRefused([{ path, message }]);

/** Approves the request of somebody else; the matter is judged once more. */
export const approveReferral = (deps: ReferralDeps, act: ReferralAct): Promise<Referral> =>
  revise(deps, act, 'referral.approve', ['draft'], async (referral, at, records) => {
    if (referral.requestedBy === act.by)
      throw refused('approver', 'Pemohon tidak boleh menyetujui rujukannya sendiri; mintalah orang lain.');
    const [issue] = await records.issues.many([referral.issueId]);
    const claim = await records.claims.get(referral.claimId);
    if (!issue || !claim) throw refused('issue', 'Isu atau klaimnya tidak ada lagi.');
    const refusals = await matterRefusals(records, issue, claim, deps.scope, at);
    if (refusals.length > 0) throw new AnswerRefused(refusals);
    return { ...referral, state: 'approved', approver: act.by, approvedAt: at };
  });

/** Says that it was handed over, and what the receiver filed it under. */
export const sendReferral = (
  deps: ReferralDeps,
  receipt: string | null,
  act: ReferralAct,
): Promise<Referral> =>
  revise(deps, act, 'referral.send', ['approved'], async (referral, at) => ({
    ...referral,
    state: 'sent',
    sentAt: at,
    receipt,
  }));

export const cancelReferral = (deps: ReferralDeps, act: ReferralAct): Promise<Referral> =>
  revise(deps, act, 'referral.cancel', ['draft', 'approved'], async (referral) => ({
    ...referral,
    state: 'cancelled',
  }));

async function revise(
  { records, clock, scope }: ReferralDeps,
  { id, version, by, reason }: ReferralAct,
  action: string,
  states: readonly Referral['state'][],
  next: (referral: Referral, at: Instant, records: Records) => Promise<Referral>,
): Promise<Referral> {
  return records.transaction(async (inner) => {
    const before = await inner.referrals.get(id, scope);
    if (!before) throw new ReferralUnknown(`There is no referral ${id}`);
    if (before.version !== version) throw new VersionConflict(`referral ${id}`);
    if (!states.includes(before.state))
      throw refused('state', `Rujukan ini berstatus "${before.state}"; tindakan ini tidak berlaku baginya.`);
    const at = clock.now();
    const changed = await next(before, at, inner);
    const after: Referral = { ...changed, updatedAt: at, updatedBy: by, version: version + 1 };
    await write(inner, before, after, { action, by, at, reason });
    return after;
  });
}

type Step = { action: string; by: string; at: Instant; reason: string | null };

async function write(
  records: Records,
  before: Referral | null,
  after: Referral,
  { action, by, at, reason }: Step,
): Promise<void> {
  await records.referrals.put(after);
  await records.audit.append({ at, actor: by, action, subject: after.id, before, after, reason });
}
