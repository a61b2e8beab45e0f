/** Figures of one class against the rest; 0 where a denominator is 0. */
export interface ClassFigures {
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Share of equal entries; 0 for no entries. The lists run in parallel. */
export function accuracy<T>(truth: readonly T[], predicted: readonly T[]): number {
  return ratio(truth.filter((label, i) => label === predicted[i]).length, truth.length);
}

/** Precision, recall, F1 and support of every class that occurs in either list. */
export function perClass<T extends string>(
  truth: readonly T[],
  predicted: readonly T[],
): Record<string, ClassFigures> {
  const figures: Record<string, ClassFigures> = {};
  for (const name of [...new Set([...truth, ...predicted])].sort()) {
    let hit = 0;
    let said = 0;
    let support = 0;
    for (let i = 0; i < truth.length; i++) {
      const isTrue = truth[i] === name;
      const isSaid = predicted[i] === name;
      if (isTrue) support++;
      if (isSaid) said++;
      if (isTrue && isSaid) hit++;
    }
    figures[name] = {
      precision: ratio(hit, said),
      recall: ratio(hit, support),
      f1: ratio(2 * hit, said + support),
      support,
    };
  }
  return figures;
}

/** Unweighted mean of F1 over the classes that occur in `truth`. */
export function macroF1<T extends string>(truth: readonly T[], predicted: readonly T[]): number {
  const present = Object.values(perClass(truth, predicted)).filter((figures) => figures.support > 0);
  return ratio(
    present.reduce((sum, figures) => sum + figures.f1, 0),
    present.length,
  );
}

/** F1 of `true`; 0 when nothing is true and nothing is said to be. */
export function binaryF1(truth: readonly boolean[], predicted: readonly boolean[]): number {
  const figures = perClass(truth.map(String), predicted.map(String));
  return figures['true']?.f1 ?? 0;
}

/** Cohen's kappa of two raters (1960); 1 when both give one and the same label to everything. */
export function cohensKappa<T extends string>(first: readonly T[], second: readonly T[]): number {
  const n = first.length;
  if (n === 0) return 0;
  const observed = accuracy(first, second);
  let expected = 0;
  for (const name of new Set([...first, ...second])) {
    const a = first.filter((label) => label === name).length;
    const b = second.filter((label) => label === name).length;
    expected += (a / n) * (b / n);
  }
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties half (Mann–Whitney); 0.5 when
 * one side is empty.
 */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0.5;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let end = i + 1;
    while (end < all.length && all[end]?.score === all[i]?.score) end++;
    const meanRank = (i + 1 + end) / 2;
    for (let j = i; j < end; j++) if (all[j]?.positive) rankSum += meanRank;
    i = end;
  }
  const p = positives.length;
  return (rankSum - (p * (p + 1)) / 2) / (p * negatives.length);
}

/** The score above which at most `rate` of the negatives lie: a positive counts when it scores strictly higher. */
export function thresholdAtFalseAlarms(negatives: readonly number[], rate: number): number {
  if (negatives.length === 0) return Number.NEGATIVE_INFINITY;
  const descending = [...negatives].sort((a, b) => b - a);
  const allowed = Math.floor(rate * negatives.length);
  return descending[allowed] ?? Number.NEGATIVE_INFINITY;
}

/** Share of positives above {@link thresholdAtFalseAlarms}. */
export function recallAtFalseAlarms(
  positives: readonly number[],
  negatives: readonly number[],
  rate: number,
): number {
  const threshold = thresholdAtFalseAlarms(negatives, rate);
  return ratio(positives.filter((score) => score > threshold).length, positives.length);
}
