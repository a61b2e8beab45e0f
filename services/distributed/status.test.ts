import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { freePort } from '../../infra/stack/server-process.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
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

  async function start(service: string, more: Record<string, string>): Promise<void> {
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
    await start('worker', { SARING_STATUS_PORT: String(workerPort) });
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
});
