/** A rate in items per second, measured in the same run as the figure it stands beside. */
export interface Yardstick {
  name: string;
  itemsPerSecond: number;
}

/** What every bench prints as its last line, plus what is its own. */
export interface BenchResult {
  itemsPerSecond: number;
  yardstick: Yardstick;
  /** itemsPerSecond / yardstick.itemsPerSecond */
  ratio: number;
  /** Peak resident memory of the process in MiB, from the operating system's own account. */
  peakRssMb: number;
  /** Where the texts came from: `shared-data` or `sample`. */
  texts: string;
  [more: string]: unknown;
}

/** One `bench NAME`. */
export interface Bench<Options = Record<string, string>> {
  name: string;
  summary: string;
  options: readonly (readonly [flags: string, description: string])[];
  run(options: Options): Promise<BenchResult>;
}
