import { afterAll, describe, expect, it } from 'vitest';
import { PermanentFailure } from '../../shared/ports/queue.ts';
import { openTestApp } from './testing/open-test-app.ts';

describe('what failed every try', async () => {
  const { app, records, queue, token, close } = await openTestApp();
  afterAll(close);
  const authorization = `Bearer ${token}`;
  const list = async (): Promise<{ id: string; error: string }[]> =>
    (await app.inject({ url: '/v1/quarantine', headers: { authorization } })).json().jobs;
  const post = (act: string, payload: object) =>
    app.inject({ method: 'POST', url: `/v1/quarantine/${act}`, payload, headers: { authorization } });

  it('is listed with its reason, put back or thrown away by an administrator, and on the trail', async () => {
    await queue.add([1, 2].map((n) => ({ name: 'enrich', payload: { n } })));
    let failing = true;
    const worker = queue.work(
      'enrich',
      async () => {
        if (failing) throw new PermanentFailure('no payload');
      },
      {},
    );
    await expect.poll(list).toHaveLength(2);
    failing = false;
    const [first, second] = await list();
    expect(first!.error).toBe('no payload');
    expect((await app.inject({ method: 'POST', url: '/v1/quarantine/replay' })).statusCode).toBe(401);
    expect((await post('replay', { ids: [] })).statusCode).toBe(400);
    expect((await post('replay', { ids: ['none'] })).statusCode).toBe(404);
    expect((await post('replay', { ids: [first!.id, 'none'], reason: 'kembali' })).json()).toEqual({
      jobs: 1,
    });
    expect((await post('discard', { ids: [second!.id] })).json()).toEqual({ jobs: 1 });
    expect(await list()).toEqual([]);
    await expect.poll(async () => (await queue.counts())['enrich']?.waiting ?? 0).toBe(0);
    await worker.stop();
    const trail = await records.audit.of('quarantine', 10);
    expect(trail.map(({ action, reason }) => [action, reason]).sort()).toEqual([
      ['quarantine.discard', null],
      ['quarantine.replay', 'kembali'],
    ]);
    expect(trail.every(({ actor }) => actor !== '')).toBe(true);
  });
});
