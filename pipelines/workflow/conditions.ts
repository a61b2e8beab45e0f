import type { Answer } from '../../shared/domain/answer.ts';
import { type Claim, claimState } from '../../shared/domain/claim.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Publication } from '../../shared/domain/publication.ts';
import type { Handover } from '../../shared/domain/teamwork.ts';
import type { Permission } from '../../shared/domain/user.ts';
import { whyNotOfTier } from '../claims/answering-tier.ts';
import { isAtLeast } from '../watch/risk.ts';
import { handlingUnit } from './hand-over.ts';

/** What decides whether a step may be taken. */
export interface StepFacts {
  issue: Pick<Issue, 'owner' | 'verdict' | 'risk' | 'unit' | 'handler'>;
  answers: readonly Pick<Answer, 'state' | 'kind'>[];
  publications: readonly Pick<Publication, 'state' | 'kind'>[];
  handovers: readonly Pick<Handover, 'state' | 'to'>[];
  /** The claim that the issue is about. */
  claim: Pick<Claim, 'text' | 'unit' | 'areas' | 'verdict' | 'approver' | 'reviewAt' | 'withdrawnAt'> | null;
  now: Instant;
  /** null: the program itself. */
  permissions: ReadonlySet<Permission> | null;
}

export type ConditionName =
  | 'owned'
  | 'judged'
  | 'submitted'
  | 'published'
  | 'not_handed_over'
  | 'light_enough'
  | 'own_tier';

/** @returns why it is not so, and what to do about it, in Indonesian; null when it is */
type Condition = (facts: StepFacts) => string | null;

const unless = (isSo: boolean, why: string): string | null => (isSo ? null : why);

export const conditions: Readonly<Record<ConditionName, Condition>> = {
  owned: ({ issue }) =>
    unless(issue.owner !== null, 'Belum ada penanggung jawab. Ambil isu ini atau tunjuk seseorang dahulu.'),
  judged: ({ issue, claim, now }) =>
    issue.verdict === 'belum_diperiksa'
      ? 'Belum ada vonis. Tetapkan vonis dari klaim yang sudah disetujui orang kedua.'
      : unless(
          claim === null || claimState(claim, now) === 'approved',
          'Vonis sudah lewat tanggal tinjau ulang. Tinjau klaimnya, lalu setujui lagi.',
        ),
  submitted: ({ answers }) =>
    unless(
      answers.some(({ state }) => state === 'submitted' || state === 'approved'),
      'Belum ada naskah yang diajukan. Ajukan naskahnya dahulu.',
    ),
  // A holding statement says that somebody is looking into it: it is no clarification.
  published: ({ publications }) =>
    unless(
      publications.some(({ state, kind }) => state === 'live' && kind !== 'holding'),
      'Belum ada klarifikasi yang terbit untuk isu ini. Setujui dan terbitkan naskahnya dahulu.',
    ),
  not_handed_over: ({ handovers }) => {
    const open = handovers.find(({ state }) => state === 'open');
    return unless(
      open === undefined,
      `Pelimpahan ke ${open?.to} belum dijawab. Tunggu jawabannya atau tarik pelimpahan itu.`,
    );
  },
  own_tier: ({ issue, claim }) => {
    const why = whyNotOfTier(claim, handlingUnit(issue));
    return why && `${why} Eskalasikan isu ini.`;
  },
  light_enough: ({ issue, permissions }) =>
    unless(
      !isAtLeast(issue.risk.level, 'tinggi') || permissions === null || permissions.has('approve'),
      `Isu bertingkat ${issue.risk.level} hanya boleh dikesampingkan oleh penyetuju.`,
    ),
};
