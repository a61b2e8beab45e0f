import { decodeLinearModel, type LinearModel } from './model/linear-model.ts';

/** What has a model of its own, each in `models/target/<name>.bin`; `judgement` is tone and criticism together. */
export const targetModelNames = ['judgement', 'stance', 'topic', 'language'] as const;
export type TargetModelName = (typeof targetModelNames)[number];

/**
 * The classes of the judgement model. Criticism is nearly always negative and never without a target, so one model of
 * both reads each better than two apart (criticism F1 0.03 higher, cross-validated).
 */
export const judgementClasses = [
  'positive',
  'positive, criticism',
  'neutral',
  'neutral, criticism',
  'negative',
  'negative, criticism',
  'unrelated',
] as const;

/** The trained models of an item's labels; each is optional, and rules stand in. */
export type TargetModels = Partial<Record<TargetModelName, LinearModel>>;

/** Path below models/ as `readModel` takes it. */
export const targetModelPath = (name: TargetModelName): string => `target/${name}.bin`;

/** Decodes the models that are there; throws ModelFileError for a file that is none. */
export async function loadTargetModels(
  readModel: (path: string) => Promise<Uint8Array | null>,
): Promise<TargetModels> {
  const models: TargetModels = {};
  for (const name of targetModelNames) {
    const bytes = await readModel(targetModelPath(name));
    if (bytes) models[name] = decodeLinearModel(bytes);
  }
  return models;
}
