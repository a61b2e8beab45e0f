export interface BCubed {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * B-cubed (Bagga and Baldwin 1998): per item the share of its found cluster that is of its true cluster, and of its
 * true cluster that is in its found one, averaged over all items. F1 of the two averages.
 * @param found cluster of each item, @param truth its true one; equal lengths
 */
export function bcubed(found: readonly string[], truth: readonly string[]): BCubed {
  const foundSize = sizes(found);
  const truthSize = sizes(truth);
  const both = sizes(found.map((cluster, i) => `${cluster}\u0000${truth[i]}`));
  let precision = 0;
  let recall = 0;
  for (let i = 0; i < found.length; i++) {
    const shared = both.get(`${found[i]}\u0000${truth[i]}`)!;
    precision += shared / foundSize.get(found[i]!)!;
    recall += shared / truthSize.get(truth[i]!)!;
  }
  const n = Math.max(1, found.length);
  return { precision: precision / n, recall: recall / n, f1: harmonic(precision / n, recall / n) };
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

function sizes(clusters: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes;
}
