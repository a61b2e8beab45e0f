import { wordHash } from '../enrich/model/featurise.ts';
import { TermSpace } from '../link/term-space.ts';
import type { EncodedMeanings } from '../link/word-meanings.ts';
import { wordsOf } from '../link/words.ts';
import { trainVectors } from './train-vectors.ts';

/** 48 keep the file under a megabyte; 64 tell no more matters together. */
const dims = 48;

/**
 * Vectors of stems that stand in like company, for comparing matters that share few words. No label is read, stems are
 * kept as hashes alone. The same texts give the same bytes.
 */
export function trainMeanings(texts: readonly string[]): EncodedMeanings & { n: number } {
  const space = new TermSpace();
  const seen = new Set<number>();
  const lists = texts.map((text) =>
    wordsOf(text).map((word) => {
      const term = space.term(word);
      seen.add(term);
      return String(term);
    }),
  );
  const { hashes, vectors } = trainVectors(lists, dims);
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row] as const));
  const kept = [...seen]
    .sort((a, b) => a - b)
    .flatMap((term) => {
      const row = rowOf.get(wordHash(String(term)));
      return row === undefined ? [] : [{ term, row }];
    });
  const ordered = new Int8Array(kept.length * dims);
  kept.forEach(({ row }, i) => {
    ordered.set(vectors.subarray(row * dims, (row + 1) * dims), i * dims);
  });
  const terms = Uint32Array.from(kept, ({ term }) => term);
  const base64 = ({ buffer }: Uint32Array | Int8Array) => Buffer.from(buffer).toString('base64');
  return { dims, terms: base64(terms), vectors: base64(ordered), n: kept.length };
}
