import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPage, Telemetry } from '../../../shared/ports/telemetry.ts';
import { metrics as catalogue, type MetricDefinition } from '../../../shared/telemetry/metrics.ts';

type Numbers = Pick<Telemetry, 'count' | 'observe' | 'set'>;

/** The catalogue as Prometheus metrics of a registry of their own, with those of the process. */
export function createMetrics(build: { service: string; version: string }): {
  metrics: Numbers;
  page: MetricsPage;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  for (const [key, definition] of Object.entries<MetricDefinition>(catalogue)) {
    const { kind, name, help, labels, buckets } = definition;
    const common = { name, help, labelNames: [...labels], registers: [registry] };
    if (kind === 'counter') counters.set(key, new Counter(common));
    else if (kind === 'gauge') gauges.set(key, new Gauge(common));
    else histograms.set(key, new Histogram({ ...common, ...(buckets ? { buckets: [...buckets] } : {}) }));
  }
  const numbers: Numbers = {
    count: (metric, labels, by = 1) => counters.get(metric)?.inc(labels, by),
    observe: (metric, labels, seconds) => histograms.get(metric)?.observe(labels, seconds),
    set(metric, values) {
      const gauge = gauges.get(metric);
      gauge?.reset();
      for (const { labels, value } of values) gauge?.set(labels, value);
    },
  };
  numbers.set('build', [{ labels: { ...build, node: process.versions.node }, value: 1 }]);
  return { metrics: numbers, page: { contentType: registry.contentType, text: () => registry.metrics() } };
}
