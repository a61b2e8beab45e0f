/** How a metric behaves in Prometheus. */
export type MetricKind = 'counter' | 'gauge' | 'histogram';

export interface MetricDefinition {
  kind: MetricKind;
  /** By the conventions of Prometheus: the program's name, base units, `_total` for counters. */
  name: string;
  help: string;
  labels: readonly string[];
  /** Upper bounds of a histogram, in seconds. */
  buckets?: readonly number[];
}

/** From a look-up in memory to a take-over that reads a week of items. */
const jobBuckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];
/** From an answer out of a cache to the servers' own time-outs. */
const requestBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10];

/** Every metric of the program; the dashboard in infra/grafana may name no other. */
export const metrics = {
  stageSeconds: {
    kind: 'histogram',
    name: 'saring_stage_duration_seconds',
    help: 'Time that a job of a stage took, by outcome (done, failed).',
    labels: ['stage', 'outcome'],
    buckets: jobBuckets,
  },
  stageItems: {
    kind: 'counter',
    name: 'saring_stage_items_total',
    help: 'Items that a stage handled, by what became of them.',
    labels: ['stage', 'outcome'],
  },
  drops: {
    kind: 'counter',
    name: 'saring_drops_total',
    help: 'Items and visits that were dropped, by stage and reason.',
    labels: ['stage', 'reason'],
  },
  jobFailures: {
    kind: 'counter',
    name: 'saring_job_failures_total',
    help: 'Failed attempts of jobs; final ones went to quarantine.',
    labels: ['stage', 'final'],
  },
  queueJobs: {
    kind: 'gauge',
    name: 'saring_queue_jobs',
    help: 'Jobs of a queue by state (waiting, delayed, active, quarantined).',
    labels: ['queue', 'state'],
  },
  queueOldest: {
    kind: 'gauge',
    name: 'saring_queue_oldest_job_age_seconds',
    help: 'Age of the oldest waiting job of a queue; 0 when none waits.',
    labels: ['queue'],
  },
  sourceLag: {
    kind: 'gauge',
    name: 'saring_source_lag_seconds',
    help: 'Time since an enabled source was last read; one that never was is absent.',
    labels: ['source'],
  },
  sources: {
    kind: 'gauge',
    name: 'saring_sources',
    help: 'Sources by state of health.',
    labels: ['state'],
  },
  indexSeconds: {
    kind: 'histogram',
    name: 'saring_index_request_duration_seconds',
    help: 'Time of a call to the index of items, by operation and outcome (ok, error).',
    labels: ['operation', 'outcome'],
    buckets: requestBuckets,
  },
  databaseSeconds: {
    kind: 'histogram',
    name: 'saring_database_request_duration_seconds',
    help: 'Time of a call to the records, by operation and outcome (ok, error).',
    labels: ['operation', 'outcome'],
    buckets: requestBuckets,
  },
  httpSeconds: {
    kind: 'histogram',
    name: 'saring_http_request_duration_seconds',
    help: 'Time of a request to the API, by route.',
    labels: ['method', 'route', 'status'],
    buckets: requestBuckets,
  },
  alerts: {
    kind: 'counter',
    name: 'saring_alerts_total',
    help: 'Alerts raised, by rule, and whether somebody was woken.',
    labels: ['rule', 'push'],
  },
  clocks: {
    kind: 'gauge',
    name: 'saring_response_clocks',
    help: 'Targets of living issues by level and state (running, at_risk, late).',
    labels: ['level', 'state'],
  },
  partUp: {
    kind: 'gauge',
    name: 'saring_part_up',
    help: '1 where a part (index, records, queue) can be used, else 0.',
    labels: ['part'],
  },
  build: {
    kind: 'gauge',
    name: 'saring_build_info',
    help: 'Always 1; the labels say what runs.',
    labels: ['service', 'version', 'node'],
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricKey = keyof typeof metrics;

/** Keys of the metrics of one kind. */
export type KeysOf<Kind extends MetricKind> = {
  [Key in MetricKey]: (typeof metrics)[Key]['kind'] extends Kind ? Key : never;
}[MetricKey];

/** One value for each label of a metric. */
export type LabelsOf<Key extends MetricKey> = Record<(typeof metrics)[Key]['labels'][number], string>;
