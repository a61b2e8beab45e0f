/** A row of evidence, whether it is so, and how many rows it stands for. */
export interface LogisticRow {
  features: Float64Array;
  isTrue: boolean;
  weight: number;
}

/** Newton's method ends in seven or so; more would mean that rows can be told apart without a limit. */
const rounds = 25;
/** Pull towards nothing, on features as they are; none on the last, which is the bias. Chosen: thousands of rows outweigh it. */
const penalty = 2;
/** A step below this changes no decision. */
const smallStep = 1e-4;

/** Weights of a logistic regression by Newton's method; the last feature is taken for the bias. Deterministic. */
export function fitLogistic(rows: readonly LogisticRow[], count: number): Float64Array {
  const weights = new Float64Array(count);
  for (let round = 0; round < rounds; round++) {
    const step = solve(...slopeAndCurve(rows, weights));
    for (let f = 0; f < count; f++) weights[f]! += step[f]!;
    if (step.every((part) => Math.abs(part) < smallStep)) break;
  }
  return weights;
}

function slopeAndCurve(rows: readonly LogisticRow[], weights: Float64Array): [Float64Array, Float64Array[]] {
  const count = weights.length;
  const slope = new Float64Array(count);
  const curve = Array.from({ length: count }, () => new Float64Array(count));
  for (const { features, isTrue, weight } of rows) {
    let sum = 0;
    for (let f = 0; f < count; f++) sum += weights[f]! * features[f]!;
    const share = 1 / (1 + Math.exp(-sum));
    const miss = ((isTrue ? 1 : 0) - share) * weight;
    const spread = Math.max(1e-9, share * (1 - share)) * weight;
    for (let f = 0; f < count; f++) {
      slope[f]! += miss * features[f]!;
      for (let g = 0; g <= f; g++) curve[f]![g]! += spread * features[f]! * features[g]!;
    }
  }
  for (let f = 0; f < count; f++) {
    for (let g = f + 1; g < count; g++) curve[f]![g] = curve[g]![f]!;
    if (f === count - 1) break;
    slope[f]! -= penalty * weights[f]!;
    curve[f]![f]! += penalty;
  }
  return [slope, curve];
}

/** Gauss and Jordan with pivots; a feature that never varies moves nothing. */
function solve(right: Float64Array, matrix: readonly Float64Array[]): Float64Array {
  const rows = matrix.map((row, f) => Float64Array.of(...row, right[f]!));
  const count = rows.length;
  for (let at = 0; at < count; at++) {
    let pivot = at;
    for (let f = at + 1; f < count; f++) if (Math.abs(rows[f]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = f;
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    for (let f = 0; f < count; f++) {
      const factor = f === at || rows[at]![at] === 0 ? 0 : rows[f]![at]! / rows[at]![at]!;
      if (factor !== 0) for (let g = at; g <= count; g++) rows[f]![g]! -= factor * rows[at]![g]!;
    }
  }
  return Float64Array.from(rows, (row, f) => (row[f] === 0 ? 0 : row[count]! / row[f]!));
}
