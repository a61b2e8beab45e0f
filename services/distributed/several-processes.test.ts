import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { keepUnitChange } from '../../pipelines/flow/unit-changes.ts';
import { applyUnitChanges, unitName } from '../../shared/areas/units.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { HostBackedOff } from '../../shared/ports/fetcher.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { openDistributed } from './main.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');

describe.skipIf(missing !== null)(`what several processes share ${missing ?? ''}`, () => {
  let stack: RunningStack;
  let installation: Installation;
  beforeAll(async () => {
    stack = await startStack();
    installation = await openDistributed(loadConfig(stack.environment));
  }, 300_000);
  afterAll(async () => {
    applyUnitChanges([]);
    await installation?.close();
    await stack?.stop();
  });

  it('units: known to one that hears of a change, and to one that starts later', async () => {
    const change = { code: '35.73', name: 'Kota Malang Raya', zone: null, closed: false };
    await keepUnitChange(installation, change, { by: 'admin', reason: 'undang-undang' });
    applyUnitChanges([]); // as another process stands before it hears
    expect(unitName('35.73')).toBe('Kota Malang');
    await installation.changes!.tell([{ kind: 'units.changed', at: 0, id: '35.73', unit: '35.73' }]);
    await vi.waitFor(() => expect(unitName('35.73')).toBe('Kota Malang Raya'), { timeout: 20_000 });
    applyUnitChanges([]);
    const later = await openDistributed(loadConfig(stack.environment));
    await later.close();
    expect(unitName('35.73')).toBe('Kota Malang Raya');
  }, 60_000);

  it('hosts of the web: one request at a time with a pause between, and all leave alone who asked one of them to', async () => {
    const pauseMs = 60;
    const spans: { from: number; to: number }[] = [];
    let isBusy = false;
    const site = createServer(async (_request, response) => {
      const from = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      spans.push({ from, to: performance.now() });
      if (isBusy) response.writeHead(429, { 'retry-after': '120' });
      response.end('{}');
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    const settings = loadConfig({ ...stack.environment, SARING_ALLOW_ADDRESSES: '127.0.0.1' });
    const workers = await Promise.all([1, 2, 3].map(() => openDistributed(settings, { pauseMs })));
    const ask = ({ fetcher }: Installation) => fetcher.fetch({ url, kind: 'api' });
    for (let round = 0; round < 3; round += 1) await Promise.all(workers.map(ask));
    spans.sort((a, b) => a.from - b.from);
    expect(spans.length).toBeGreaterThanOrEqual(9);
    // A timer may fire a millisecond early.
    for (const [n, { from }] of spans.entries())
      if (n > 0) expect(from - spans[n - 1]!.to).toBeGreaterThanOrEqual(pauseMs - 2);
    isBusy = true;
    await expect(ask(workers[0]!)).rejects.toThrow();
    const asked = spans.length;
    for (const other of workers) await expect(ask(other)).rejects.toBeInstanceOf(HostBackedOff);
    expect(spans.length).toBe(asked);
    await Promise.all(workers.map((worker) => worker.close()));
    await new Promise((resolve) => site.close(resolve));
  }, 60_000);
});
