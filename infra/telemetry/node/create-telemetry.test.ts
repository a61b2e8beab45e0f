import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../../shared/telemetry/metrics.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { createSqliteQueue } from '../../queue/sqlite/create-sqlite-queue.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { observeQueue } from '../observe-queue.ts';
import { createTelemetry } from './create-telemetry.ts';

const build = { service: 'test', version: '1.2.3' };

function withLines(logLevel = 'debug') {
  const lines: Record<string, unknown>[] = [];
  const telemetry = createTelemetry({ ...build, logLevel, write: (line) => lines.push(JSON.parse(line)) });
  return { lines, telemetry };
}

describe('the catalogue of metrics', () => {
  it.each(Object.values(metrics))('$name follows the conventions of Prometheus', (metric) => {
    expect(metric.name).toMatch(/^saring_[a-z]+(_[a-z]+)*$/);
    expect(metric.name.endsWith('_total')).toBe(metric.kind === 'counter');
    if (metric.kind === 'histogram') expect(metric.name).toMatch(/_seconds$/);
    expect(metric.help).toMatch(/\.$/);
  });

  it('shows what was counted, timed and set, and takes back a gauge that is set anew', async () => {
    const { telemetry } = withLines();
    telemetry.count('drops', { stage: 'enrich', reason: 'empty' });
    telemetry.count('drops', { stage: 'enrich', reason: 'empty' }, 2);
    telemetry.observe('indexSeconds', { operation: 'put', outcome: 'ok' }, 0.03);
    telemetry.set('queueOldest', [{ labels: { queue: 'link' }, value: 7 }]);
    telemetry.set('queueOldest', [{ labels: { queue: 'enrich' }, value: 3 }]);
    const text = await telemetry.page.text();
    expect(text).toContain('saring_drops_total{stage="enrich",reason="empty"} 3');
    expect(text).toContain(
      'saring_index_request_duration_seconds_bucket{le="0.025",operation="put",outcome="ok"} 0',
    );
    expect(text).toContain(
      'saring_index_request_duration_seconds_bucket{le="0.05",operation="put",outcome="ok"} 1',
    );
    expect(text).toContain('saring_queue_oldest_job_age_seconds{queue="enrich"} 3');
    expect(text).not.toContain('queue="link"');
    expect(text).toContain('saring_build_info{service="test",version="1.2.3"');
    expect(text).toContain('process_cpu_seconds_total');
  });
});

describe('lines', () => {
  it('carry the id of the request through every job that came of it', async () => {
    const { lines, telemetry } = withLines();
    const sqlite = openSqlite(':memory:');
    const queue = observeQueue(
      createSqliteQueue({ sqlite, clock: createFixedClock(), random: () => 0, pollMs: 5 }),
      telemetry,
    );
    const ended = Promise.withResolvers<void>();
    queue.work('first', async () => void (await queue.add([{ name: 'second', payload: { n: 1 } }])), {});
    queue.work(
      'second',
      async (job) => {
        expect(job.payload).toMatchObject({ n: 1 });
        telemetry.log('info', 'deep inside');
        ended.resolve();
      },
      {},
    );
    await telemetry.step('POST /v1/acts', { request: 'request-1' }, async () => {
      telemetry.log('info', 'asked');
      await queue.add([{ name: 'first', payload: {} }]);
    });
    await ended.promise;
    await queue.close();
    sqlite.close();
    const done = lines.filter((line) => line['origin'] === 'request-1');
    expect(done.map((line) => [line['msg'], line['stage']])).toEqual([
      ['asked', undefined],
      ['job done', 'first'],
      ['deep inside', 'second'],
      ['job done', 'second'],
    ]);
    expect(new Set(done.flatMap((line) => line['job'] ?? [])).size).toBe(2);
    expect(done[0]).toMatchObject({ level: 'info', service: 'test', time: expect.stringMatching(/Z$/) });
  });

  it('of a job without a request begin with the job itself; failures say which attempt it was', async () => {
    const { lines, telemetry } = withLines('warn');
    const sqlite = openSqlite(':memory:');
    const queue = observeQueue(
      createSqliteQueue({ sqlite, clock: createFixedClock(), random: () => 0, pollMs: 5 }),
      telemetry,
    );
    const failed = Promise.withResolvers<void>();
    const work = async (): Promise<void> => {
      throw new Error('not today');
    };
    queue.work('only', work, { onFailure: () => failed.resolve() });
    await queue.add([{ name: 'only', payload: {}, attempts: 1 }]);
    await failed.promise;
    await queue.close();
    sqlite.close();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'error', stage: 'only', attempt: 1, error: 'not today' });
    expect(lines[0]!['origin']).toBe(lines[0]!['job']);
    expect(await telemetry.page.text()).toContain('saring_job_failures_total{stage="only",final="true"} 1');
  });
});

interface Kept {
  name: string;
  id: string;
  parent: string | undefined;
}

/** The least an SDK has to be: contexts over awaits, and spans that know their parent. */
function registerTestSdk(spans: Kept[]): void {
  const store = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => store.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...parameters) =>
      store.run(active, () => work.call(self as never, ...parameters)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  context.setGlobalContextManager(manager);
  const tracer: Tracer = {
    startSpan(name: string, _options?: SpanOptions, parent: Context = context.active()): Span {
      const id = String(spans.length + 1).padStart(16, '0');
      spans.push({ name, id, parent: trace.getSpanContext(parent)?.spanId });
      return trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: id, traceFlags: 1 });
    },
    startActiveSpan(name: string, ...rest: unknown[]) {
      const work = rest.at(-1) as (span: Span) => unknown;
      const span = tracer.startSpan(name);
      return context.with(trace.setSpan(context.active(), span), work, undefined, span) as never;
    },
  };
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  propagation.setGlobalPropagator({
    inject: (active, carrier) => {
      (carrier as Record<string, string>)['traceparent'] = trace.getSpanContext(active)?.spanId ?? '';
    },
    extract: (active, carrier) => {
      const spanId = (carrier as Record<string, string>)['traceparent'];
      return spanId
        ? trace.setSpanContext(active, { traceId: '1'.repeat(32), spanId, traceFlags: 1 })
        : active;
    },
    fields: () => ['traceparent'],
  });
}

describe('spans', () => {
  const spans: Kept[] = [];
  beforeAll(() => registerTestSdk(spans));
  afterAll(() => {
    trace.disable();
    context.disable();
    propagation.disable();
  });

  it('of a job hang below the one that added it, over the queue', async () => {
    const { telemetry } = withLines('silent');
    let carried = {};
    await telemetry.step('GET /a', { request: 'r' }, async () => {
      await telemetry.step('records state.get', {}, async () => {});
      carried = telemetry.carried();
    });
    await telemetry.resume(JSON.parse(JSON.stringify(carried)), () =>
      telemetry.step('job link', { job: 'j' }, async () => {}),
    );
    const [request, inner, job] = spans;
    expect(request).toMatchObject({ name: 'GET /a', parent: undefined });
    expect(inner).toMatchObject({ name: 'records state.get', parent: request!.id });
    expect(job).toMatchObject({ name: 'job link', parent: request!.id });
  });
});
