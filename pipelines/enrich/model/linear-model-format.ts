import { z } from 'zod';
import { featureSettingsSchema } from './feature-settings.ts';
import { outputCount } from './mix-domains.ts';

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
}

/** A model file that is not one, is cut short or of another version. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** The file: magic, header length, header as JSON padded to 8 bytes, weights, idf. */
export function encodeModelParts({ header, weights, idf }: LinearModelParts): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(PREAMBLE_BYTES + headerBytes + weights.length + idf.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headerBytes, true);
  bytes.fill(32, PREAMBLE_BYTES, PREAMBLE_BYTES + headerBytes);
  bytes.set(json, PREAMBLE_BYTES);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), PREAMBLE_BYTES + headerBytes);
  bytes.set(idf, PREAMBLE_BYTES + headerBytes + weights.length);
  return bytes;
}

/** The parts of a model file as views on its bytes: nothing is copied. Throws {@link ModelFileError}. */
export function decodeModelParts(bytes: Uint8Array): LinearModelParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new ModelFileError('not a linear model file of this version');
  }
  const weightsAt = PREAMBLE_BYTES + view.getUint32(4, true);
  const header = parseHeader(bytes, weightsAt);
  const buckets = 2 ** header.features.bits;
  const idfAt = weightsAt + buckets * outputCount(header);
  if (bytes.length !== idfAt + buckets) throw new ModelFileError('the model file is cut short or too long');
  return {
    header,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, idfAt - weightsAt),
    idf: bytes.subarray(idfAt),
  };
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
