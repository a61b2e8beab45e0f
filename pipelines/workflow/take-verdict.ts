import { type Claim, type ClaimStatus, claimState } from '../../shared/domain/claim.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { linkByHand } from '../claims/decide-links.ts';
import { type CaseAct, type CaseChangeResult, changeCase, refuse, type WorkDeps } from './change-case.ts';

/** What an issue says of its claim: the verdict that two people stand behind, else nothing. */
const verdictOf = (claim: Claim, now: Instant): ClaimStatus =>
  claimState(claim, now) === 'approved' ? claim.verdict : 'belum_diperiksa';

const whyNot: Readonly<Record<ReturnType<typeof claimState>, string | null>> = {
  unchecked: 'Klaim ini belum diperiksa. Tetapkan vonisnya dahulu, dengan sumber.',
  checked: 'Vonis klaim ini belum disetujui orang kedua. Pemeriksa tidak boleh menyetujui vonisnya sendiri.',
  stale: 'Vonis klaim ini sudah lewat tanggal tinjau ulang. Tinjau dan setujui lagi.',
  withdrawn: 'Klaim ini sudah ditarik.',
  approved: null,
};

/**
 * An issue takes over the verdict of the claim that it is about, as two people approved it; the claim is linked to it.
 * Without a claim the issue has none any more. Criticism, questions and requests get none.
 * @throws StepRefused
 */
export const takeVerdict = (
  deps: WorkDeps,
  act: CaseAct & { claimId: string | null; why: string | null },
): Promise<CaseChangeResult> =>
  changeCase(deps, act, async ({ records, issue, work, now }) => {
    if (work.path !== null && work.path !== 'claim')
      throw refuse('claim', 'Kritik, pertanyaan, dan permohonan layanan tidak diberi vonis.');
    const claim = act.claimId === null ? null : await records.claims.get(act.claimId);
    if (act.claimId !== null && !claim) throw refuse('claim', `Tidak ada klaim ${act.claimId}.`);
    const why = claim === null ? null : whyNot[claimState(claim, now)];
    if (why !== null) throw refuse('claim', why);
    if (claim !== null) {
      const subject = { subjectKind: 'issue' as const, subjectId: issue.id, at: issue.lastAt };
      await linkByHand(
        records,
        {
          subject: { ...subject, stance: null, platform: null, isRepost: false },
          entryKind: 'claim',
          entryId: claim.id,
        },
        { by: act.by, reason: act.why, at: now },
      );
    }
    const verdict = claim?.verdict ?? 'belum_diperiksa';
    return {
      issue: { verdict },
      work: { claimId: claim?.id ?? null },
      what: claim === null ? 'mencabut vonis' : `menetapkan vonis ${verdict.replaceAll('_', ' ')}`,
      why: act.why,
      action: 'issue.verdict',
      before: { verdict: issue.verdict, claimId: work.claimId },
      after: { verdict, claimId: claim?.id ?? null },
    };
  });

/**
 * Issues follow their claim: a verdict that is changed, withdrawn or no longer approved is no verdict of theirs. Call it
 * in the transaction that wrote the claim, with its act. @returns ids of the issues that changed
 */
export async function followClaim(
  records: Records,
  claim: Claim,
  by: string,
  now: Instant,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { issueId } of await records.workflow.cases.ofClaim(claim.id)) {
    const issue = await records.issues.get(issueId, nationalScope);
    const verdict = verdictOf(claim, now);
    if (!issue || issue.verdict === verdict) continue;
    await changeCase({ records, clock: { now: () => now } }, { issue: issueId, by }, async () => ({
      issue: { verdict },
      what: `vonis klaimnya berubah menjadi ${verdict.replaceAll('_', ' ')}`,
      why: null,
      action: 'issue.verdict',
      before: { verdict: issue.verdict, claimId: claim.id },
      after: { verdict, claimId: claim.id },
    }));
    changed.push(issueId);
  }
  return changed;
}
