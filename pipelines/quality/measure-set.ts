import type { MachineLabels } from '../../shared/domain/correction.ts';
import { bootstrapInterval } from '../evaluate/bootstrap.ts';
import { accuracy, binaryF1, macroF1 } from '../evaluate/metrics.ts';
import { areaFigures, type TargetRow } from '../evaluate/target.ts';
import { type Reliability, reliability } from './calibration.ts';
import { type Confusion, confusion } from './confusion.ts';

/** A reading of one row with the confidence of its tone. */
export type Reading = MachineLabels;
type Field = 'target' | 'tone' | 'criticism' | 'stance' | 'topic' | 'areas' | 'language';

/** The figures of the table, by name; each is computed over rows that have the label. */
export const figureNames = [
  'targetF1',
  'toneMacroF1',
  'criticismF1',
  'stanceMacroF1',
  'topicAccuracy',
  'areasF1',
  'languageAccuracy',
] as const;
export type FigureName = (typeof figureNames)[number];

const fieldOf: Record<FigureName, Field> = {
  targetF1: 'target',
  toneMacroF1: 'tone',
  criticismF1: 'criticism',
  stanceMacroF1: 'stance',
  topicAccuracy: 'topic',
  areasF1: 'areas',
  languageAccuracy: 'language',
};

/** Rows (by number) that have the label of a figure. */
export const rowsWith = (rows: readonly TargetRow[], name: FigureName): number[] =>
  rows.flatMap((row, i) => (row[fieldOf[name]] === undefined ? [] : i));

/** One figure over these rows, which all have its label; with repetitions, as a bootstrap draws them. */
export function figureOver(
  name: FigureName,
  rows: readonly TargetRow[],
  readings: readonly Reading[],
  chosen: readonly number[],
): number {
  const field = fieldOf[name];
  const truth = chosen.map((i) => rows[i]![field]);
  const said = chosen.map((i) => readings[i]![field]);
  if (field === 'areas') return areaFigures(truth as string[][], said as string[][]).f1;
  if (field === 'target' || field === 'criticism') return binaryF1(truth as boolean[], said as boolean[]);
  if (field === 'tone' || field === 'stance') return macroF1(truth as string[], said as string[]);
  return accuracy(truth, said);
}

export interface SetFigures {
  n: number;
  figures: Partial<Record<FigureName, { value: number; low: number; high: number }>>;
  calibration: Reliability;
  confusion: { tone: Confusion; stance: Confusion; topic: Confusion };
}

/** Rounds of a bootstrap; 200 give the ends of an interval to about a hundredth. */
const rounds = 200;

/** Everything about readings against labels: figures with their intervals, calibration of the tone, confusion. */
export function measureSet(rows: readonly TargetRow[], readings: readonly Reading[]): SetFigures {
  const figures: SetFigures['figures'] = {};
  for (const name of figureNames) {
    const chosen = rowsWith(rows, name);
    if (chosen.length === 0) continue;
    const over = (drawn: readonly number[]) =>
      figureOver(
        name,
        rows,
        readings,
        drawn.map((i) => chosen[i]!),
      );
    const value = figureOver(name, rows, readings, chosen);
    figures[name] = { value, ...bootstrapInterval(chosen.length, over, { rounds }) };
  }
  const toned = rowsWith(rows, 'toneMacroF1');
  const confusionOf = (name: 'toneMacroF1' | 'stanceMacroF1' | 'topicAccuracy'): Confusion => {
    const chosen = rowsWith(rows, name);
    const field = fieldOf[name] as 'tone' | 'stance' | 'topic';
    return confusion(
      chosen.map((i) => rows[i]![field]!),
      chosen.map((i) => readings[i]![field]),
    );
  };
  return {
    n: rows.length,
    figures,
    calibration: reliability(
      toned.map((i) => {
        const { tone, toneConfidence, needsReview } = readings[i]!;
        return { confidence: toneConfidence, needsReview, right: tone === rows[i]!.tone };
      }),
    ),
    confusion: {
      tone: confusionOf('toneMacroF1'),
      stance: confusionOf('stanceMacroF1'),
      topic: confusionOf('topicAccuracy'),
    },
  };
}
