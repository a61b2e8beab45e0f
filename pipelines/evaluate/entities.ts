import { z } from 'zod';
import { labelsSchema } from '../../shared/domain/labels.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';

/** Who a text names and whether it is abusive, by a person; `text`, or the `id` of a row that has it. */
export const entityRowSchema = z.object({
  id: z.string().optional(),
  text: z.string().optional(),
  entities: labelsSchema.shape.entities,
  abusive: z.boolean(),
});
export type EntityRow = z.infer<typeof entityRowSchema> & { text: string };
export type EntityReading = Pick<EntityRow, 'entities' | 'abusive'>;

export interface EntityShare {
  /** Named by the person. */
  wanted: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface EntityReport {
  n: number;
  entities: EntityShare & { interval: Interval; byKind: Record<string, EntityShare> };
  abusive: EntityShare;
}

const keyOf = ({ kind, name }: EntityRow['entities'][number]): string => `${kind} ${name}`;

interface Counts {
  hit: number;
  given: number;
  wanted: number;
}

const shareOf = ({ hit, given, wanted }: Counts): EntityShare => ({
  wanted,
  precision: given === 0 ? 0 : hit / given,
  recall: wanted === 0 ? 0 : hit / wanted,
  f1: given + wanted === 0 ? 0 : (2 * hit) / (given + wanted),
});

function count(
  rows: readonly EntityRow[],
  readings: readonly EntityReading[],
  at: readonly number[],
  kind?: string,
): Counts {
  const counts = { hit: 0, given: 0, wanted: 0 };
  const ofKind = ({ entities }: EntityReading) =>
    entities.filter((entity) => kind === undefined || entity.kind === kind).map(keyOf);
  for (const i of at) {
    const said = new Set(ofKind(readings[i]!));
    const truth = new Set(ofKind(rows[i]!));
    counts.given += said.size;
    counts.wanted += truth.size;
    for (const key of truth) if (said.has(key)) counts.hit++;
  }
  return counts;
}

/** Measures readings against rows, entity by entity over all rows (micro); the lists run in parallel. */
export function evaluateEntities(
  rows: readonly EntityRow[],
  readings: readonly EntityReading[],
): EntityReport {
  const all = rows.map((_, i) => i);
  const kinds = [...new Set(rows.flatMap(({ entities }) => entities.map(({ kind }) => kind)))].sort();
  const abusive = {
    hit: rows.filter((row, i) => row.abusive && readings[i]!.abusive).length,
    given: readings.filter((reading) => reading.abusive).length,
    wanted: rows.filter((row) => row.abusive).length,
  };
  return {
    n: rows.length,
    entities: {
      ...shareOf(count(rows, readings, all)),
      interval: bootstrapInterval(rows.length, (drawn) => shareOf(count(rows, readings, drawn)).f1),
      byKind: Object.fromEntries(kinds.map((kind) => [kind, shareOf(count(rows, readings, all, kind))])),
    },
    abusive: shareOf(abusive),
  };
}

/** A row whose text is neither in it nor among the texts. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError';
}

/** Rows with the texts of their ids. @throws NoTextError naming the first row without one */
export function withTexts(
  rows: readonly z.infer<typeof entityRowSchema>[],
  textOf: ReadonlyMap<string, string>,
): EntityRow[] {
  return rows.map((row, i) => {
    const text = row.text ?? textOf.get(row.id ?? '');
    if (text === undefined) throw new NoTextError(`row ${i + 1} has no text, and no text has its id`);
    return { ...row, text };
  });
}
