import { describe, expect, it } from 'vitest';
import { createClaimMatcher } from '../link/claim-matcher.ts';
import { bundledRankingModel, decodeRankingModel, rankingFeatures } from '../link/claim-ranking-model.ts';
import { stemTerm } from '../link/claim-text.ts';
import { fitRanking } from './fit-ranking.ts';
import { trainMatching } from './train-matching.ts';

const things = 'kontainer server undangan kotak bilik tinta formulir segel gudang truk'.split(' ');
const deeds = 'hilang dibakar disita tertukar dicuri dipindah digandakan dibuka'.split(' ');
/** Texts that never repeat the word "beredarnya" of their titles. */
const rows = things.flatMap((thing) =>
  deeds.map((deed) => ({
    query: `kata tetangga saya ${thing} di kelurahan kami ${deed} semalam`,
    match: `Beredarnya kabar ${thing} kelurahan ${deed}`,
  })),
);

describe('training of the ranking of claims', () => {
  it('gives the same model for the same rows, and finds what it was taught', () => {
    const { model, crossValidated, n } = trainMatching(rows);
    expect(trainMatching(rows).model).toEqual(model);
    expect(n).toBe(80);
    expect(crossValidated.hit1).toBeGreaterThan(0.9);
    const trained = decodeRankingModel(model);
    const matcher = createClaimMatcher(
      rows.map(({ match }) => ({ id: match, text: match, isApproved: false })),
      'sum',
      trained,
    );
    expect(matcher.rank(rows[17]!.query, 1)).toEqual([rows[17]!.match]);
  });

  it('learns that a title word which texts never repeat is no sign when it is missing', () => {
    const { evidenceOf } = decodeRankingModel(trainMatching(rows).model);
    expect(evidenceOf(stemTerm('beredarnya')).missing).toBeGreaterThan(
      evidenceOf(stemTerm('kontainer')).missing,
    );
  });

  it('ships a model with every feature, in which an unseen word says what an average one does', () => {
    expect(bundledRankingModel.weights).toHaveLength(rankingFeatures.length);
    expect([...bundledRankingModel.weights].every(Number.isFinite)).toBe(true);
    const unseen = bundledRankingModel.evidenceOf(123_456);
    expect(unseen.shared).toBeGreaterThan(5);
    expect(unseen.missing).toBeLessThan(0);
  });

  it('fits weights that put the right row first, whatever the scale of a feature', () => {
    const lists = Array.from({ length: 40 }, (_, n) => ({
      rows: [0, 1, 2].map((k) => Float64Array.from([k === n % 3 ? 1000 : 0, Math.sin(n * 7 + k), 5])),
      right: n % 3,
    }));
    const weights = fitRanking([...lists, { rows: [], right: -1 }], 3);
    expect(weights[0]! * 1000).toBeGreaterThan(1);
    expect(Math.abs(weights[1]!)).toBeLessThan(weights[0]! * 1000);
  });
});
