import type { QualityReport } from '../../shared/api/quality.ts';
import { machineLabelsSchema, type PersonLabel } from '../../shared/domain/correction.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { decodeModelParts, type LinearModelParts } from '../enrich/model/linear-model-format.ts';
import { createGazetteer } from '../enrich/places/gazetteer.ts';
import type { ItemReading } from '../enrich/read-item.ts';
import { createItemReader, createSignReader } from '../enrich/read-item.ts';
import { createTargetModels } from '../enrich/target-models.ts';
import { readTarget, type TargetRow } from '../evaluate/target.ts';
import { agreementOf, type LabelledRow, labelledRows } from '../learn/labelled-rows.ts';
import { createKnownWords, driftOf, traitsOf } from './drift.ts';
import { measureSet, type Reading } from './measure-set.ts';

export interface QualityInputs {
  at: number;
  /** The model in force; null where rules alone read. */
  model: { bytes: Uint8Array; sha256: string } | null;
  /** Gold rows with the kind of text each is; null when there are none. */
  gold: readonly (TargetRow & { kind?: string | undefined })[] | null;
  labels: readonly PersonLabel[];
  /** Items of `labels` that the index still holds. */
  labelledItems: readonly IndexedItem[];
  /** What came in lately. */
  recent: readonly IndexedItem[];
}

/** Read with the report: corrections are chosen by people, not drawn. */
const note =
  'People label what they doubt and what the queue asks for, so these figures are lower than over all items; compare months with months. Each is of what the machine had said when the first person looked.';

export const readingOf = (reading: ItemReading): Reading =>
  machineLabelsSchema.parse({
    ...readTarget(reading),
    toneConfidence: reading.tone.confidence,
    needsReview: reading.tone.needsReview,
  });

const measureLabelled = (rows: readonly LabelledRow[]) =>
  measureSet(
    rows.map(({ row }) => row),
    rows.map(({ said }) => said),
  );

/** Month of an instant in UTC, `2026-11`. */
const monthOf = (at: number): string => toRfc3339(at).slice(0, 7);

function peopleOf({ labels, labelledItems }: QualityInputs): QualityReport['people'] {
  const { rows, persons, disputed } = labelledRows(labels, labelledItems);
  const months = [...Map.groupBy(rows, ({ at }) => monthOf(at))].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    labels: labels.length,
    items: new Set(labels.map(({ itemId }) => itemId)).size,
    persons,
    disputed,
    kappa: agreementOf(labels),
    all: rows.length === 0 ? null : measureLabelled(rows),
    months: months.map(([month, own]) => ({ month, report: measureLabelled(own) })),
    note,
  };
}

function driftFrom(
  { gold, recent }: QualityInputs,
  readings: readonly Reading[],
  parts: LinearModelParts | null,
): QualityReport['drift'] {
  if (gold === null || recent.length === 0) return null;
  const known = parts ? createKnownWords(parts) : null;
  const readSigns = createSignReader(createGazetteer());
  const wordsOf = (text: string) => readSigns(text).words.map((word) => word.text);
  const reference = gold.map(({ text, kind = 'other' }, i) =>
    traitsOf(wordsOf(text), readings[i]!.language, kind, known),
  );
  const now = recent.map((item) =>
    traitsOf(wordsOf(fullText(item)), item.labels.language.value, item.platform, known),
  );
  const times = recent.map(({ publishedAt }) => publishedAt);
  return {
    items: recent.length,
    from: toRfc3339(times.reduce((least, at) => Math.min(least, at))),
    to: toRfc3339(times.reduce((most, at) => Math.max(most, at))),
    ...driftOf(reference, now, known?.chance),
  };
}

/**
 * How good the labels are, as far as can be told here: on the gold set by the model in force, on what people said of this
 * installation's own items month by month, and how far what comes in differs from the gold set.
 */
export function qualityReport(inputs: QualityInputs): QualityReport {
  const { at, model, gold } = inputs;
  const parts = model ? decodeModelParts(model.bytes) : null;
  const read = createItemReader(parts ? createTargetModels(parts) : undefined);
  const readings = (gold ?? []).map(({ text }) => readingOf(read(text)));
  return {
    at: toRfc3339(at),
    model:
      model && parts ? { name: parts.header.name, sha256: model.sha256, bytes: model.bytes.length } : null,
    gold: gold === null ? null : measureSet(gold, readings),
    people: peopleOf(inputs),
    drift: driftFrom(inputs, readings, parts),
  };
}
