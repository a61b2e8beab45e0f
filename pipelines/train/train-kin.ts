import { kinFeatures } from '../link/kin.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { KinPair } from './kin-pairs.ts';

export interface KinModel {
  bias: number;
  weights: Record<(typeof kinFeatures)[number], number>;
}

/** Logistic regression of pairs; each counts by its weight. */
export function trainKin(pairs: readonly KinPair[]): KinModel {
  const rows = pairs.map(({ same, weight, evidence }) => ({
    features: Float64Array.from([...kinFeatures.map((feature) => evidence[feature]), 1]),
    isTrue: same,
    weight,
  }));
  const fitted = fitLogistic(rows, kinFeatures.length + 1);
  const round = (value: number): number => Number(value.toFixed(3));
  const weights = Object.fromEntries(kinFeatures.map((feature, n) => [feature, round(fitted[n]!)]));
  return { bias: round(fitted[kinFeatures.length]!), weights: weights as KinModel['weights'] };
}

/** Average precision of the pairs by their score: 1 when every pair of one matter stands before every other. */
export function averagePrecision(pairs: readonly KinPair[], { bias, weights }: KinModel): number {
  const scored = pairs.map(({ same, evidence }) => ({
    same,
    score: kinFeatures.reduce((sum, feature) => sum + weights[feature] * evidence[feature], bias),
  }));
  scored.sort((a, b) => b.score - a.score);
  let [hits, sum] = [0, 0];
  scored.forEach(({ same }, rank) => {
    if (same) sum += ++hits / (rank + 1);
  });
  return hits === 0 ? 0 : sum / hits;
}
