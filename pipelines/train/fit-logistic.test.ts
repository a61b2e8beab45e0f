import { expect, test } from 'vitest';
import { fitLogistic, type LogisticRow } from './fit-logistic.ts';

const row = (x: number, isTrue: boolean, weight = 1): LogisticRow => ({
  features: Float64Array.of(x, 0, 1),
  isTrue,
  weight,
});

test('the bias is the log-odds of what is true where nothing else speaks, by weight', () => {
  const rows = [row(0, true, 3), row(0, false, 1)];
  expect(fitLogistic(rows, 3)[2]).toBeCloseTo(Math.log(3), 3);
});

test('what goes with the truth gets weight; what never varies gets none', () => {
  const rows = Array.from({ length: 200 }, (_, i) => row(i % 10, i % 10 > (i % 3) + 3));
  const [slope, still] = fitLogistic(rows, 3);
  expect(slope).toBeGreaterThan(0.5);
  expect(still).toBe(0);
});
