import { z } from 'zod';
import { type Tone, toneSchema } from '../../shared/domain/labels.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { accuracy, type ClassFigures, macroF1, perClass } from './metrics.ts';

export const toneRowSchema = z.object({
  text: z.string(),
  label: toneSchema,
  source: z.string().optional(),
});
export type ToneRow = z.infer<typeof toneRowSchema>;

export interface ToneFigures {
  n: number;
  accuracy: number;
  macroF1: number;
  /** 95 % bootstrap interval of macro-F1. */
  interval: Interval;
  perClass: Record<string, ClassFigures>;
  /** Mean of |confidence − share right| over ten equal steps of confidence, weighed by rows (ECE); when given. */
  calibrationError?: number;
}

export interface ToneReport extends ToneFigures {
  bySource: Record<string, ToneFigures>;
  itemsPerSecond: number;
}

export interface ToneAnswer {
  value: Tone;
  confidence: number;
}

/** Measures a reader of tones on labelled rows. It sees the text alone, never the source. `nowMs` times it. */
export function evaluateTone(
  rows: readonly ToneRow[],
  read: (text: string) => ToneAnswer,
  nowMs: () => number,
): ToneReport {
  const startedAt = nowMs();
  const answers = rows.map(({ text }) => read(text));
  const seconds = (nowMs() - startedAt) / 1000;
  const sources = [...new Set(rows.flatMap(({ source }) => source ?? []))].sort();
  const pick = (wanted?: string) =>
    rows.flatMap(({ source }, i) => (wanted === undefined || source === wanted ? i : []));
  return {
    ...figures(rows, answers, pick()),
    bySource: Object.fromEntries(sources.map((source) => [source, figures(rows, answers, pick(source))])),
    itemsPerSecond: seconds > 0 ? Math.round(rows.length / seconds) : 0,
  };
}

function figures(
  rows: readonly ToneRow[],
  answers: readonly ToneAnswer[],
  chosen: readonly number[],
): ToneFigures {
  const truth = chosen.map((i) => (rows[i] as ToneRow).label);
  const predicted = chosen.map((i) => (answers[i] as ToneAnswer).value);
  const interval = bootstrapInterval(
    chosen.length,
    (drawn) =>
      macroF1(
        drawn.map((i) => truth[i] as Tone),
        drawn.map((i) => predicted[i] as Tone),
      ),
    { rounds: 200 },
  );
  return {
    n: chosen.length,
    accuracy: accuracy(truth, predicted),
    macroF1: macroF1(truth, predicted),
    interval,
    perClass: perClass(truth, predicted),
    calibrationError: calibrationError(
      truth,
      chosen.map((i) => answers[i] as ToneAnswer),
    ),
  };
}

const STEPS = 10;

function calibrationError(truth: readonly Tone[], answers: readonly ToneAnswer[]): number {
  const bins = Array.from({ length: STEPS }, () => ({ n: 0, right: 0, said: 0 }));
  answers.forEach(({ value, confidence }, i) => {
    const bin = bins[Math.min(STEPS - 1, Math.floor(confidence * STEPS))];
    if (!bin) return;
    bin.n++;
    bin.said += confidence;
    if (value === truth[i]) bin.right++;
  });
  return bins.reduce((sum, { right, said }) => sum + Math.abs(said - right), 0) / Math.max(1, answers.length);
}
