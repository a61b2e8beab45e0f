import { encodeModelParts, type LinearModelParts } from '../enrich/model/linear-model-format.ts';
import { createItemReader } from '../enrich/read-item.ts';
import { createTargetModels } from '../enrich/target-models.ts';
import type { TargetRow } from '../evaluate/target.ts';
import { readingOf } from '../quality/quality-report.ts';
import { createRandom, shuffle } from '../train/random.ts';
import { compareOn, fallen, type SetComparison } from './compare.ts';
import type { LabelledRow } from './labelled-rows.ts';

export interface CandidateInputs {
  /** What the shipped model was trained on. */
  shippedRows: readonly TargetRow[];
  labelled: readonly LabelledRow[];
  /** Measured on, never trained on. */
  gold: readonly TargetRow[];
  /** The model in force; null where rules alone read. */
  current: LinearModelParts | null;
  /** The model in force has seen people's labels up to here: it is not measured on them. 0 for the shipped one. */
  currentSawUntil: number;
  /** Parts of the cross-validation over people's labels. */
  folds: number;
  /** How a model is made of rows; the project's own recipe. */
  train(rows: readonly TargetRow[]): LinearModelParts;
  /** Told before each training, which takes about half a minute. */
  told?(line: string): void;
}

export interface Candidate {
  bytes: Uint8Array;
  comparisons: SetComparison[];
  /** Figures that fell by more than their noise; none: it may be promoted. */
  fell: string[];
  /** Rows of people it was trained on. */
  labelledRows: number;
  labelledUntil: number;
  /** Labelled rows left out because the gold set holds their text. */
  inGold: number;
}

/** No rows of people to learn from. */
export class NothingToLearn extends Error {
  override readonly name = 'NothingToLearn';
}

/** Fewer rows than this make no set: its noise would let anything through. Chosen. */
export const fewestRows = 20;

/** Letters and digits alone, so that a copy of a gold text is found however it is spaced. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const readBy = (parts: LinearModelParts | null) => {
  const read = createItemReader(parts ? createTargetModels(parts) : undefined);
  return (rows: readonly TargetRow[]) => rows.map(({ text }) => readingOf(read(text)));
};

/**
 * A candidate from the shipped rows and people's labels, measured beside the model in force on the gold set and, by
 * cross-validation, on people's labels that the one in force has not seen. Texts of the gold set are never trained on.
 */
export function buildCandidate(inputs: CandidateInputs): Candidate {
  const { shippedRows, gold, current, train, told } = inputs;
  const goldTexts = new Set(gold.map(({ text }) => plain(text)));
  const labelled = inputs.labelled.filter(({ row }) => !goldTexts.has(plain(row.text)));
  if (labelled.length === 0)
    throw new NothingToLearn('nobody has labelled an item yet; GET /v1/labelling lists those worth it');
  const readCurrent = readBy(current);
  const comparisons: SetComparison[] = [];
  const crossed = crossValidated({ ...inputs, labelled });
  if (crossed) {
    const rows = crossed.rows.map(({ row }) => row);
    comparisons.push(compareOn('people', rows, readCurrent(rows), crossed.readings));
  }
  told?.(`learning from all ${shippedRows.length + labelled.length} rows`);
  const parts = train([...shippedRows, ...labelled.map(({ row }) => row)]);
  if (gold.length > 0) comparisons.unshift(compareOn('gold', gold, readCurrent(gold), readBy(parts)(gold)));
  return {
    bytes: encodeModelParts(parts),
    comparisons,
    fell: fallen(comparisons),
    labelledRows: labelled.length,
    labelledUntil: Math.max(...labelled.map(({ at }) => at)),
    inGold: inputs.labelled.length - labelled.length,
  };
}

/** What stays together in a cross-validation: a story, else equal texts. */
const groupOf = ({ storyId, row }: LabelledRow): string => storyId ?? plain(row.text);

/** Readings of people's newer rows by models that have not seen them nor others of their stories; null when they are too few. */
function crossValidated({ shippedRows, labelled, currentSawUntil, folds, train, told }: CandidateInputs) {
  const rows = labelled.filter(({ at }) => at > currentSawUntil);
  if (rows.length < fewestRows) return null;
  const groups = [...new Set(labelled.map(groupOf))];
  const order = shuffle(Uint32Array.from(groups.keys()), createRandom(1));
  const foldOf = new Map<string, number>();
  order.forEach((group, i) => {
    foldOf.set(groups[group]!, i % folds);
  });
  const readings: ReturnType<typeof readingOf>[] = new Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = (one: LabelledRow): boolean => foldOf.get(groupOf(one)) === fold;
    const held = rows.flatMap((row, i) => (isHeldOut(row) ? i : []));
    if (held.length === 0) continue;
    told?.(`part ${fold + 1} of ${folds}: ${held.length} labelled items held out`);
    const seen = labelled.filter((one) => !isHeldOut(one)).map(({ row }) => row);
    const read = readBy(train([...shippedRows, ...seen]));
    const given = read(held.map((i) => rows[i]!.row));
    held.forEach((i, n) => {
      readings[i] = given[n]!;
    });
  }
  return { rows, readings };
}
