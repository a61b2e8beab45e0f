import type { SeenFeatures } from './featurise.ts';
import { outputCount } from './mix-domains.ts';
import { type LinearModelHeader, toModelHeader } from './model-header.ts';
import { packRows, unpackRows } from './sparse-rows.ts';
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
  seen?: SeenFeatures;
  vectors?: WordVectors;
}

/** A model file that is not one, is cut short or of another version. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/**
 * The file: magic, header length, header as JSON padded to 8 bytes, weights, idf, and marks of the features that count
 * and word vectors if there are any. With marks about half of the buckets are empty; their rows are left out.
 */
export function encodeModelParts({ header, weights, idf, seen, vectors }: LinearModelParts): Uint8Array {
  const outputs = outputCount(header);
  const packed = seen && packRows(weights, outputs);
  const storedRows = packed && packed.rows.length / outputs;
  const json = new TextEncoder().encode(JSON.stringify({ ...header, storedRows }));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const blocks: (Uint8Array | Int8Array | Uint32Array | Float32Array)[] =
    seen && packed ? [packed.marks, packed.rows, idf, seen] : [weights, idf];
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

/**
 * The parts of a model file, the large ones as views on its bytes; where rows were left out, all are made anew and the
 * bytes can go. Throws {@link ModelFileError}.
 */
export function decodeModelParts(bytes: Uint8Array): LinearModelParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new ModelFileError('not a linear model file of this version');
  }
  const weightsAt = PREAMBLE_BYTES + view.getUint32(4, true);
  const header = parseHeader(bytes, weightsAt);
  const buckets = 2 ** header.features.bits;
  const outputs = outputCount(header);
  const { storedRows } = header;
  const rowsAt = weightsAt + (storedRows === undefined ? 0 : buckets / 8);
  const idfAt = rowsAt + (storedRows ?? buckets) * outputs;
  const seenAt = idfAt + buckets;
  const vectorsAt = seenAt + (header.seenBits === undefined ? 0 : 2 ** (header.seenBits - 3));
  if (bytes.length !== vectorsAt + vectorBytes(header))
    throw new ModelFileError('the model file is cut short or too long');
  const block = (from: number, to: number): Uint8Array =>
    storedRows === undefined ? bytes.subarray(from, to) : new Uint8Array(copied(bytes, from, to));
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, idfAt - rowsAt);
  const weights =
    storedRows === undefined ? rows : unpackRows({ marks: bytes.subarray(weightsAt, rowsAt), rows }, outputs);
  if (!weights) throw new ModelFileError('the model file has not as many rows as it marks');
  return {
    header,
    weights,
    idf: block(idfAt, seenAt),
    ...(vectorsAt > seenAt && { seen: block(seenAt, vectorsAt) }),
    ...(header.vectors && { vectors: decodeVectors(block(vectorsAt, bytes.length), 0, header) }),
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
