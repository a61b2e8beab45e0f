import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { nationalScope, nationalUnit, type Scope } from '../../shared/domain/unit.ts';
import { createChangeFeed } from './events.ts';
import { createSharedReads } from './shared-reads.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

/** An API whose one reading takes as long as the test wants, and counts how often it was made. */
function open() {
  const app = fastify();
  apps.push(app);
  const changes = createChangeFeed();
  const shared = createSharedReads(app, changes);
  const waiting: (() => void)[] = [];
  let made = 0;
  app.post('/act', async () => 'done');
  const ask = (url = '/v1/issues', scope: Scope = nationalScope): Promise<number> =>
    shared.of(url, scope, () => {
      made += 1;
      const mine = made;
      return new Promise((resolve) => waiting.push(() => resolve(mine)));
    });
  const answer = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { app, changes, ask, answer };
}

it('reads once for all who ask while it reads, and again for those who ask later', async () => {
  const { ask, answer } = open();
  const together = [ask(), ask(), ask()];
  answer();
  expect(await Promise.all(together)).toEqual([1, 1, 1]);
  await new Promise((resolve) => setImmediate(resolve));
  const later = ask();
  answer();
  expect(await later).toBe(2);
});

it('shares nothing between addresses or scopes', async () => {
  const { ask, answer } = open();
  const asked = [ask(), ask('/v1/issues?level=kritis'), ask('/v1/issues', { unit: '35' })];
  answer();
  expect(await Promise.all(asked)).toEqual([1, 2, 3]);
});

it('shows nobody what stood before their own act, or before a change that was told', async () => {
  const { app, changes, ask, answer } = open();
  const before = ask();
  await app.inject({ method: 'POST', url: '/act' });
  const afterAct = ask();
  changes.tell({ kind: 'issue.changed', at: 0, id: 'issue-1', unit: nationalUnit });
  const afterChange = ask();
  answer();
  expect(await Promise.all([before, afterAct, afterChange])).toEqual([1, 2, 3]);
});

it('hands a failure to all who waited, and tries again for the next', async () => {
  const app = fastify();
  apps.push(app);
  const shared = createSharedReads(app, createChangeFeed());
  let tries = 0;
  const ask = (): Promise<number> =>
    shared.of('/v1/items', nationalScope, async () => {
      tries += 1;
      if (tries === 1) throw new Error('the index does not answer');
      return tries;
    });
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask()).toBe(2);
});
