import type { Cue } from '../enrich/model/cue.ts';
import type { LinearModelParts } from '../enrich/model/linear-model-format.ts';
import { createGazetteer } from '../enrich/places/gazetteer.ts';
import { createItemReader, createSignReader, type ItemSigns } from '../enrich/read-item.ts';
import { createTargetModels, targetHeads } from '../enrich/target-models.ts';
import {
  measureTarget,
  readTarget,
  type TargetFigures,
  type TargetReading,
  type TargetRow,
} from '../evaluate/target.ts';
import { mergeHeads } from './merge-heads.ts';
import { createRandom, shuffle } from './random.ts';
import { sameTextKey } from './row-warnings.ts';
import { targetRecipe } from './target-recipe.ts';
import { trainLinearParts } from './train-linear.ts';
import type { TrainedVectors } from './train-vectors.ts';

type SignsOf = (text: string) => { words: readonly string[]; cues: readonly Cue[] };

const plainSigns = ({ words, cues }: ItemSigns) => ({ words: words.map(({ text }) => text), cues });

/** The words and signs of every row's text, read once. */
function signsOfRows(rows: readonly TargetRow[]): SignsOf {
  const readSigns = createSignReader(createGazetteer());
  const signs = new Map(rows.map(({ text }) => [text, plainSigns(readSigns(text))]));
  return (text) => signs.get(text) ?? plainSigns(readSigns(text));
}

const trainHeads = (
  rows: readonly TargetRow[],
  signsOf: SignsOf,
  vectors: TrainedVectors | undefined,
): LinearModelParts =>
  mergeHeads(
    'target',
    targetHeads.map((head) => trainLinearParts(targetRecipe(head, rows, signsOf, vectors))),
  );

/**
 * All heads of the target model from labelled rows, as one model file's parts. `vectors` are word vectors that were
 * trained before, those of another model for instance. Deterministic.
 */
export const trainTarget = (rows: readonly TargetRow[], vectors?: TrainedVectors): LinearModelParts =>
  trainHeads(rows, signsOfRows(rows), vectors);

/** A figure of how far the confidence of the tone can be believed. */
export interface Calibration {
  /** Readings whose tone a person should check, and how many of those and of the others are right. */
  reviewShare: number;
  accuracyInReview: number;
  accuracyElsewhere: number;
  /** Mean distance between confidence and accuracy over ten steps of confidence (expected calibration error). */
  error: number;
}

/** Readings of all rows by models that have seen neither them nor a copy of them, measured as `evaluate target` does. */
export function crossValidateTarget(
  rows: readonly TargetRow[],
  folds: number,
  vectors?: TrainedVectors,
  seed = 1,
): { figures: TargetFigures; calibration: Calibration } {
  const signsOf = signsOfRows(rows);
  const groups = [...new Set(rows.map(({ text }) => sameTextKey(text)))];
  const partOf = new Map<string, number>();
  shuffle(Uint32Array.from(groups.keys()), createRandom(seed)).forEach((group, i) => {
    partOf.set(groups[group]!, i % folds);
  });
  const foldOf = rows.map(({ text }) => partOf.get(sameTextKey(text)));
  const readings: TargetReading[] = new Array(rows.length);
  const tones: { confidence: number; review: boolean; right: boolean }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((_, i) => foldOf[i] !== fold);
    const read = createItemReader(createTargetModels(trainHeads(seen, signsOf, vectors)));
    rows.forEach((row, i) => {
      if (foldOf[i] !== fold) return;
      const reading = read(row.text);
      readings[i] = readTarget(reading);
      const { confidence, needsReview, value } = reading.tone;
      tones.push({ confidence, review: needsReview, right: value === row.tone });
    });
  }
  return { figures: measureTarget(rows, readings), calibration: calibrationOf(tones) };
}

function calibrationOf(
  tones: readonly { confidence: number; review: boolean; right: boolean }[],
): Calibration {
  const rightShare = (some: readonly { right: boolean }[]): number =>
    some.length === 0 ? 0 : some.filter(({ right }) => right).length / some.length;
  const review = tones.filter((tone) => tone.review);
  let error = 0;
  for (let step = 0; step < 10; step++) {
    const bin = tones.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === step);
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, bin.length);
    error += (bin.length / tones.length) * Math.abs(mean - rightShare(bin));
  }
  return {
    reviewShare: review.length / tones.length,
    accuracyInReview: rightShare(review),
    accuracyElsewhere: rightShare(tones.filter((tone) => !tone.review)),
    error,
  };
}
