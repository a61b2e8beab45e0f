import { describe, expect, it } from 'vitest';
import { Stopped, untilAborted } from './until-aborted.ts';

describe('work that cannot be called off', () => {
  it('is waited for until the worker has to stop', async () => {
    const stop = new AbortController();
    expect(await untilAborted(Promise.resolve(1), stop.signal)).toBe(1);
    await expect(untilAborted(Promise.reject(new Error('away')), stop.signal)).rejects.toThrow('away');
    const site = Promise.withResolvers<number>();
    const waiting = untilAborted(site.promise, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toBeInstanceOf(Stopped);
    site.reject(new Error('too late to be heard'));
    await expect(untilAborted(Promise.resolve(1), stop.signal)).rejects.toBeInstanceOf(Stopped);
  });
});
