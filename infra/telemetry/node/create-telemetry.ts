import { AsyncLocalStorage } from 'node:async_hooks';
import { pino } from 'pino';
import type { Carried, Fields, MetricsPage, Telemetry } from '../../../shared/ports/telemetry.ts';
import { createMetrics } from './create-metrics.ts';
import { carrierOf, spanned, withCarrier } from './spans.ts';

export interface TelemetrySettings {
  /** api, worker, scheduler or standalone. */
  service: string;
  version: string;
  logLevel: string;
  /** Where lines go; default: standard error. */
  write?(line: string): void;
}

/** Under this name a job carries the id of what began it all: a request, or the first job. */
const originKey = 'origin';

interface Context {
  carried: Carried;
  fields: Fields;
}

/**
 * Numbers for Prometheus, lines of JSON, and spans by the OpenTelemetry API. The API does nothing until the operator
 * loads an SDK (docs/operations.md); then spans of all processes are joined by what jobs carry.
 */
export function createTelemetry(settings: TelemetrySettings): Telemetry & { page: MetricsPage } {
  const { service, version, logLevel, write = (line) => void process.stderr.write(line) } = settings;
  const { metrics, page } = createMetrics({ service, version });
  const contexts = new AsyncLocalStorage<Context>();
  const logger = pino(
    {
      level: logLevel,
      base: { service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin() {
        const context = contexts.getStore();
        const origin = context?.carried[originKey];
        return { ...(origin === undefined ? {} : { origin }), ...context?.fields };
      },
    },
    { write },
  );
  const run = <T>(context: Context, work: () => Promise<T>): Promise<T> => contexts.run(context, work);
  return {
    ...metrics,
    page,
    log: (level, message, fields = {}) => logger[level](fields, message),
    step(name, fields, work) {
      const outer = contexts.getStore();
      const own = fields['job'] ?? fields['request'];
      const carried =
        outer?.carried[originKey] === undefined && own !== undefined
          ? { ...outer?.carried, [originKey]: String(own) }
          : (outer?.carried ?? {});
      return spanned(name, fields, () => run({ carried, fields: { ...outer?.fields, ...fields } }, work));
    },
    carried() {
      const context = contexts.getStore();
      return context ? { ...context.carried, ...carrierOf() } : {};
    },
    resume: (carried, work) => withCarrier(carried, () => run({ carried, fields: {} }, work)),
  };
}
