import type { KeysOf, LabelsOf } from '../telemetry/metrics.ts';

/** What goes with a job or a request through all stages. Plain strings, so that a queue can keep them. */
export type Carried = Readonly<Record<string, string>>;

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What an operator sees of a running process: numbers, lines and spans. Nothing here ever throws or is waited for.
 * Not in here: where they go (infra/telemetry), what an officer is told (alerts, deliveries).
 */
export interface Telemetry {
  /** Adds to a counter; `by` defaults to 1. */
  count<Key extends KeysOf<'counter'>>(metric: Key, labels: LabelsOf<Key>, by?: number): void;
  /** One duration, in seconds. */
  observe<Key extends KeysOf<'histogram'>>(metric: Key, labels: LabelsOf<Key>, seconds: number): void;
  /** Replaces all values of a gauge. */
  set<Key extends KeysOf<'gauge'>>(
    metric: Key,
    values: readonly { labels: LabelsOf<Key>; value: number }[],
  ): void;
  /** One line, with the fields of all steps it lies in. Never texts that were collected, never secrets. */
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields?: Fields): void;
  /** Runs `work` as a step: its fields are on every line logged meanwhile, and it is a span where spans are kept. */
  step<T>(name: string, fields: Fields, work: () => Promise<T>): Promise<T>;
  /** What a job has to carry so that its steps belong to this one. Empty outside of any step. */
  carried(): Carried;
  /** Runs `work` as part of what was carried. */
  resume<T>(carried: Carried, work: () => Promise<T>): Promise<T>;
}

/** What Prometheus reads. */
export interface MetricsPage {
  contentType: string;
  text(): Promise<string>;
}
