import { describe, expect, it } from 'vitest';
import { compareFigures, type FigureGroup, valueAt } from './compare-figures.ts';

const group: FigureGroup = {
  name: 'tone',
  command: [],
  needs: [],
  figures: [
    { path: 'bySource.smsa.macroF1', value: 0.86, noise: 0.002 },
    { path: 'falsePerWeek', value: 0.4, noise: 0.05, lowerIsBetter: true },
  ],
};
const measured = (macroF1: number, falsePerWeek: number) => ({
  bySource: { smsa: { macroF1 } },
  falsePerWeek,
});
const fell = (json: unknown): boolean[] => compareFigures(group, json).map((line) => line.fell);

describe('compareFigures', () => {
  it('lets figures rise and move within their noise', () => {
    expect(fell(measured(0.9, 0.1))).toEqual([false, false]);
    expect(fell(measured(0.859, 0.44))).toEqual([false, false]);
  });

  it('catches a fall, in the direction that is bad', () => {
    expect(fell(measured(0.85, 0.4))).toEqual([true, false]);
    expect(fell(measured(0.86, 0.46))).toEqual([false, true]);
  });

  it('takes a figure that is gone for fallen', () => {
    expect(fell({})).toEqual([true, true]);
    expect(valueAt({ a: 'x' }, 'a')).toBeNull();
  });
});
