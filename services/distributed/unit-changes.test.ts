import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { keepUnitChange } from '../../pipelines/flow/unit-changes.ts';
import { applyUnitChanges, unitName } from '../../shared/areas/units.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { openDistributed } from './main.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');

describe.skipIf(missing !== null)(`units of several processes ${missing ?? ''}`, () => {
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

  it('are known to one that hears of a change, and to one that starts later', async () => {
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
});
