import type { LinearModelParts } from '../enrich/model/linear-model-format.ts';

/** Heads that were not trained on the same features. */
export class UnlikeHeadsError extends Error {
  override readonly name = 'UnlikeHeadsError';
}

/**
 * Several plain models over the same features as one, its classes named `head: class`: read in one pass instead of
 * several. Each head's sharpness goes into its scales and biases, so that the scores are ready for a softmax of their
 * own; the rarities and word vectors are those of the first head.
 */
export function mergeHeads(name: string, heads: readonly LinearModelParts[]): LinearModelParts {
  const [first] = heads;
  if (!first) throw new UnlikeHeadsError('there are no heads to merge');
  const features = JSON.stringify(first.header.features);
  if (heads.some(({ header }) => JSON.stringify(header.features) !== features || header.domains.length > 0))
    throw new UnlikeHeadsError('the heads differ in their features or have domains');
  if (heads.some(({ vectors }) => vectors?.hashes !== first.vectors?.hashes))
    throw new UnlikeHeadsError('the heads differ in their word vectors');
  const outputs = heads.reduce((sum, { header }) => sum + header.classes.length, 0);
  const weights = new Int8Array(first.idf.length * outputs);
  let at = 0;
  for (const { header, weights: own } of heads) {
    const k = header.classes.length;
    for (let bucket = 0; bucket < first.idf.length; bucket++)
      weights.set(own.subarray(bucket * k, (bucket + 1) * k), bucket * outputs + at);
    at += k;
  }
  return {
    header: {
      ...first.header,
      name,
      classes: heads.flatMap(({ header }) => header.classes.map((label) => `${header.name}: ${label}`)),
      scales: heads.flatMap(({ header }) => header.scales.map((scale) => scale * header.sharpness)),
      biases: heads.flatMap(({ header }) => header.biases.map((bias) => bias * header.sharpness)),
      sharpness: 1,
      trainedOn: Object.fromEntries(
        heads.flatMap(({ header }) =>
          Object.entries(header.trainedOn).map(([label, n]) => [`${header.name}: ${label}`, n]),
        ),
      ),
    },
    weights,
    idf: first.idf,
    ...(first.vectors && { vectors: { ...first.vectors, weights: vectorWeights(heads) } }),
  };
}

/** What the vectors add to each output, head after head. */
function vectorWeights(heads: readonly LinearModelParts[]): Float32Array {
  return Float32Array.from(
    heads.flatMap(({ header, vectors }) =>
      Array.from(vectors?.weights ?? [], (weight) => weight * header.sharpness),
    ),
  );
}
