import type { Tone } from '../domain/labels.ts';

/** The mood of one text by a model that the operator chose. */
export interface ToneAnswer {
  value: Tone;
  /** Probability of `value`, 0 to 1, as the model gives it: not calibrated here. */
  confidence: number;
}

/**
 * Reads the mood of whole texts, a batch at a time; an optional one takes the place of the shipped model's `textTone`.
 * Not in here: the tone towards KPU, which no public model knows.
 */
export interface ToneModel {
  /** For the log and the doctor, e.g. the folder's name. */
  name: string;
  /** One answer a text, in their order. Any text is safe; what is too long is read from its beginning. */
  read(texts: readonly string[]): Promise<ToneAnswer[]>;
  close(): Promise<void>;
}

/** A tensor of 64-bit integers or floats in row-major order. */
export interface Tensor {
  data: BigInt64Array | Float32Array;
  dims: readonly number[];
}

/** A loaded network: what ToneModel needs of whichever library runs it. */
export interface InferenceSession {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  close(): Promise<void>;
}

/** The folder or the library of an optional model cannot be used; the message says in one line what to do. */
export class ToneModelUnavailable extends Error {
  override name = 'ToneModelUnavailable';
}
