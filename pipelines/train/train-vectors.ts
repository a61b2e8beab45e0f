import { wordHash } from '../enrich/model/featurise.ts';
import type { WordVectors } from '../enrich/model/word-vectors.ts';
import { type CountPairs, countPairs } from './count-pairs.ts';
import { leadingVectors } from './leading-vectors.ts';

/** Words seen less often say little about their company; the commonest this many fill a megabyte. */
const MIN_COUNT = 4;
const MAX_WORDS = 16_000;
/** A common neighbour says less: counts to this power when chance is reckoned (Levy and Goldberg 2015). */
const SMOOTHING = 0.875;

export type TrainedVectors = Pick<WordVectors, 'dims' | 'hashes' | 'vectors'>;

/**
 * Vectors of the words of `texts` such that words in like company lie close: positive pointwise mutual information of
 * neighbours, reduced to `dims` leading directions. No label is read. Words are kept as hashes alone. Deterministic.
 */
export function trainVectors(texts: readonly (readonly string[])[], dims: number, seed = 1): TrainedVectors {
  const ranks = rankWords(texts);
  const pairs = countPairs(texts, ranks);
  associate(pairs);
  const { vectors, values } = leadingVectors(pairs, dims, seed);
  const hashes = new Map([...ranks].map(([word, rank]) => [wordHash(word), rank] as const));
  const order = [...hashes].sort(([a], [b]) => a - b);
  const stored = new Int8Array(order.length * dims);
  order.forEach(([, rank], row) => {
    const own = Float64Array.from(
      { length: dims },
      (_, d) => (vectors[rank * dims + d] as number) * Math.sqrt(Math.abs(values[d] as number)),
    );
    const norm = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1;
    own.forEach((value, d) => {
      stored[row * dims + d] = Math.round((127 * value) / norm);
    });
  });
  return { dims, hashes: Uint32Array.from(order, ([hash]) => hash), vectors: stored };
}

/** The words that get a vector, numbered from the commonest. */
function rankWords(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= MIN_COUNT);
  kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(kept.slice(0, MAX_WORDS).map(([word], rank) => [word, rank]));
}

/** Replaces counts by how much likelier a pair is than chance (its logarithm, never below 0). */
function associate({ starts, columns, values }: CountPairs): void {
  const n = starts.length - 1;
  const sums = new Float64Array(n);
  for (let row = 0; row < n; row++)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
      sums[row] = (sums[row] as number) + (values[i] as number);
  const total = sums.reduce((sum, own) => sum + own, 0);
  const smoothed = sums.map((own) => own ** SMOOTHING);
  const scale = smoothed.reduce((sum, own) => sum + own, 0) ** 2 / total;
  for (let row = 0; row < n; row++)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const chance = (smoothed[row] as number) * (smoothed[columns[i] as number] as number);
      values[i] = Math.max(0, Math.log(((values[i] as number) * scale) / chance));
    }
}
