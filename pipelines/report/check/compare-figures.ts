import type { Figure } from './read-figures.ts';

/** How two reports' tables agree in the rows that change from period to period. Zeros say nothing and are left out. */
export interface FigureMatch {
  compared: number;
  equal: number;
  /** log2(1 + value), summed over equal rows: ten equal rows of 1 prove less than three of 400. */
  equalBits: number;
}

const valuesByKey = (figures: readonly Figure[]): Map<string, number> => {
  const values = new Map<string, number>();
  // A label used twice gets the place of its use, so that the second row meets the second.
  for (const { key, value } of figures) {
    let name = key;
    for (let n = 2; values.has(name); n++) name = `${key} ${n}`;
    values.set(name, value);
  }
  return values;
};

export function compareFigures(
  here: readonly Figure[],
  there: readonly Figure[],
  changing: ReadonlySet<string>,
): FigureMatch {
  const others = valuesByKey(there);
  const match = { compared: 0, equal: 0, equalBits: 0 };
  for (const [key, value] of valuesByKey(here)) {
    const other = others.get(key);
    if (other === undefined || (value === 0 && other === 0) || !changing.has(key)) continue;
    match.compared++;
    if (value !== other) continue;
    match.equal++;
    match.equalBits += Math.log2(1 + Math.abs(value));
  }
  return match;
}

/**
 * Rows worth comparing: those that do not stand still by nature (number of districts, of staff). A row stands still
 * when more than `stillShare` of its steps from one period to the next, over all units, leave it as it was; with fewer
 * than four steps in the folder nothing is known of it, and it counts.
 */
export function changingRows(
  series: readonly (readonly (readonly Figure[])[])[],
  stillShare = 0.7,
): ReadonlySet<string> {
  const steps = new Map<string, { still: number; all: number }>();
  for (const reports of series)
    reports.forEach((figures, index) => {
      const before = index === 0 ? new Map<string, number>() : valuesByKey(reports[index - 1]!);
      for (const [key, value] of valuesByKey(figures)) {
        const row = steps.get(key) ?? { still: 0, all: 0 };
        steps.set(key, row);
        const earlier = before.get(key);
        if (earlier === undefined || (earlier === 0 && value === 0)) continue;
        row.all++;
        if (earlier === value) row.still++;
      }
    });
  return new Set(
    [...steps].filter(([, { still, all }]) => all < 4 || still <= all * stillShare).map(([key]) => key),
  );
}
