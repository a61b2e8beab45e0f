import { termCount } from './term-space.ts';
import bundled from './word-meanings.json' with { type: 'json' };

/** As it is stored: hashed stems, ascending, as 32-bit integers in base64; their vectors in steps of 1/127. */
export interface EncodedMeanings {
  dims: number;
  terms: string;
  vectors: string;
}

/** Vectors of hashed stems; stems that stand in like company lie close. Trained from company alone (`saring train meanings`). */
export interface WordMeanings {
  dims: number;
  /** Row of each hashed stem, -1 for one never seen. */
  rows: Int16Array;
  vectors: Int8Array;
}

export function decodeMeanings({ dims, terms, vectors }: EncodedMeanings): WordMeanings {
  const rows = new Int16Array(termCount).fill(-1);
  const bytes = Buffer.from(terms, 'base64');
  for (let row = 0; row * 4 < bytes.length; row++) rows[bytes.readUInt32LE(row * 4)] = row;
  return {
    dims,
    rows,
    vectors: Int8Array.from(Buffer.from(vectors, 'base64'), (byte) => (byte << 24) >> 24),
  };
}

export const bundledMeanings: WordMeanings = decodeMeanings(bundled);
