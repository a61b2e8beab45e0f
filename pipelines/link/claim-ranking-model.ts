import bundled from './claim-ranking-model.json' with { type: 'json' };

/** What speaks for a claim, unweighted; the ranking is their weighted sum. */
export const rankingFeatures = [
  'words',
  'characters',
  'coverage',
  'early',
  'unseen',
  'phrases',
  'namesShared',
  'numbersShared',
  'numbersMissing',
  'negationDiffers',
  'stanceDiffers',
  'length',
  'evidenceShared',
  'evidenceMissing',
  'rarest',
  'rarestThree',
] as const;

/** How much it says that a text holds a word of a claim, or does not: log-odds of belonging together. */
export interface WordEvidence {
  shared: number;
  missing: number;
}

/** As it is stored: hashes of stems, ascending, as 32-bit integers in base64; log-odds in steps as 8-bit ones. */
export interface EncodedRankingModel {
  weights: Readonly<Record<(typeof rankingFeatures)[number], number>>;
  unknown: WordEvidence;
  stems: string;
  shared: string;
  missing: string;
}

export interface RankingModel {
  /** In the order of `rankingFeatures`. */
  weights: Float64Array;
  evidenceOf(stem: number): WordEvidence;
}

/** Steps of the stored log-odds: what is shared says up to 8, what is missing at most 3. */
export const evidenceSteps = { shared: 15, missing: 40 } as const;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

export function decodeRankingModel(encoded: EncodedRankingModel): RankingModel {
  const stems = new Uint32Array(bytesOf(encoded.stems).buffer);
  const shared = new Int8Array(bytesOf(encoded.shared).buffer);
  const missing = new Int8Array(bytesOf(encoded.missing).buffer);
  const known = new Map<number, WordEvidence>();
  stems.forEach((stem, n) => {
    known.set(stem, {
      shared: shared[n]! / evidenceSteps.shared,
      missing: missing[n]! / evidenceSteps.missing,
    });
  });
  return {
    weights: Float64Array.from(rankingFeatures, (name) => encoded.weights[name]),
    evidenceOf: (stem) => known.get(stem) ?? encoded.unknown,
  };
}

/** The model that the project ships; `saring train matching` makes it. */
export const bundledRankingModel: RankingModel = decodeRankingModel(bundled);
