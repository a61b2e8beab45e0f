import { decodeLinearModel, type LinearModel } from './model/linear-model.ts';

/** The labels that have a model of their own, each in `models/target/<name>.bin`. */
export const targetModelNames = ['tone', 'criticism', 'stance', 'topic', 'language'] as const;
export type TargetModelName = (typeof targetModelNames)[number];

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
