import { describe, expect, it } from 'vitest';
import { missingEvidence } from './claim-rules.ts';

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
