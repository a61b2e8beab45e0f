import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryRecords } from '../../infra/records/testdata/open-memory-records.ts';
import { claimState } from '../../shared/domain/claim.ts';
import { ClaimRefused } from '../../shared/domain/claim-rules.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildFactCheck } from '../../shared/testing/build-claim.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import {
  approveClaim,
  ClaimChanged,
  type ClaimDeps,
  ClaimUnknown,
  changeClaim,
  contentOfFactCheck,
  createClaim,
  judgeClaim,
  withdrawClaim,
} from './keep-claim.ts';

const text = 'Tujuh kontainer surat suara tercoblos ditemukan di Tanjung Priok';
const primary = [
  { title: 'Keputusan', url: 'https://jdih.kpu.example/1', tier: 'primary' as const, archiveHash: null },
];

describe('keeping claims', () => {
  const clock = createFixedClock();
  let records: Records;
  let deps: ClaimDeps;
  beforeEach(async () => {
    const opened = await openMemoryRecords();
    records = opened.records;
    deps = { records, clock, ids: createCountingIds(clock) };
    return opened.close;
  });
  const act = (id: string, version: number, by: string) => ({ id, version, by, reason: 'diperiksa' });

  it('leads a claim from first sight to a stale approval and back, each step audited', async () => {
    const claim = await createClaim(deps, { text, unit: '35.73' }, { by: 'ani', reason: null });
    expect(claimState(claim, clock.now())).toBe('unchecked');
    await expect(judgeClaim(deps, { verdict: 'salah' }, act(claim.id, 1, 'ani'))).rejects.toBeInstanceOf(
      ClaimRefused,
    );
    const judged = await judgeClaim(deps, { verdict: 'salah', evidence: primary }, act(claim.id, 1, 'ani'));
    expect(claimState(judged, clock.now())).toBe('checked');
    await expect(approveClaim(deps, {}, act(claim.id, 2, 'ani'))).rejects.toBeInstanceOf(ClaimRefused);
    const approvedClaim = await approveClaim(deps, {}, act(claim.id, 2, 'budi'));
    // 27 November 2024 is a voting day of every unit: a week, not a month
    expect(approvedClaim.reviewAt).toBe(clock.now() + 7 * dayMs);
    expect(claimState(approvedClaim, approvedClaim.reviewAt!)).toBe('stale');
    const renewed = await approveClaim(
      deps,
      { reviewAt: clock.now() + 60 * dayMs },
      act(claim.id, 3, 'budi'),
    );
    expect(renewed.version).toBe(4);
    const trail = await records.audit.of(claim.id, 10);
    expect(trail.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'claim.approve budi',
      'claim.approve budi',
      'claim.verdict ani',
      'claim.create ani',
    ]);
    expect(await records.audit.verify()).toEqual({ entries: 4, brokenAt: null });
  });

  it('lets an approval lapse when what it covers changes, and makes who changed it answer for it', async () => {
    const { id } = await createClaim(deps, { text }, { by: 'ani', reason: null });
    await judgeClaim(deps, { verdict: 'salah', evidence: primary }, act(id, 1, 'ani'));
    await approveClaim(deps, {}, act(id, 2, 'budi'));
    const placed = await changeClaim(deps, { areas: ['31'] }, act(id, 3, 'budi'));
    expect(placed.approver).toBe('budi');
    const reworded = await changeClaim(deps, { explanation: 'Belum dicetak.' }, act(id, 4, 'budi'));
    expect(reworded).toMatchObject({ approver: null, checker: 'budi', verdict: 'salah' });
    await expect(approveClaim(deps, {}, act(id, 5, 'budi'))).rejects.toBeInstanceOf(ClaimRefused);
    await expect(changeClaim(deps, { evidence: [] }, act(id, 5, 'ani'))).rejects.toBeInstanceOf(ClaimRefused);
  });

  it('tells the second of two people who changed what, and stores nothing of theirs', async () => {
    const { id } = await createClaim(deps, { text }, { by: 'ani', reason: null });
    await changeClaim(deps, { areas: ['35'], stage: 'Kampanye' }, act(id, 1, 'ani'));
    const late = await withdrawClaim(deps, true, act(id, 1, 'budi')).catch((error) => error);
    expect(late).toBeInstanceOf(ClaimChanged);
    expect(late.fields).toEqual(['areas', 'stage']);
    expect(late.hint).toContain('ani changed areas, stage');
    expect(late.hint).toContain('version 2');
    expect((await records.claims.get(id))?.withdrawnAt).toBeNull();
    await expect(withdrawClaim(deps, true, act('none', 1, 'budi'))).rejects.toBeInstanceOf(ClaimUnknown);
  });

  it('takes a fact-check as a secondary source, never as the verdict', async () => {
    const content = contentOfFactCheck(buildFactCheck(1));
    const claim = await createClaim(deps, content, { by: 'ani', reason: null });
    expect(claim).toMatchObject({ verdict: 'belum_diperiksa', evidence: [{ tier: 'secondary' }] });
    await expect(judgeClaim(deps, { verdict: 'salah' }, act(claim.id, 1, 'ani'))).rejects.toThrow(
      'dua sumber sekunder',
    );
  });
});
