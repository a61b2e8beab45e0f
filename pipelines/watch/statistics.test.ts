import { describe, expect, it } from 'vitest';
import { momentsOf, negativeBinomialTail, normalTail, twoProportionZ, winsorised } from './statistics.ts';

describe('normalTail', () => {
  it.each([
    [0, 0.5],
    [1.959964, 0.025],
    [3.090232, 0.001],
    [-1, 0.841345],
    [6, 9.8659e-10],
  ])('of %d is %d', (z, p) => {
    expect(normalTail(z) / p).toBeCloseTo(1, 2);
  });
});

describe('negativeBinomialTail', () => {
  it('is Poisson without over-dispersion and wider with it', () => {
    // Poisson(2): P(X >= 6) = 0.016564
    expect(negativeBinomialTail(6, { mean: 2, variance: 2 })).toBeCloseTo(0.016564, 5);
    expect(negativeBinomialTail(6, { mean: 2, variance: 6 })).toBeGreaterThan(0.05);
  });

  it('matches the geometric distribution at size 1', () => {
    // mean 1, variance 2: P(X >= k) = 0.5^k
    expect(negativeBinomialTail(5, { mean: 1, variance: 2 })).toBeCloseTo(0.5 ** 5, 10);
  });

  it('knows its edges', () => {
    expect(negativeBinomialTail(0, { mean: 1, variance: 1 })).toBe(1);
    expect(negativeBinomialTail(3, { mean: 0, variance: 0 })).toBe(1e-12);
  });
});

describe('small helpers of the rules', () => {
  it('winsorises the top only', () => {
    expect([...winsorised(Float64Array.from([1, 2, 3, 100]), 0.7)]).toEqual([1, 2, 3, 3]);
  });

  it('compares proportions', () => {
    expect(twoProportionZ(30, 100, 15, 100)).toBeCloseTo(2.54, 2);
    expect(twoProportionZ(0, 0, 1, 1)).toBe(0);
  });

  it('has no moments of nothing', () => {
    expect(momentsOf([])).toEqual({ mean: 0, variance: 0 });
  });
});
