/** A label with its calibrated probability and the words that made it. */
export interface Judgement<Value> {
  value: Value;
  /** Probability of `value`, 0 to 1. */
  confidence: number;
  words: string[];
}

/** The likeliest class of a linear model's answer. */
export function likeliest<Name extends string>(
  classes: readonly string[],
  probabilities: Float32Array,
): { value: Name; confidence: number; index: number } {
  let index = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c]! > probabilities[index]!) index = c;
  return { value: classes[index] as Name, confidence: Math.min(1, probabilities[index]!), index };
}
