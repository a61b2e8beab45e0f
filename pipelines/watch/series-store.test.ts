import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { issueSeries, type Observation, seriesParts } from './series.ts';
import { createSeriesStore } from './series-store.ts';

const start = Date.parse('2024-02-01T00:00:00Z');
const key = issueSeries('i1', '35.07');
const seen = (some: Partial<Observation> = {}): Observation => ({
  key,
  at: start,
  repost: false,
  tone: 'neutral',
  stance: 'none',
  indicated: false,
  actor: 'a',
  outlet: false,
  platform: 'x',
  ...some,
});

describe('createSeriesStore', () => {
  it('counts unique items, re-posts by accounts and syndicated copies apart', () => {
    const store = createSeriesStore({ at: start });
    store.observe(seen({ tone: 'negative' }));
    store.observe(seen({ repost: true, actor: 'b', stance: 'menyebarkan' }));
    store.observe(seen({ repost: true, actor: 'koran', outlet: true, platform: 'news' }));
    store.observe(seen({ actor: 'c', stance: 'bertanya' }));
    const view = store.view(key)!;
    const now = (channel: Parameters<typeof view.get>[0]) => view.get(channel, 0);
    expect([now('unique'), now('voices'), now('reposts'), now('syndicated')]).toEqual([2, 3, 1, 1]);
    expect([now('adverse'), now('questions'), now('negative')]).toEqual([2, 1, 1]);
    expect([view.actors(1), view.outlets(1), view.platforms(1)]).toEqual([4, 1, 2]);
  });

  it('keeps hours apart, forgets what leaves the ring and knows distinct actors over hours', () => {
    const store = createSeriesStore({ at: start });
    store.observe(seen({ actor: 'a' }));
    store.observe(seen({ actor: 'a' }));
    store.tick(start + 3 * hourMs);
    store.observe(seen({ at: start + 3 * hourMs, actor: 'b' }));
    const view = store.view(key)!;
    expect([...view.history('unique', 0, 4)]).toEqual([2, 0, 0, 1]);
    expect([view.actors(1), view.actors(4), view.get('actors', 3)]).toEqual([1, 2, 1]);
    expect(view.age).toBe(3);
    store.tick(start + 359 * hourMs);
    expect(store.view(key)!.sum('voices', 0, 360)).toBe(3);
    store.tick(start + 360 * hourMs);
    expect(store.view(key)!.sum('voices', 0, 360)).toBe(1);
  });

  it('refuses what is too old or from the future, and stands still when the clock jumps back', () => {
    const store = createSeriesStore({ at: start });
    expect(store.observe(seen({ at: start + 2 * hourMs }))).toBe('in_future');
    expect(store.observe(seen({ at: start - 48 * hourMs }))).toBe('too_old');
    expect(store.observe(seen())).toBe('counted');
    store.tick(start - 5 * hourMs);
    expect(store.view(key)!.get('unique', 0)).toBe(1);
    store.tick(start + 10_000 * hourMs);
    expect(store.size).toBe(0);
  });

  it('rebuilds the same state from the rows it gave', () => {
    const store = createSeriesStore({ at: start });
    const rows = [];
    for (let hour = 0; hour < 60; hour++) {
      const at = start + hour * hourMs;
      store.tick(at);
      for (let n = 0; n <= hour % 4; n++)
        store.observe(seen({ at, actor: `a${n + hour}`, tone: 'negative' }));
      rows.push(...store.takeChanged());
    }
    const again = createSeriesStore({ at: start + 59 * hourMs });
    again.load(rows.toReversed());
    again.load(rows);
    const [left, right] = [store.view(key)!, again.view(key)!];
    expect([...right.history('voices', 0, 192)]).toEqual([...left.history('voices', 0, 192)]);
    for (const channel of ['adverse', 'actors', 'platforms'] as const) {
      expect(right.sum(channel, 0, 48)).toBe(left.sum(channel, 0, 48));
    }
    expect([right.actors(2), right.age]).toEqual([left.actors(2), left.age]);
    expect(store.takeChanged()).toEqual([]);
  });

  it('gives a freed place to a new series without leaving the old counts in it', () => {
    const store = createSeriesStore({ at: start });
    for (let n = 0; n < 600; n++) store.observe(seen({ key: issueSeries(`i${n}`, 'RI') }));
    expect(store.size).toBe(600);
    store.tick(start + 400 * hourMs);
    store.observe(seen({ key: 'issue:new|RI', at: start + 400 * hourMs, actor: 'z' }));
    expect([store.size, store.view('issue:new|RI')!.sum('unique', 0, 192)]).toEqual([1, 1]);
    expect(store.view('issue:new|RI')!.actors(192)).toBe(1);
  });

  it('counts in quarter hours when told to', () => {
    const store = createSeriesStore({ at: start, bucketMs: hourMs / 4 });
    store.tick(start + hourMs / 4);
    store.observe(seen({ at: start + hourMs / 4 }));
    store.observe(seen({ at: start }));
    expect([...store.view(key)!.history('unique', 0, 2)]).toEqual([1, 1]);
  });
});

describe('seriesParts', () => {
  it('undoes the key', () => {
    expect(seriesParts(key)).toEqual({ kind: 'issue', subject: 'i1', unit: '35.07' });
  });
});
