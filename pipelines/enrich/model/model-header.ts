import { type FeatureSettings, isFeatureSettings } from './feature-settings.ts';

/** What a model file says of itself, before its weights. */
export interface LinearModelHeader {
  /** What it is for, e.g. `tone`. */
  name: string;
  /** 2 to 64 of them. */
  classes: string[];
  features: FeatureSettings;
  /**
   * Kinds of text the model tells apart (reviews, headlines, …), each with weights of its own on top of the general
   * ones; empty for a plain model.
   */
  domains: string[];
  /** How a text of no known kind is shared out; sums to 1. */
  domainPrior: number[];
  /** Largest absolute weight per output; a stored weight q means sign(q) × (q / 127)² × scale. */
  scales: number[];
  biases: number[];
  /** Scores are multiplied by this before the softmax; fitted on rows the weights had not seen. */
  sharpness: number;
  /** The features that count are marked in 2^seenBits bits behind the idf; absent where all count. */
  seenBits?: number | undefined;
  /** Rows of weights in the file where empty ones are left out; absent where all are there. */
  storedRows?: number | undefined;
  /** Word vectors behind those, when there are any. */
  vectors?: { words: number; dims: number } | undefined;
  trainedOn: Record<string, number>;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isSize = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
/** From a byte to half a gigabyte. */
const isMarkBits = (value: unknown): value is number => isSize(value) && value >= 3 && value <= 32;
const isList = <T>(value: unknown, is: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(is);

/**
 * The header in what was read from a file, with what older files leave out; null when it is none. Checked by hand: the
 * validator of the rest of the program would cost the labelling thread, which needs it for this alone, 17 MB.
 */
export function toModelHeader(read: unknown): LinearModelHeader | null {
  if (!isFields(read)) return null;
  const { name, classes, scales, biases, sharpness, vectors, trainedOn } = read;
  const { domains = [], domainPrior = [], seenBits, storedRows } = read;
  const features = isFields(read['features']) ? { cueWeight: 1, ...read['features'] } : null;
  if (!isString(name) || !isList(classes, isString) || classes.length < 2 || classes.length > 64) return null;
  if (!isFeatureSettings(features) || !isList(domains, isString) || !isList(domainPrior, isNumber))
    return null;
  if (!isList(scales, isNumber) || !isList(biases, isNumber)) return null;
  if (!isNumber(sharpness) || sharpness <= 0) return null;
  if (!isFields(trainedOn) || !Object.values(trainedOn).every(isNumber)) return null;
  const header = { name, classes, features, domains, domainPrior, scales, biases, sharpness };
  if (seenBits !== undefined && !isMarkBits(seenBits)) return null;
  if (storedRows !== undefined && !isCount(storedRows)) return null;
  const marked = {
    ...header,
    ...(seenBits !== undefined && { seenBits }),
    ...(storedRows !== undefined && { storedRows }),
  };
  const counted = { ...marked, trainedOn: trainedOn as Record<string, number> };
  if (vectors === undefined) return counted;
  if (!isFields(vectors) || !isSize(vectors['words']) || !isSize(vectors['dims'])) return null;
  return { ...counted, vectors: { words: vectors['words'], dims: vectors['dims'] } };
}
