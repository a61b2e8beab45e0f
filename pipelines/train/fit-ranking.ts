/** The candidates of one text as rows of features, and which is the right one; −1 when it is none of them. */
export interface RankingList {
  rows: readonly Float64Array[];
  right: number;
}

/** Rounds of Adam over all lists; the loss stands still after some hundred. */
const rounds = 250;
const stepSize = 0.05;
/** Pull towards nothing, on features of unit deviation. */
const penalty = 0.002;

/**
 * Weights under which the right candidate is likeliest: softmax regression over each list. Features are scaled to unit
 * deviation while it learns; the weights returned are for features as they are. Deterministic.
 */
export function fitRanking(lists: readonly RankingList[], features: number): Float64Array {
  const known = lists.filter(({ right }) => right >= 0);
  const scale = deviations(known, features);
  const weights = new Float64Array(features);
  const [first, second] = [new Float64Array(features), new Float64Array(features)];
  for (let round = 1; round <= rounds; round++) {
    const slope = slopeOf(known, scale, weights);
    for (let f = 0; f < features; f++) {
      const pull = slope[f]! / Math.max(1, known.length) + penalty * weights[f]!;
      first[f] = 0.9 * first[f]! + 0.1 * pull;
      second[f] = 0.999 * second[f]! + 0.001 * pull * pull;
      const mean = first[f]! / (1 - 0.9 ** round);
      const spread = Math.sqrt(second[f]! / (1 - 0.999 ** round)) + 1e-8;
      weights[f] = weights[f]! - (stepSize * mean) / spread;
    }
  }
  return weights.map((weight, f) => weight / scale[f]!);
}

function deviations(lists: readonly RankingList[], features: number): Float64Array {
  const [sum, squares] = [new Float64Array(features), new Float64Array(features)];
  let count = 0;
  for (const { rows } of lists)
    for (const row of rows) {
      count++;
      for (let f = 0; f < features; f++) {
        sum[f] = sum[f]! + row[f]!;
        squares[f] = squares[f]! + row[f]! * row[f]!;
      }
    }
  return sum.map((total, f) => Math.sqrt(Math.max(0, squares[f]! / count - (total / count) ** 2)) || 1);
}

/** The gradient of the loss by the weights of the scaled features. */
function slopeOf(lists: readonly RankingList[], scale: Float64Array, weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  const perUnit = weights.map((weight, f) => weight / scale[f]!);
  for (const { rows, right } of lists) {
    const scores = rows.map((row) => {
      let score = 0;
      for (let f = 0; f < perUnit.length; f++) score += perUnit[f]! * row[f]!;
      return score;
    });
    const most = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - most));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    rows.forEach((row, k) => {
      const error = shares[k]! / whole - (k === right ? 1 : 0);
      if (Math.abs(error) < 1e-4) return;
      for (let f = 0; f < perUnit.length; f++) slope[f] = slope[f]! + (error * row[f]!) / scale[f]!;
    });
  }
  return slope;
}
