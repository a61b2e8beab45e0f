import type { Language, Stance, TargetTone, Topic } from '../../shared/domain/labels.ts';
import { accuracy, binaryF1, type ClassFigures, macroF1, perClass } from './metrics.ts';

/** Labels of one row; a row that lacks a field is left out of that field's figure. */
export interface TargetRow {
  text: string;
  target?: boolean | undefined;
  tone?: TargetTone | undefined;
  criticism?: boolean | undefined;
  stance?: Stance | undefined;
  areas?: readonly string[] | undefined;
  language?: Language | undefined;
  topic?: Topic | undefined;
}

export type TargetReading = Required<Omit<TargetRow, 'text'>>;

export interface TargetFigures {
  n: number;
  target: { f1: number };
  tone: { macroF1: number; perClass: Record<string, ClassFigures> };
  criticism: { f1: number };
  stance: { macroF1: number; perClass: Record<string, ClassFigures> };
  areas: { precision: number; recall: number; f1: number };
  language: { accuracy: number; perClass: Record<string, ClassFigures> };
  topic: { accuracy: number; perClass: Record<string, ClassFigures> };
}

/** Codes that both name, that only the machine names and that it missed, over all rows: micro figures. */
export function areaFigures(
  truth: readonly (readonly string[])[],
  said: readonly (readonly string[])[],
): TargetFigures['areas'] {
  let hit = 0;
  let given = 0;
  let wanted = 0;
  truth.forEach((codes, i) => {
    const found = new Set(said[i]);
    given += found.size;
    wanted += codes.length;
    for (const code of codes) if (found.has(code)) hit++;
  });
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return { precision: share(hit, given), recall: share(hit, wanted), f1: share(2 * hit, given + wanted) };
}

/** Measures readings against rows, field by field; the lists run in parallel. */
export function measureTarget(rows: readonly TargetRow[], readings: readonly TargetReading[]): TargetFigures {
  const pairs = <Field extends keyof TargetReading>(field: Field) => {
    const truth: NonNullable<TargetReading[Field]>[] = [];
    const said: NonNullable<TargetReading[Field]>[] = [];
    rows.forEach((row, i) => {
      const value = row[field];
      if (value === undefined || value === null) return;
      truth.push(value as NonNullable<TargetReading[Field]>);
      said.push(readings[i]![field] as NonNullable<TargetReading[Field]>);
    });
    return [truth, said] as const;
  };
  return {
    n: rows.length,
    target: { f1: binaryF1(...pairs('target')) },
    tone: { macroF1: macroF1(...pairs('tone')), perClass: perClass(...pairs('tone')) },
    criticism: { f1: binaryF1(...pairs('criticism')) },
    stance: { macroF1: macroF1(...pairs('stance')), perClass: perClass(...pairs('stance')) },
    areas: areaFigures(...pairs('areas')),
    language: { accuracy: accuracy(...pairs('language')), perClass: perClass(...pairs('language')) },
    topic: { accuracy: accuracy(...pairs('topic')), perClass: perClass(...pairs('topic')) },
  };
}
