import { describe, expect, it } from 'vitest';
import { approved, buildClaim } from '../testing/build-claim.ts';
import { claimState } from './claim.ts';
import { missingEvidence, publisherOf, refusalsOf } from './claim-rules.ts';

const source = (tier: 'primary' | 'secondary', url: string) => ({
  title: 'Sumber',
  url,
  tier,
  archiveHash: null,
});

describe('the evidence that "salah" needs', () => {
  it('is one primary source', () => {
    expect(missingEvidence('salah', [source('primary', 'https://jdih.kpu.example/1')])).toBeNull();
  });

  it('or two secondary ones of different hosts', () => {
    const one = source('secondary', 'https://periksa.example/1');
    expect(missingEvidence('salah', [one])).toContain('sumber primer');
    expect(missingEvidence('salah', [one, source('secondary', 'https://periksa.example/2')])).not.toBeNull();
    expect(missingEvidence('salah', [one, source('secondary', 'https://lain.example/2')])).toBeNull();
  });

  it('is not asked for by the other verdicts', () => {
    expect(missingEvidence('belum_terbukti', [])).toBeNull();
    expect(missingEvidence('benar', [])).toBeNull();
  });
});

describe('who publishes a page', () => {
  it.each([
    ['https://www.kabar.example/1', 'kabar.example'],
    ['https://m.kabar.co.id/1', 'kabar.co.id'],
    ['https://kab-malang.kpu.go.id/blog', 'kpu.go.id'],
    ['tanpa alamat', 'tanpa alamat'],
  ])('%s', (url, publisher) => {
    expect(publisherOf(url)).toBe(publisher);
  });
});

describe('how far a claim is', () => {
  it('goes from unchecked to stale, and a withdrawn one is nothing else', () => {
    const claim = buildClaim(1, approved());
    expect(claimState(buildClaim(1), 0)).toBe('unchecked');
    expect(claimState({ ...claim, approver: null }, 0)).toBe('checked');
    expect(claimState(claim, claim.reviewAt! - 1)).toBe('approved');
    expect(claimState(claim, claim.reviewAt!)).toBe('stale');
    expect(claimState({ ...claim, withdrawnAt: 1 }, 0)).toBe('withdrawn');
  });

  it('says every rule that is broken, with its field', () => {
    const broken = buildClaim(1, { verdict: 'salah', approver: 'petugas dua' });
    expect(refusalsOf(broken, null).map(({ path }) => path)).toEqual(['checker', 'reviewAt', 'evidence']);
    expect(refusalsOf(buildClaim(1, approved()), null)).toEqual([]);
  });
});
