import { expect, test } from 'vitest';
import { kinFeatures } from '../link/kin.ts';
import type { KinPair } from './kin-pairs.ts';
import { averagePrecision, trainKin } from './train-kin.ts';

const pair = (same: boolean, evidence: Partial<KinPair['evidence']>): KinPair => ({
  same,
  weight: 1,
  evidence: {
    ...(Object.fromEntries(kinFeatures.map((name) => [name, 0])) as KinPair['evidence']),
    ...evidence,
  },
});

test('what pairs of one matter have in common speaks for kinship', () => {
  const pairs = Array.from({ length: 40 }, (_, i) => [
    pair(true, { words: 0.5 + (i % 5) / 20, gap: i % 3 }),
    pair(false, { words: 0.1 + (i % 5) / 20, gap: i % 3 }),
  ]).flat();
  const model = trainKin(pairs);
  expect(model.weights.words).toBeGreaterThan(1);
  expect(Math.abs(model.weights.gap)).toBeLessThan(0.2);
  expect(averagePrecision(pairs, model)).toBe(1);
  expect(averagePrecision(pairs, { ...model, weights: { ...model.weights, words: -1 } })).toBeLessThan(0.6);
});
