/** What a linear model sees of a text; stored in the model file, so that it is read as it was trained. */
export interface FeatureSettings {
  /** Features are hashed into 2^bits buckets; 8 to 22. */
  bits: number;
  /** Longest run of words that is a feature; 1 to 3. */
  maxWordGram: number;
  /** Character runs inside words padded with a blank, 1 to 6 and 0 to 6; a longest of 0 for none. */
  minCharGram: number;
  maxCharGram: number;
  /** How much the character block weighs beside the word block; chosen by cross-validation. */
  charWeight: number;
  /** How much the caller's own cues weigh. */
  cueWeight: number;
}

export const DEFAULT_FEATURES: FeatureSettings = {
  bits: 18,
  maxWordGram: 2,
  minCharGram: 2,
  maxCharGram: 5,
  charWeight: 1,
  cueWeight: 1,
};

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isWeight = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;

/** Whether what was read from a file is settings within their bounds. */
export function isFeatureSettings(read: object | null): read is FeatureSettings {
  if (read === null) return false;
  const of = read as Readonly<Record<string, unknown>>;
  return (
    isWhole(of['bits'], 8, 22) &&
    isWhole(of['maxWordGram'], 1, 3) &&
    isWhole(of['minCharGram'], 1, 6) &&
    isWhole(of['maxCharGram'], 0, 6) &&
    isWeight(of['charWeight']) &&
    isWeight(of['cueWeight'])
  );
}
