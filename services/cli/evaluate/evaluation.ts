import type { ToneModel } from '../../../shared/ports/tone-model.ts';

/** What an evaluation may ask of the process that runs it. */
export interface EvaluationContext {
  /** The bytes of a trained model by its path below models/, e.g. `tone/model.bin`; null when it is not there. */
  readModel(path: string): Promise<Uint8Array | null>;
  /** The classifier in a folder that the user gives; absent where a process opens none. */
  openToneModel?(folder: string): Promise<ToneModel>;
}

/** One `saring evaluate NAME`: reads labelled data, returns the figures that are printed as the last line. */
export interface Evaluation<Options = Record<string, string>> {
  name: string;
  summary: string;
  /** Commander flags, e.g. `['--data <file>', 'rows {text, label, source?} as JSONL']`; without what is needed nothing runs. */
  options: readonly (readonly [flags: string, description: string, need?: 'needed'])[];
  run(options: Options, context: EvaluationContext): Promise<Record<string, unknown>>;
}
