import { describe, expect, it } from 'vitest';
import { foldUnicode } from './fold-unicode.ts';

describe('look-alikes', () => {
  it('become Latin inside words that hold Latin letters, and stay in words of their own script', () => {
    expect(foldUnicode('КPU сurаng')).toBe('KPU curang');
    expect(foldUnicode('привет мир')).toBe('привет мир');
    expect(foldUnicode('KPU привет é')).toBe('KPU привет e');
  });

  it('are found in a word of any length', () => {
    const long = 'b'.repeat(9_000);
    expect(foldUnicode(`${long}а${long} é`) === `${long}a${long} e`).toBe(true);
  });
});
