import { z } from 'zod';
import { featureSettingsSchema } from './feature-settings.ts';
import { outputCount } from './mix-domains.ts';
import type { WordVectors } from './word-vectors.ts';

/** "SLM1" in ASCII, little-endian. */
const MAGIC = 0x314d4c53;
const PREAMBLE_BYTES = 8;

export const linearModelHeaderSchema = z.object({
  /** What it is for, e.g. `tone`. */
  name: z.string(),
  classes: z.array(z.string()).min(2).max(64),
  features: featureSettingsSchema,
  /**
   * Kinds of text the model tells apart (reviews, headlines, …), each with weights of its own on top of the general
   * ones; empty for a plain model.
   */
  domains: z.array(z.string()).default([]),
  /** How a text of no known kind is shared out; sums to 1. */
  domainPrior: z.array(z.number()).default([]),
  /** Largest absolute weight per output; a stored weight q means sign(q) × (q / 127)² × scale. */
  scales: z.array(z.number()),
  biases: z.array(z.number()),
  /** Scores are multiplied by this before the softmax; fitted on rows the weights had not seen. */
  sharpness: z.number().positive(),
  /** A stored feature rarity (idf) r means r / 20. */
  /** Word vectors behind the idf, when there are any. */
  vectors: z.object({ words: z.number().int().positive(), dims: z.number().int().positive() }).optional(),
  trainedOn: z.record(z.string(), z.number()),
});
export type LinearModelHeader = z.infer<typeof linearModelHeaderSchema>;

/** Steps of a stored idf: 255 / 20 = 12.75 is above the idf of a word seen once in 100,000 texts. */
export const IDF_STEPS = 20;

export interface LinearModelParts {
  header: LinearModelHeader;
  /** Bucket-major: `weights[bucket * outputs + output]` (see outputCount). */
  weights: Int8Array;
  idf: Uint8Array;
  vectors?: WordVectors;
}

/** A model file that is not one, is cut short or of another version. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** The file: magic, header length, header as JSON padded to 8 bytes, weights, idf, and word vectors if there are any. */
export function encodeModelParts({ header, weights, idf, vectors }: LinearModelParts): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const blocks: (Uint8Array | Int8Array | Uint32Array | Float32Array)[] = [weights, idf];
  if (vectors) blocks.push(vectors.hashes, vectors.weights, vectors.vectors);
  const size = blocks.reduce((sum, block) => sum + block.byteLength, PREAMBLE_BYTES + headerBytes);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headerBytes, true);
  bytes.fill(32, PREAMBLE_BYTES, PREAMBLE_BYTES + headerBytes);
  bytes.set(json, PREAMBLE_BYTES);
  let at = PREAMBLE_BYTES + headerBytes;
  for (const block of blocks) {
    bytes.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at);
    at += block.byteLength;
  }
  return bytes;
}

/** The parts of a model file, the large ones as views on its bytes. Throws {@link ModelFileError}. */
export function decodeModelParts(bytes: Uint8Array): LinearModelParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new ModelFileError('not a linear model file of this version');
  }
  const weightsAt = PREAMBLE_BYTES + view.getUint32(4, true);
  const header = parseHeader(bytes, weightsAt);
  const buckets = 2 ** header.features.bits;
  const idfAt = weightsAt + buckets * outputCount(header);
  const vectorsAt = idfAt + buckets;
  if (bytes.length !== vectorsAt + vectorBytes(header))
    throw new ModelFileError('the model file is cut short or too long');
  return {
    header,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, idfAt - weightsAt),
    idf: bytes.subarray(idfAt, vectorsAt),
    ...(header.vectors && { vectors: decodeVectors(bytes, vectorsAt, header) }),
  };
}

function vectorBytes({ vectors, ...header }: LinearModelHeader): number {
  return vectors ? vectors.words * (4 + vectors.dims) + outputCount(header) * vectors.dims * 4 : 0;
}

/** Hashes and weights are copied: they must lie on addresses that the file does not promise. */
function decodeVectors(bytes: Uint8Array, from: number, header: LinearModelHeader): WordVectors {
  const { words, dims } = header.vectors as NonNullable<LinearModelHeader['vectors']>;
  const weightsAt = from + words * 4;
  const vectorsAt = weightsAt + outputCount(header) * dims * 4;
  return {
    dims,
    hashes: new Uint32Array(copied(bytes, from, weightsAt)),
    weights: new Float32Array(copied(bytes, weightsAt, vectorsAt)),
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset + vectorsAt, words * dims),
  };
}

/** Not `slice`: on a Buffer of Node that is a view. */
function copied(bytes: Uint8Array, from: number, to: number): ArrayBuffer {
  const copy = new Uint8Array(to - from);
  copy.set(bytes.subarray(from, to));
  return copy.buffer;
}

function parseHeader(bytes: Uint8Array, end: number): LinearModelHeader {
  if (end > bytes.length) throw new ModelFileError('the header of the model file is cut short');
  try {
    return linearModelHeaderSchema.parse(
      JSON.parse(new TextDecoder().decode(bytes.subarray(PREAMBLE_BYTES, end))),
    );
  } catch (cause) {
    throw new ModelFileError('the header of the model file cannot be read', { cause });
  }
}
