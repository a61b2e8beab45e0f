import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { startProxy } from '../../infra/stack/start-proxy.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { openDistributed } from '../distributed/main.ts';
import { runScenario } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');

/** One of each kind, shortly; `node services/faults/main.ts` runs all of them at full length. */
const chosen = [
  'a bulk with one bad document',
  'Elasticsearch read-only',
  'Redis memory full (noeviction)',
  'two workers on one batch',
  'postgres crashed under load',
  'a worker killed in each stage',
];
const options = { kills: 5, awayMs: 2_000, deadMs: 5_000 };

describe.skipIf(missing !== null)(`faults on real servers ${missing ?? ''}`, () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startStack();
  }, 180_000);
  afterAll(() => stack?.stop());

  it.each(chosen)(
    '%s: nothing lost, doubled or miscounted, and the API says what is degraded',
    async (name) => {
      const scenario = scenarios.find((one) => one.name === name)!;
      const { failed, ...row } = await runScenario(
        { stack, open: openDistributed, startProxy },
        scenario,
        options,
      );
      console.log(JSON.stringify(row));
      expect(failed).toEqual([]);
    },
    300_000,
  );
});
