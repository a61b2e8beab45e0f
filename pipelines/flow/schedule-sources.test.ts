import { describe, expect, it } from 'vitest';
import type { NewJob } from '../../shared/ports/queue.ts';
import { defaultSources } from '../ingest/default-sources.ts';
import { scheduleSources } from './schedule-sources.ts';

describe('scheduleSources', () => {
  it('schedules what is enabled, heeds a new pace, and takes back what was switched off', async () => {
    const calls: [string, number, boolean][] = [];
    const queue = {
      repeat: async (id: string, everyMs: number, job: NewJob | null) =>
        void calls.push([id, everyMs, job !== null]),
    };
    const source = { ...defaultSources[0]!, id: 'a', enabled: true, intervalMinutes: 10 };
    const scheduled = new Map<string, number>();
    await scheduleSources(queue, [source], scheduled);
    await scheduleSources(queue, [source], scheduled);
    await scheduleSources(queue, [{ ...source, intervalMinutes: 5 }], scheduled);
    await scheduleSources(queue, [{ ...source, enabled: false }], scheduled);
    expect(calls).toEqual([
      ['collect a', 600_000, true],
      ['collect a', 300_000, true],
      ['collect a', 0, false],
    ]);
  });
});
