import { z } from 'zod';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { auc, recallAtFalseAlarms } from './metrics.ts';

/** A row of any of the collections: the text is under one of three names. */
export const indicationRowSchema = z
  .object({ text: z.string().optional(), query: z.string().optional(), title: z.string().optional() })
  .transform(({ text, query, title }) => text ?? query ?? title)
  .pipe(z.string({ error: 'a row needs text, query or title' }));

export interface IndicationReport {
  positives: number;
  negatives: number;
  auc: number;
  /** Share of positives found at 5 % and at 1 % false alarms. */
  recallAt5: number;
  recallAt1: number;
  /** 95 % bootstrap interval of recallAt5 over the positives. */
  recallAt5Interval: Interval;
  /** Share of each side that the desk would see raised as things are set. */
  raisedPositives: number;
  raisedNegatives: number;
}

/** Measures an indication on texts that circulated as claims against ordinary ones. */
export function evaluateIndication(
  positives: readonly string[],
  negatives: readonly string[],
  read: (text: string) => { score: number; raised: boolean },
): IndicationReport {
  const up = positives.map(read);
  const down = negatives.map(read);
  const high = up.map(({ score }) => score);
  const low = down.map(({ score }) => score);
  const share = (side: readonly { raised: boolean }[]) =>
    side.length === 0 ? 0 : side.filter(({ raised }) => raised).length / side.length;
  return {
    positives: positives.length,
    negatives: negatives.length,
    auc: auc(high, low),
    recallAt5: recallAtFalseAlarms(high, low, 0.05),
    recallAt1: recallAtFalseAlarms(high, low, 0.01),
    recallAt5Interval: bootstrapInterval(high.length, (rows) =>
      recallAtFalseAlarms(
        rows.map((i) => high[i] as number),
        low,
        0.05,
      ),
    ),
    raisedPositives: share(up),
    raisedNegatives: share(down),
  };
}
