import { kinFeatures } from '../link/kin.ts';
import { fitRanking, type RankingList } from './fit-ranking.ts';
import type { KinPair } from './kin-pairs.ts';

export interface KinModel {
  bias: number;
  weights: Record<(typeof kinFeatures)[number], number>;
}

/** Logistic regression: each pair beside nothing at all, which is right where the two are different. */
export function trainKin(pairs: readonly KinPair[]): KinModel {
  const nothing = new Float64Array(kinFeatures.length + 1);
  const lists: RankingList[] = pairs.map(({ same, evidence }) => ({
    rows: [Float64Array.from([...kinFeatures.map((feature) => evidence[feature]), 1]), nothing],
    right: same ? 0 : 1,
  }));
  const fitted = fitRanking(lists, kinFeatures.length + 1);
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
