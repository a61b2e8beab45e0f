import { describe, expect, it } from 'vitest';
import { PermanentFailure } from '../ports/queue.ts';
import { buildItem } from '../testing/build-item.ts';
import { newJob, payloadOf } from './job-definition.ts';
import { enrichJob, jobs, linkJob, watchJob } from './jobs.ts';

describe('the registry of jobs', () => {
  it('names every job once and tries each at least twice', () => {
    const names = jobs.map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
    for (const job of jobs) expect(job.attempts).toBeGreaterThan(1);
  });

  it('gives the same batch the same key, and another batch another', () => {
    const items = [buildItem({ nativeId: 'a' }), buildItem({ nativeId: 'b' })];
    const key = newJob(enrichJob, { items }).key;
    expect(newJob(enrichJob, { items: structuredClone(items) }).key).toBe(key);
    expect(newJob(enrichJob, { items: items.slice(1) }).key).not.toBe(key);
    expect(newJob(watchJob, { everything: true }).key).not.toBe(newJob(watchJob, { everything: false }).key);
  });

  it('quarantines a payload that does not fit at once, naming the field', () => {
    expect(() => payloadOf(linkJob, { ids: ['short'] })).toThrow(PermanentFailure);
    expect(() => payloadOf(linkJob, { ids: ['short'] })).toThrow(/link: ids\.0/);
  });
});
