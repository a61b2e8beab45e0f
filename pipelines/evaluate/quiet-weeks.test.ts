import { describe, expect, it } from 'vitest';
import { createRandom } from '../train/random.ts';
import { simulateQuietWeeks } from './quiet-weeks.ts';
import { gammaOfMeanOne, poisson } from './quiet-weeks-talk.ts';

const small = { seed: 3, units: 5, weeks: 2, crises: 24 };

describe('simulateQuietWeeks', () => {
  const figures = simulateQuietWeeks(small);

  it('catches nearly all planted crises in time and pushes little else', () => {
    expect(figures.crises).toBe(24);
    expect(figures.caughtShare).toBeGreaterThanOrEqual(0.9);
    expect(figures.falsePerUnitPer4Weeks).toBeLessThanOrEqual(1);
    expect(figures.items).toBeGreaterThan(5_000);
  });

  it('accounts for every crisis in each table', () => {
    for (const table of [figures.byShape, figures.byTier, figures.byShapeAndTier]) {
      expect(table.reduce((sum, row) => sum + row.crises, 0)).toBe(24);
      expect(table.reduce((sum, row) => sum + row.within2h, 0)).toBe(figures.caughtWithin2h);
    }
  });

  it('gives the same figures for the same seed', () => {
    expect(simulateQuietWeeks(small)).toEqual(figures);
  });
});

describe('the random parts', () => {
  const random = createRandom(7);
  const sample = (draw: () => number) => {
    const values = Array.from({ length: 20_000 }, draw);
    const mean = values.reduce((a, b) => a + b) / values.length;
    return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
  };

  it('poisson has mean and variance alike, small and large', () => {
    for (const rate of [0.4, 3, 80]) {
      const { mean, variance } = sample(() => poisson(rate, random));
      expect(mean / rate).toBeCloseTo(1, 1);
      expect(variance / rate).toBeCloseTo(1, 1);
    }
  });

  it('gamma has mean 1 and variance 1/shape', () => {
    for (const shape of [0.5, 1, 1.5]) {
      const { mean, variance } = sample(() => gammaOfMeanOne(shape, random));
      expect(mean).toBeCloseTo(1, 1);
      expect(variance * shape).toBeCloseTo(1, 0);
    }
  });
});
