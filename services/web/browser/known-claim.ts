import type { Claim } from '../../../shared/domain/claim.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { approved, buildClaim } from '../../../shared/testing/build-claim.ts';
import type { Desk } from './open-desk.ts';

/** A claim of the knowledge base that two people judged, and an issue of the sample that is about it. */
export async function keepKnownClaim(
  { installation: { records } }: Desk,
  over: Partial<Claim> = {},
): Promise<{ claim: Claim; issue: string }> {
  const now = Date.now();
  const claim = buildClaim(1, {
    text: 'Undangan memilih tidak akan dikirim lagi, semua warga harus mendaftar sendiri lewat internet',
    explanation:
      'Surat pemberitahuan memilih tetap diantar ke rumah pemilih. Petugas KPPS mengantarnya paling lambat tiga hari sebelum hari pemungutan suara.',
    ...approved(),
    kind: 'fabricated',
    evidence: [
      {
        title: 'PKPU 25/2023 tentang Pemungutan dan Penghitungan Suara',
        url: 'https://jdih.kpu.example/25',
        tier: 'primary',
        archiveHash: null,
      },
    ],
    checkedAt: now - dayMs,
    approvedAt: now - dayMs,
    reviewAt: now + 7 * dayMs,
    createdAt: now - 2 * dayMs,
    updatedAt: now - dayMs,
    ...over,
  });
  await records.claims.put(claim);
  const { issues } = await records.issues.list({
    scope: { unit: 'RI' },
    topmost: true,
    sort: 'priority',
    limit: 1,
  });
  return { claim, issue: issues[0]?.number ?? '' };
}
