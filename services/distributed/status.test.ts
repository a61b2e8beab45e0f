import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { freePort } from '../../infra/stack/server-process.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { defaultSources } from '../../pipelines/ingest/default-sources.ts';
import { initialHealth } from '../../pipelines/ingest/source-health.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { collectJob, enrichJob } from '../../shared/jobs/jobs.ts';
import { type MetricDefinition, metrics } from '../../shared/telemetry/metrics.ts';
import { crashBatch } from '../standalone/testdata/crash-items.ts';
import { openDistributed } from './main.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');
const token = 'a-token-for-this-test-alone';
const services = join(import.meta.dirname, '..');

describe.skipIf(missing !== null)(`what operators see of running processes ${missing ?? ''}`, () => {
  let stack: RunningStack;
  const children: ChildProcess[] = [];
  const lines: Record<string, unknown>[] = [];
  let api = '';
  let worker = '';
  let working: ChildProcess;

  async function start(service: string, more: Record<string, string>): Promise<ChildProcess> {
    const env = { ...process.env, ...stack.environment, SARING_LEASE_MS: '2000', ...more };
    const child = spawn(process.execPath, [join(services, service, 'main.ts')], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    let rest = '';
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`${service} ended: ${rest}`)));
      child.stderr.on('data', (chunk: Buffer) => {
        const parts = (rest + chunk.toString()).split('\n');
        rest = parts.pop() ?? '';
        for (const line of parts.filter((part) => part.startsWith('{'))) lines.push(JSON.parse(line));
        if (chunk.toString().includes(`${service}: running`)) resolve();
      });
    });
    return child;
  }
  const bearer = { headers: { authorization: `Bearer ${token}` } };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const from = Date.now(); !(await holds()); await new Promise((resolve) => setTimeout(resolve, 100)))
      if (Date.now() - from > 60_000) throw new Error('it did not come to that within a minute');
  };

  beforeAll(async () => {
    stack = await startStack();
    const [apiPort, workerPort] = [await freePort(), await freePort()];
    api = `http://127.0.0.1:${apiPort}`;
    worker = `http://127.0.0.1:${workerPort}`;
    await start('api', { SARING_PORT: String(apiPort), SARING_TOKEN: token });
    working = await start('worker', { SARING_STATUS_PORT: String(workerPort) });
  }, 180_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await stack?.stop();
  });

  it('shows a batch on its way in the metrics of worker and API, and in one story of lines', async () => {
    const installation = await openDistributed(loadConfig(stack.environment));
    const at = Date.now() - 3_600_000; // alive now, so that clocks run
    const items = crashBatch(1).map((item) => ({ ...item, publishedAt: at, collectedAt: at }));
    await installation.queue.add([newJob(enrichJob, { items })]);
    const ofWorker = async (): Promise<string> => (await fetch(`${worker}/metrics`)).text();
    // The next stage may be through with a batch before this one has counted it.
    const counted = ['stage="link",outcome="linked"', 'stage="enrich",outcome="written"'];
    await until(async () => {
      const text = await ofWorker();
      return counted.every((labels) => text.includes(`saring_stage_items_total{${labels}} 10`));
    });
    await installation.close();
    const text = await ofWorker();
    expect(text).toMatch(/saring_stage_duration_seconds_count\{stage="link",outcome="done"\} 1/);
    expect(text).toMatch(/saring_index_request_duration_seconds_count\{operation="put",outcome="ok"\} 1/);
    expect(text).toMatch(/saring_database_request_duration_seconds_count\{operation="transaction"/);
    const handled = lines.filter((line) => line['msg'] === 'items handled');
    expect(handled.map((line) => line['stage'])).toEqual(expect.arrayContaining(['enrich', 'link']));
    const [enriched, linked] = ['enrich', 'link'].map((stage) =>
      handled.find((line) => line['stage'] === stage),
    );
    expect(linked!['origin']).toBe(enriched!['job']);

    const page = await fetch(`${api}/metrics`, bearer);
    expect(page.headers.get('content-type')).toContain('text/plain');
    const whole = await page.text();
    for (const part of ['index', 'records', 'queue'])
      expect(whole).toContain(`saring_part_up{part="${part}"} 1`);
    expect(whole).toMatch(/saring_queue_jobs\{queue="enrich",state="waiting"\} 0/);
    expect(whole).toMatch(/saring_response_clocks\{level="\w+",state="\w+"\} \d/);
    expect((await fetch(`${api}/metrics`)).status).toBe(401);
    expect(await (await fetch(`${api}/metrics`, bearer)).text()).toMatch(
      /saring_http_request_duration_seconds_count\{method="GET",route="\/metrics",status="200"\} 1/,
    );
  });

  it('carries data in every metric of the catalogue', async () => {
    const installation = await openDistributed(loadConfig(stack.environment));
    const { queue, records } = installation;
    const longAgo = Date.now() - 10 * dayMs;
    const source = { ...defaultSources[0]!, url: 'http://127.0.0.1:1/feed', enabled: true };
    const [dead, read] = [
      { ...source, id: 'dead' },
      { ...source, id: 'read' },
    ];
    await records.sources.put(dead);
    await records.sources.put(read);
    await records.sources.putHealth({
      ...initialHealth(dead, longAgo),
      state: 'failing',
      changes: [{ at: longAgo, state: 'failing' }],
    });
    await records.sources.putHealth({ ...initialHealth(read, longAgo), lastSuccessAt: Date.now() });
    const [item] = crashBatch(99);
    await queue.add([
      newJob(collectJob, { sourceId: 'dead' }),
      newJob(enrichJob, { items: [{ ...item!, title: null, text: '' }] }),
      { name: enrichJob.name, payload: 'no batch' },
    ]);
    const isTold = (text: string, { name, kind }: MetricDefinition): boolean =>
      new RegExp(`^${name}${kind === 'histogram' ? '_count' : ''}(\\{.*\\})? [0-9.e+]+$`, 'm').test(text);
    const silent = async (): Promise<string[]> => {
      const pages = await Promise.all([fetch(`${worker}/metrics`), fetch(`${api}/metrics`, bearer)]);
      const text = (await Promise.all(pages.map((page) => page.text()))).join('\n');
      return Object.values<MetricDefinition>(metrics).flatMap((one) => (isTold(text, one) ? [] : [one.name]));
    };
    await until(async () => (await silent()).length === 0).catch(() => {});
    expect(await silent()).toEqual([]);
    const text = await (await fetch(`${worker}/metrics`)).text();
    expect(text).toContain('saring_alerts_total{rule="source_silent",push="false"} 1\n');
    expect(text).toContain('saring_drops_total{stage="enrich",reason="empty"} 1\n');
    expect(text).toContain('saring_job_failures_total{stage="enrich",final="true"} 1\n');
    const [bad] = await queue.quarantined({ name: enrichJob.name, limit: 1 });
    expect(bad).toMatchObject({ payload: 'no batch' });
    await queue.discard([bad!.id]);
    await installation.close();
  });

  it('says within seconds what is degraded while a server is away, and that it is well again', async () => {
    const ready = async (base: string) => {
      const answer = await fetch(`${base}/readyz`);
      return { status: answer.status, ...((await answer.json()) as { checks: Record<string, string> }) };
    };
    expect(await ready(api)).toMatchObject({
      status: 'ok',
      checks: { index: 'ok', records: 'ok', queue: 'ok' },
    });
    for (const [server, part] of [
      ['postgres', 'records'],
      ['elasticsearch', 'index'],
      ['redis', 'queue'],
    ] as const) {
      await stack[server].halt(server === 'postgres' ? 'SIGQUIT' : 'SIGTERM');
      for (const base of [api, worker]) {
        const from = Date.now();
        const answer = await fetch(`${base}/readyz`);
        const body = (await answer.json()) as { status: string; checks: Record<string, string> };
        expect(answer.status).toBe(503);
        expect(body.status).toBe('degraded');
        const down = Object.entries(body.checks).filter(([, found]) => found !== 'ok');
        expect(down.map(([name]) => name)).toEqual([part]);
        console.log(JSON.stringify({ away: server, ms: Date.now() - from, says: down[0]![1] }));
        expect((await fetch(`${base}/livez`)).status).toBe(200);
      }
      await stack[server].resume();
      await until(async () => (await fetch(`${api}/readyz`)).ok && (await fetch(`${worker}/readyz`)).ok);
    }
  });

  it('ends what a worker has in hand when it is told to stop, and leaves the rest to the next', async () => {
    const installation = await openDistributed(loadConfig(stack.environment));
    const { queue, index } = installation;
    const stored = async (): Promise<number> =>
      (await index.search({ scope: nationalScope, limit: 1 })).total;
    const before = await stored();
    const batches = Array.from({ length: 30 }, (_, n) => newJob(enrichJob, { items: crashBatch(100 + n) }));
    const live = async () => {
      const counts = Object.values(await queue.counts());
      const sum = (state: 'waiting' | 'delayed' | 'active' | 'quarantined'): number =>
        counts.reduce((total, one) => total + one[state], 0);
      return {
        left: sum('waiting') + sum('delayed'),
        active: sum('active'),
        quarantined: sum('quarantined'),
      };
    };
    const ended = new Promise((resolve) => working.once('exit', (code) => resolve(code)));
    await queue.add(batches);
    await until(async () => (await live()).active > 0);
    working.kill('SIGTERM');
    expect(await ended).toBe(0);
    const said = lines.map((line) => line['msg']).filter((word) => /^worker: stop/.test(String(word)));
    expect(said).toEqual(['worker: stopping, running jobs may end', 'worker: stopped']);
    const { left, active, quarantined } = await live();
    expect({ active, quarantined }).toEqual({ active: 0, quarantined: 0 });
    expect(left).toBeGreaterThan(0);
    await start('worker', {});
    await until(async () => (await stored()) === before + 300);
    await until(async () => (await queue.counts())['link']?.waiting === 0 && (await live()).active === 0);
    expect(await stored()).toBe(before + 300);
    expect((await live()).quarantined).toBe(0);
    await installation.close();
  });
});
