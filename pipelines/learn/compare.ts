import { bootstrapInterval } from '../evaluate/bootstrap.ts';
import type { TargetRow } from '../evaluate/target.ts';
import { type FigureName, figureNames, figureOver, type Reading, rowsWith } from '../quality/measure-set.ts';

export interface FigureComparison {
  n: number;
  current: number;
  candidate: number;
  /** Candidate less current, with the 95 % interval of a paired bootstrap. */
  difference: number;
  low: number;
  high: number;
  /** Fell by more than its noise: the whole interval lies below nothing. */
  fell: boolean;
}

/** One set: both read the same rows. */
export interface SetComparison {
  set: string;
  rows: number;
  figures: Partial<Record<FigureName, FigureComparison>>;
}

/** Rounds of the paired bootstrap; 300 give the ends of the interval to about a hundredth. */
const rounds = 300;

/**
 * How a candidate reads a set beside the model in force. Paired: each draw takes the same rows for both, so that what is
 * hard for both is no noise. Areas are left out: no model reads them.
 */
export function compareOn(
  set: string,
  rows: readonly TargetRow[],
  current: readonly Reading[],
  candidate: readonly Reading[],
): SetComparison {
  const figures: SetComparison['figures'] = {};
  for (const name of figureNames) {
    const chosen = rowsWith(rows, name);
    if (name === 'areasF1' || chosen.length === 0) continue;
    const differenceOver = (drawn: readonly number[]): number => {
      const taken = drawn.map((i) => chosen[i]!);
      return figureOver(name, rows, candidate, taken) - figureOver(name, rows, current, taken);
    };
    const [was, is] = [figureOver(name, rows, current, chosen), figureOver(name, rows, candidate, chosen)];
    const { low, high } = bootstrapInterval(chosen.length, differenceOver, { rounds });
    const difference = is - was;
    figures[name] = {
      n: chosen.length,
      current: was,
      candidate: is,
      difference,
      low,
      high,
      fell: difference < 0 && high < 0,
    };
  }
  return { set, rows: rows.length, figures };
}

/** The figures that fell by more than their noise, as `set: figure`. A candidate is fit for promotion when there are none. */
export const fallen = (comparisons: readonly SetComparison[]): string[] =>
  comparisons.flatMap(({ set, figures }) =>
    Object.entries(figures).flatMap(([name, { fell }]) => (fell ? `${set}: ${name}` : [])),
  );
