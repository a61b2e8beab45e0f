export interface Confusion {
  classes: string[];
  /** `counts[true][said]`, both in the order of `classes`. */
  counts: number[][];
}

/** How often each class was said for each true one; only classes that occur. The lists run in parallel. */
export function confusion(truth: readonly string[], said: readonly string[]): Confusion {
  const classes = [...new Set([...truth, ...said])].sort();
  const at = new Map(classes.map((name, i) => [name, i]));
  const counts = classes.map(() => classes.map(() => 0));
  truth.forEach((name, i) => {
    const row = counts[at.get(name)!]!;
    row[at.get(said[i]!)!]! += 1;
  });
  return { classes, counts };
}
