import { outputCount } from './mix-domains.ts';
import { type LinearModelHeader, toModelHeader } from './model-header.ts';
import type { WordVectors } from './word-vectors.ts';

/** "SLM1" in ASCII, little-endian. */
const MAGIC = 0x314d4c53;
const PREAMBLE_BYTES = 8;

/** A stored feature rarity (idf) r means r / 20: 255 / 20 = 12.75 is above the idf of a word seen once in 100,000 texts. */
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
    const header = toModelHeader(JSON.parse(new TextDecoder().decode(bytes.subarray(PREAMBLE_BYTES, end))));
    if (header) return header;
  } catch (cause) {
    throw new ModelFileError('the header of the model file cannot be read', { cause });
  }
  throw new ModelFileError('the header of the model file lacks a field or has a wrong one');
}
