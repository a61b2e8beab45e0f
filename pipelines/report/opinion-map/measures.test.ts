import { describe, expect, it } from 'vitest';
import { changeOf, negativeShare, netTone, quantile } from './measures.ts';

describe('netTone', () => {
  it('is 100 (P − N) / n with the interval of its mean', () => {
    // By hand: mean −0.2, variance 0.4 − 0.04 = 0.36, error 1.96 × √(0.36 / 100) = 0.1176.
    const tone = netTone({ positive: 10, neutral: 60, negative: 30 })!;
    expect(tone.value).toBeCloseTo(-20, 9);
    expect(tone.low).toBeCloseTo(-31.76, 2);
    expect(tone.high).toBeCloseTo(-8.24, 2);
  });

  it('is hidden below 30 and has no width when all agree', () => {
    expect(netTone({ positive: 29, neutral: 0, negative: 0 })).toBeNull();
    expect(netTone({ positive: 0, neutral: 0, negative: 30 })).toEqual({
      value: -100,
      low: -100,
      high: -100,
    });
    expect(negativeShare({ positive: 0, neutral: 29, negative: 0 })).toBeNull();
    expect(negativeShare({ positive: 0, neutral: 30, negative: 10 })).toBe(0.25);
  });
});

describe('changeOf and quantile', () => {
  it('know nothing to compare with', () => {
    expect(changeOf(5, 0)).toBeNull();
    expect(changeOf(5, 4)).toBe(0.25);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('take the nearest rank', () => {
    expect(quantile([5, 1, 3, 2, 4, 10, 9, 8, 7, 6], 0.5)).toBe(5);
    expect(quantile([5, 1, 3, 2, 4, 10, 9, 8, 7, 6], 0.9)).toBe(9);
    expect(quantile([7], 0.9)).toBe(7);
  });
});
