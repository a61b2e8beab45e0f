import type { Claim } from '../domain/claim.ts';
import type { ClaimLink } from '../domain/claim-link.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { dayMs } from '../domain/instant.ts';

const at = Date.UTC(2024, 10, 27, 1);

/** An unchecked claim; with `approved()` over it, one that two people judged. */
export const buildClaim = (count: number, over: Partial<Claim> = {}): Claim => ({
  id: `claim-${String(count).padStart(5, '0')}`,
  text: `Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan nomor ${count}`,
  explanation: '',
  kind: null,
  informationType: null,
  verdict: 'belum_diperiksa',
  evidence: [],
  firstAppearedAt: null,
  firstUrl: null,
  sightings: [],
  areas: [],
  stage: null,
  unit: 'RI',
  url: null,
  checker: null,
  checkedAt: null,
  approver: null,
  approvedAt: null,
  reviewAt: null,
  createdAt: at,
  createdBy: 'petugas satu',
  updatedAt: at + count,
  updatedBy: 'petugas satu',
  withdrawnAt: null,
  version: 1,
  ...over,
});

/** A verdict that one person gave and another approved. */
export const approved = (verdict: Claim['verdict'] = 'salah'): Partial<Claim> => ({
  verdict,
  evidence: [
    { title: 'Keputusan KPU', url: 'https://jdih.kpu.example/1', tier: 'primary', archiveHash: null },
  ],
  checker: 'petugas satu',
  checkedAt: at,
  approver: 'petugas dua',
  approvedAt: at + 1,
  reviewAt: at + 7 * dayMs,
});

export const buildFactCheck = (count: number, over: Partial<FactCheck> = {}): FactCheck => ({
  id: String(count).padStart(32, '0'),
  text: `Surat suara nomor ${count} dicetak dua kali di percetakan`,
  title: `[SALAH] Surat suara nomor ${count} dicetak dua kali di percetakan`,
  checker: 'Pemeriksa Fakta Uji',
  rating: 'SALAH',
  verdict: 'salah',
  kind: null,
  url: `https://cek.example/${count}`,
  firstAppearedAt: null,
  checkedAt: at,
  sourceId: 'cek',
  importedAt: at,
  version: 1,
  ...over,
});

export const buildClaimLink = (count: number, over: Partial<ClaimLink> = {}): ClaimLink => ({
  id: `link-${String(count).padStart(5, '0')}`,
  subjectKind: 'item',
  subjectId: `item-${count}`,
  entryKind: 'claim',
  entryId: 'claim-00001',
  state: 'suggested',
  by: 'machine',
  person: null,
  decidedAt: null,
  rank: 1,
  score: 3.5,
  agrees: ['kontainer'],
  differs: [],
  stance: 'menyebarkan',
  platform: 'x',
  isRepost: false,
  at: at + count,
  ...over,
});
