/** One judgement with its confidence and whether it was right. */
export interface Judged {
  confidence: number;
  right: boolean;
  needsReview: boolean;
}

export interface Reliability {
  n: number;
  /** Expected calibration error (Naeini et al. 2015): mean distance of confidence and share right, weighed by rows. */
  ece: number;
  /** Bins that hold something, of ten equal steps of confidence. */
  bins: { from: number; to: number; n: number; confidence: number; right: number }[];
  reviewShare: number;
  rightInReview: number;
  rightElsewhere: number;
}

const steps = 10;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const rightShare = (some: readonly Judged[]): number => mean(some.map(({ right }) => (right ? 1 : 0)));

/** How far a confidence can be believed, and what asking for review is worth. */
export function reliability(judged: readonly Judged[]): Reliability {
  const bins: Reliability['bins'] = [];
  let distance = 0;
  for (let step = 0; step < steps; step++) {
    const own = judged.filter(
      ({ confidence }) => Math.min(steps - 1, Math.floor(confidence * steps)) === step,
    );
    if (own.length === 0) continue;
    const confidence = mean(own.map((one) => one.confidence));
    const right = rightShare(own);
    distance += own.length * Math.abs(confidence - right);
    bins.push({ from: step / steps, to: (step + 1) / steps, n: own.length, confidence, right });
  }
  const review = judged.filter(({ needsReview }) => needsReview);
  return {
    n: judged.length,
    ece: distance / Math.max(1, judged.length),
    bins,
    reviewShare: review.length / Math.max(1, judged.length),
    rightInReview: rightShare(review),
    rightElsewhere: rightShare(judged.filter(({ needsReview }) => !needsReview)),
  };
}
