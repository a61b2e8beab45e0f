import { type AnswerChannel, type AnswerKind, answerChannels } from '../../../shared/domain/answer.ts';
import { type Claim, claimState } from '../../../shared/domain/claim.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ReferralTarget } from '../../../shared/domain/referral.ts';
import type { Level } from '../../../shared/domain/risk.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { CasePath } from '../../../shared/domain/workflow.ts';
import { defaultTargets } from '../../watch/clock-targets.ts';
import { type Owner, ownerOf } from './owner-of.ts';
import { channelsOf, type ResponseStrategy, replyStrategy, strategies } from './response-strategy.ts';

export interface ChoiceInput {
  /** What is answered; null for criticism, a question or a request without a claim. */
  claim: Claim | null;
  issue: Issue | null;
  /** Where the reader acts. */
  unit: string;
  now: Instant;
  /** The way that people put the issue on; null while nobody sorted it. */
  path?: CasePath | null;
  /** Said by a person; default: as the issue was sorted, else whether most of its items are criticism. */
  isCriticism?: boolean | undefined;
}

export type BlockCode =
  | 'denial'
  | 'hoax_word'
  | 'referral'
  | 'tier'
  | 'verdict_unapproved'
  | 'verdict_stale'
  | 'claim_withdrawn';

export interface Blocked {
  code: BlockCode;
  /** In Indonesian: what may not be done, and why. */
  what: string;
  why: string;
}

export interface ReferralChoice {
  allowed: boolean;
  advised: boolean;
  to: ReferralTarget[];
  reason: string;
}

export interface ResponseChoice extends ResponseStrategy {
  isCriticism: boolean;
  owner: Owner;
  mayAnswerHere: boolean;
  channels: AnswerChannel[];
  blocked: Blocked[];
  referral: ReferralChoice;
  /** Running time from detection that DOMAIN's clock leaves, ms; null where there is no issue. */
  within: { level: Level; holding: number | null; clarification: number | null } | null;
}

/** Criticism is a tag of its own: an issue is one when at least half of its unique items are. */
export const isCriticalIssue = ({ counts }: Pick<Issue, 'counts'>): boolean =>
  counts.unique > 0 && counts.criticism * 2 >= counts.unique;

/** Half of the items raise the indication: it rises on honest complaints too, so it never stands alone. Chosen. */
const indicatedShare = 0.5;
/** One in five carries the claim on as its own; of complaints next to none does (sample week). Chosen. */
const spreadingShare = 0.2;

/**
 * Whether a claim seems to be on its way that nobody has checked: grave, indicated, and carried on rather than reported.
 * Criticism alone is none of it: it states what its writer saw, and its stance is no spreading.
 */
export const seemsUncheckedClaim = ({
  counts,
  risk,
  verdict,
}: Pick<Issue, 'counts' | 'risk' | 'verdict'>): boolean =>
  verdict === 'belum_diperiksa' &&
  (risk.level === 'kritis' || risk.level === 'tinggi') &&
  counts.items > 0 &&
  counts.indicated >= counts.items * indicatedShare &&
  counts.stance.menyebarkan >= counts.items * spreadingShare;

/** The kind of answer, who owns it, and what is blocked and why: verdict × SCCT, as DOMAIN has it. */
export function chooseResponse({
  claim,
  issue,
  unit,
  now,
  path = null,
  isCriticism: said,
}: ChoiceInput): ResponseChoice {
  const isUnchecked =
    issue !== null &&
    (claim?.verdict ?? 'belum_diperiksa') === 'belum_diperiksa' &&
    seemsUncheckedClaim(issue);
  const seemsCritical = issue !== null && isCriticalIssue(issue) && !claimIsFalse(claim) && !isUnchecked;
  const isCriticism = said ?? (path === null ? seemsCritical : path === 'criticism');
  const isAsked = path === 'question' || path === 'service';
  // Sorted as a claim, or looking like one to whom nobody sorted it: said is only that it is being looked into.
  const isHeld = claim === null && (path === 'claim' || (path === null && isUnchecked));
  const isReplied = isCriticism || isAsked || (claim === null && !isHeld);
  const strategy = isReplied ? replyStrategy : strategies[claim?.verdict ?? 'belum_diperiksa'];
  const owner = ownerOf(claim, issue);
  const referral = chooseReferral(claim, issue, isReplied);
  const mayAnswerHere = covers(unit, owner.unit);
  const blocked = [
    ...blockedByKind(strategy.kind, claim, isCriticism),
    ...blockedByState(strategy.kind, claim, now),
    ...(referral.allowed
      ? []
      : [{ code: 'referral' as const, what: 'Merujuk ke pihak lain', why: referral.reason }]),
    ...(mayAnswerHere ? [] : [{ code: 'tier' as const, what: 'Menjawab dari unit ini', why: owner.reason }]),
  ];
  const targets = issue && defaultTargets[issue.risk.level].within;
  return {
    ...strategy,
    isCriticism,
    owner,
    mayAnswerHere,
    channels: answerChannels.filter((channel) => channelsOf(strategy.kind).includes(channel)),
    blocked,
    referral,
    within: issue &&
      targets && {
        level: issue.risk.level,
        holding: targets.holding ?? null,
        clarification: targets.clarification ?? null,
      },
  };
}

const claimIsFalse = (claim: Claim | null): boolean =>
  claim?.verdict === 'salah' || claim?.verdict === 'menyesatkan';

function blockedByKind(kind: AnswerKind, claim: Claim | null, isCriticism: boolean): Blocked[] {
  if (isCriticism)
    return [{ code: 'hoax_word', what: 'Kata "hoaks"', why: 'Kritik adalah masukan, bukan hoaks.' }];
  if (kind === 'holding')
    return [
      {
        code: 'denial',
        what: 'Sangkalan',
        why: 'Klaim belum terbukti benar atau salah; hanya pernyataan awal yang boleh disampaikan.',
      },
    ];
  if (claim && claim.verdict !== 'salah')
    return [
      {
        code: 'hoax_word',
        what: 'Kata "hoaks" pada judul',
        why: 'Ada bagian yang benar; akui dahulu bagian itu.',
      },
    ];
  return [];
}

function blockedByState(kind: AnswerKind, claim: Claim | null, now: Instant): Blocked[] {
  if (claim === null || kind === 'holding' || kind === 'reply') return [];
  const what = 'Mengajukan dan menerbitkan jawaban';
  switch (claimState(claim, now)) {
    case 'checked':
      return [{ code: 'verdict_unapproved', what, why: 'Vonis belum disetujui orang selain pemeriksanya.' }];
    case 'stale':
      return [{ code: 'verdict_stale', what, why: 'Tanggal tinjau ulang vonis sudah lewat.' }];
    case 'withdrawn':
      return [{ code: 'claim_withdrawn', what, why: 'Klaim sudah dicabut dari basis pengetahuan.' }];
    default:
      return [];
  }
}

/** Dangerous and massive: kritis, or both factors at four or more. */
const isDangerous = ({ risk }: Issue): boolean =>
  risk.level === 'kritis' || (risk.likelihood >= 4 && risk.impact >= 4);

function chooseReferral(claim: Claim | null, issue: Issue | null, isReplied: boolean): ReferralChoice {
  const never = (reason: string): ReferralChoice => ({ allowed: false, advised: false, to: [], reason });
  if (isReplied) return never('Kritik, pertanyaan, dan permintaan layanan tidak dirujuk ke pihak mana pun.');
  if (claim === null || !claimIsFalse(claim))
    return never('Hanya klaim yang dinyatakan salah atau menyesatkan yang dapat dirujuk.');
  const to: ReferralTarget[] = ['bawaslu', 'platform'];
  if (claim.kind === 'imposter' || claim.kind === 'manipulated') to.push('legal');
  const advised = (issue !== null && isDangerous(issue)) || claim.kind === 'imposter';
  return {
    allowed: true,
    advised,
    to,
    reason: advised
      ? 'Berbahaya dan meluas, atau mengatasnamakan KPU: klarifikasi disertai rujukan.'
      : 'Cukup klarifikasi; rujukan bila penyebarannya meluas atau membahayakan.',
  };
}
