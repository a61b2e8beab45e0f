import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';
import { accuracy, auc, binaryF1, cohensKappa, macroF1, perClass, recallAtFalseAlarms } from './metrics.ts';

describe('metrics', () => {
  const truth = ['a', 'a', 'b', 'b', 'c', 'c'];
  const predicted = ['a', 'b', 'b', 'b', 'c', 'a'];

  it('gives accuracy, precision, recall and F1 by hand-counted values', () => {
    expect(accuracy(truth, predicted)).toBeCloseTo(4 / 6);
    expect(perClass(truth, predicted)['a']).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
    expect(perClass(truth, predicted)['b']?.f1).toBeCloseTo(0.8);
    expect(macroF1(truth, predicted)).toBeCloseTo((0.5 + 0.8 + 2 / 3) / 3);
  });

  it('leaves a class that is never true out of the mean', () => {
    expect(macroF1(['a', 'a'], ['a', 'z'])).toBeCloseTo(2 / 3);
  });

  it('gives F1 of a yes', () => {
    expect(binaryF1([true, true, false], [true, false, true])).toBeCloseTo(0.5);
    expect(binaryF1([false], [false])).toBe(0);
  });

  it('gives kappa: 1 for agreement, 0 for chance', () => {
    expect(cohensKappa(truth, truth)).toBeCloseTo(1);
    expect(cohensKappa(['a', 'a', 'b', 'b'], ['a', 'b', 'a', 'b'])).toBeCloseTo(0);
    expect(cohensKappa(['a', 'a'], ['a', 'a'])).toBe(1);
  });

  it('gives the area under the curve with ties as half', () => {
    expect(auc([3, 4], [1, 2])).toBe(1);
    expect(auc([1, 2], [3, 4])).toBe(0);
    expect(auc([1, 1], [1, 1])).toBe(0.5);
    expect(auc([2, 0], [1])).toBe(0.5);
    expect(auc([], [1])).toBe(0.5);
  });

  it('gives recall at a share of false alarms', () => {
    const negatives = Array.from({ length: 100 }, (_, i) => i);
    expect(recallAtFalseAlarms([94, 95, 99], negatives, 0.05)).toBeCloseTo(2 / 3);
    expect(recallAtFalseAlarms([1], [], 0.05)).toBe(1);
  });

  it('gives an interval that holds the figure and repeats', () => {
    const values = Array.from({ length: 200 }, (_, i) => i % 2);
    const mean = (rows: readonly number[]) =>
      rows.reduce((sum, i) => sum + (values[i] as number), 0) / rows.length;
    const interval = bootstrapInterval(200, mean);
    expect(interval.low).toBeLessThan(0.5);
    expect(interval.high).toBeGreaterThan(0.5);
    expect(interval.high - interval.low).toBeLessThan(0.2);
    expect(bootstrapInterval(200, mean)).toEqual(interval);
  });
});
