import type { LabelField, LabelValues, MachineLabels, PersonLabel } from '../../shared/domain/correction.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { cohensKappa } from '../evaluate/metrics.ts';
import type { TargetRow } from '../evaluate/target.ts';

/** An item that people labelled, as a row to train on or measure with. */
export interface LabelledRow {
  itemId: string;
  /** The story it is part of, where it is linked: rows of one story are never on both sides of a cross-validation. */
  storyId: string | null;
  /** When the last label was given. */
  at: number;
  row: TargetRow;
  /** What the machine had said when the first person looked. */
  said: MachineLabels;
}

export interface LabelledRows {
  rows: LabelledRow[];
  persons: number;
  /** Items on which the latest labels of two people differ; what they differ in is in no row. */
  disputed: number;
  /** Labelled items that the index no longer holds. */
  missing: number;
}

const fields = ['target', 'tone', 'criticism', 'stance', 'topic', 'areas', 'language'] as const;

/** What a person's values say without saying it: a tone implies its target; no target, the tone and no criticism. */
export function completed(values: LabelValues): LabelValues {
  const tone = values.tone ?? (values.target === false ? 'unrelated' : undefined);
  const target = values.target ?? (tone === undefined ? undefined : tone !== 'unrelated');
  const criticism = values.criticism ?? (target === false ? false : undefined);
  return { ...values, tone, target, criticism };
}

/** A value as one string; areas in any order are the same. */
const keyOf = (value: LabelValues[LabelField]): string =>
  Array.isArray(value) ? value.toSorted().join(' ') : String(value);

/** The latest values of every person on one item, by person. */
function latestByPerson(labels: readonly PersonLabel[]): Map<string, LabelValues> {
  const latest = new Map<string, LabelValues>();
  for (const { by, values } of labels) latest.set(by, { ...latest.get(by), ...completed(values) });
  return latest;
}

/** Values on which nobody contradicts anybody. */
function agreedValues(people: readonly LabelValues[]): { values: LabelValues; disputed: boolean } {
  const values: Record<string, unknown> = {};
  let disputed = false;
  for (const field of fields) {
    const said = people.map((one) => one[field]).filter((value) => value !== undefined);
    if (new Set(said.map(keyOf)).size > 1) disputed = true;
    else if (said.length > 0) values[field] = said[0];
  }
  return { values: values as LabelValues, disputed };
}

/** People's labels with the texts of their items as rows, oldest first. */
export function labelledRows(
  labels: readonly PersonLabel[],
  items: readonly Pick<IndexedItem, 'id' | 'title' | 'text' | 'storyId'>[],
): LabelledRows {
  const byId = new Map(items.map((item) => [item.id, item]));
  const rows: LabelledRow[] = [];
  let [disputed, missing] = [0, 0];
  for (const [itemId, own] of Map.groupBy(labels, (label) => label.itemId)) {
    const { values, disputed: isDisputed } = agreedValues([...latestByPerson(own).values()]);
    if (isDisputed) disputed += 1;
    const item = byId.get(itemId);
    if (item === undefined) missing += 1;
    else if (Object.keys(values).length > 0)
      rows.push({
        itemId,
        storyId: item.storyId,
        at: Math.max(...own.map(({ at }) => at)),
        row: { text: fullText(item), ...values } as TargetRow,
        said: own[0]!.said,
      });
  }
  rows.sort((a, b) => a.at - b.at || (a.itemId < b.itemId ? -1 : 1));
  return { rows, persons: new Set(labels.map(({ by }) => by)).size, disputed, missing };
}

/** Cohen's kappa by label over items that two people or more labelled: the first two of each, in the order of names. */
export function agreementOf(
  labels: readonly PersonLabel[],
): Record<string, { pairs: number; kappa: number }> {
  const people = [...Map.groupBy(labels, (label) => label.itemId).values()].map((own) =>
    [...latestByPerson(own)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, values]) => values),
  );
  const agreement: Record<string, { pairs: number; kappa: number }> = {};
  for (const field of fields) {
    const pairs = people
      .map((one) => one.filter((values) => values[field] !== undefined).map((values) => keyOf(values[field])))
      .filter((one) => one.length > 1);
    if (pairs.length === 0) continue;
    const kappa = cohensKappa(
      pairs.map(([first]) => first!),
      pairs.map(([, second]) => second!),
    );
    agreement[field] = { pairs: pairs.length, kappa };
  }
  return agreement;
}
