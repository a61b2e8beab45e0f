import { describe, expect, it } from 'vitest';
import { checkParts, degradedOf, type Parts } from './check-parts.ts';

const parts = (over: Partial<Record<keyof Parts, () => Promise<void>>> = {}): Parts => {
  const { index = async () => {}, records = async () => {}, queue = async () => {} } = over;
  return {
    index: { check: index },
    records: { state: { get: records } },
    queue: { check: queue, counts: async () => ({}) },
  };
};
const counts = { waiting: 0, delayed: 0, active: 0, quarantined: 0, oldestMs: 0 };

describe('what is degraded', () => {
  it('is nothing while every part answers and no work failed', async () => {
    const checks = await checkParts(parts());
    expect(checks).toEqual({ index: 'ok', records: 'ok', queue: 'ok' });
    expect(degradedOf(checks, { enrich: { ...counts, waiting: 9, active: 2 } })).toEqual([]);
  });

  it('is told part by part, with what it means for people', async () => {
    const checks = await checkParts(parts({ index: () => Promise.reject(new Error('takes no writes')) }));
    const [one, ...more] = degradedOf(checks, {});
    expect(more).toEqual([]);
    expect(one).toMatchObject({ part: 'index', problem: 'takes no writes' });
    expect(one?.effect).toMatch(/butir baru menunggu/);
  });

  it('includes a part that says nothing at all', async () => {
    const checks = await checkParts(parts({ records: () => new Promise(() => {}) }));
    expect(checks).toEqual({ index: 'ok', records: 'does not answer within 2 s', queue: 'ok' });
  });

  it('includes work that waits to be tried again, and work that was given up', () => {
    const found = degradedOf(
      { index: 'ok', records: 'ok', queue: 'ok' },
      {
        enrich: { ...counts, delayed: 3 },
        watch: { ...counts, delayed: 1 },
        link: { ...counts, quarantined: 2 },
      },
    );
    expect(found.map(({ part, problem }) => [part, problem])).toEqual([
      ['work', 'jobs failed and wait to be tried again: enrich 3'],
      ['work', 'jobs are in quarantine: link 2'],
    ]);
  });
});
