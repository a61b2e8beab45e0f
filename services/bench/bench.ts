import type { Flow } from '../../pipelines/flow/flow.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { ReportRenderer } from '../../shared/ports/report-renderer.ts';
import type { RowWriter } from '../../shared/ports/row-writer.ts';

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

/** Servers that a bench started. */
export interface BenchStack {
  redis: { pid: number };
  postgres: { pid: number };
  elasticsearch: { pid: number; url: string };
  /** What a process of the installation needs of its environment. */
  environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What a bench may ask of the process that runs it. */
export interface BenchContext {
  /** What writes reports and exports. */
  reports: {
    renderers(): Promise<readonly ReportRenderer[]>;
    rowWriters(): Promise<readonly RowWriter[]>;
  };
  /** Opens a fresh installation in `settings.dataDir`. */
  open(settings: Settings): Promise<Installation>;
  /** Serves the API of an installation on a free port of loopback. */
  serve(installation: Installation, token: string): Promise<{ address: string; stop(): Promise<void> }>;
  /** Real servers of their own, fresh unless `keepIn` has data of before; see `startStack`. */
  startStack(options: {
    heapMb: number;
    compileFully?: boolean;
    keepIn?: string | undefined;
  }): Promise<BenchStack>;
  /** Opens the installation on the servers that `settings` names. */
  openDistributed(settings: Settings): Promise<Installation>;
  /** Starts the workers of an installation; the result stops them. */
  attach(installation: Installation, flow: Flow): Promise<() => Promise<void>>;
}

/** One `bench NAME`. */
export interface Bench<Options = Record<string, string>> {
  name: string;
  summary: string;
  options: readonly (readonly [flags: string, description: string])[];
  run(options: Options, context: BenchContext): Promise<BenchResult>;
}
