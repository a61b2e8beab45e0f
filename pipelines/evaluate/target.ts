import { z } from 'zod';
import { languageSchema, stanceSchema, targetToneSchema, topicSchema } from '../../shared/domain/labels.ts';
import type { ItemReading } from '../enrich/read-item.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { accuracy, binaryF1, type ClassFigures, macroF1, perClass } from './metrics.ts';

/** Labels of one row; a row that lacks a field is left out of that field's figure. */
export const targetRowSchema = z.object({
  text: z.string(),
  target: z.boolean().optional(),
  tone: targetToneSchema.optional(),
  criticism: z.boolean().optional(),
  stance: stanceSchema.optional(),
  areas: z.array(z.string()).optional(),
  language: languageSchema.optional(),
  topic: topicSchema.optional(),
});
export type TargetRow = z.infer<typeof targetRowSchema>;

export type TargetReading = { [Field in Exclude<keyof TargetRow, 'text'>]-?: NonNullable<TargetRow[Field]> };

/** The labels of a reading in the shape of a row; places that only the outlet's home gave do not count. */
export const readTarget = (reading: ItemReading): TargetReading => ({
  target: reading.target.value,
  tone: reading.tone.value,
  criticism: reading.criticism.value,
  stance: reading.stance.value,
  areas: reading.places.map(({ code }) => code),
  language: reading.language.value,
  topic: reading.topic.value,
});

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

/** The one figure of each label, by its name in the output. */
const headline = {
  target: (figures: TargetFigures) => figures.target.f1,
  tone: (figures: TargetFigures) => figures.tone.macroF1,
  criticism: (figures: TargetFigures) => figures.criticism.f1,
  stance: (figures: TargetFigures) => figures.stance.macroF1,
  areas: (figures: TargetFigures) => figures.areas.f1,
  language: (figures: TargetFigures) => figures.language.accuracy,
  topic: (figures: TargetFigures) => figures.topic.accuracy,
};

/** 95 % bootstrap intervals of the figures: how much of a difference is noise. */
export function targetIntervals(
  rows: readonly TargetRow[],
  readings: readonly TargetReading[],
): Record<keyof typeof headline, Interval> {
  const draws = new Map<string, TargetFigures>();
  const drawn = (at: readonly number[]): TargetFigures => {
    const key = at.join();
    const known = draws.get(key);
    if (known) return known;
    const figures = measureTarget(
      at.map((i) => rows[i]!),
      at.map((i) => readings[i]!),
    );
    draws.set(key, figures);
    return figures;
  };
  const intervals = {} as Record<keyof typeof headline, Interval>;
  for (const name of Object.keys(headline) as (keyof typeof headline)[])
    intervals[name] = bootstrapInterval(rows.length, (at) => headline[name](drawn(at)));
  return intervals;
}
