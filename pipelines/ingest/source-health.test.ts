import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/domain/instant.ts';
import { type SourceHealth, sourceSchema } from '../../shared/domain/source.ts';
import { afterVisit, initialHealth, isDead, nextVisitAt, type Visit } from './source-health.ts';

const source = sourceSchema.parse({
  id: 's',
  kind: 'feed',
  name: 'Warta',
  url: 'https://warta.example/rss',
  platform: 'news',
  outlet: 'Warta',
  outletTier: 1,
  homeArea: null,
  intervalMinutes: 30,
  enabled: true,
  settings: {},
});
const start = Date.UTC(2024, 1, 20);
const days = [10, 12, 9, 11, 10, 12, 8];
const good = (at: number, newItems = 1): Visit => ({ at, ok: true, newItems, cursor: { etag: String(at) } });
const bad = (at: number, code = 'timed_out', httpStatus: number | null = null): Visit => ({
  at,
  ok: false,
  code,
  httpStatus,
  explanation: 'Situs terlalu lama menjawab.',
});
const walk = (
  visits: readonly Visit[],
  counts = days,
  from: SourceHealth = initialHealth(source, start),
): SourceHealth => visits.reduce((health, visit) => afterVisit(health, source, visit, counts), from);

describe('source health', () => {
  it('is well after a visit, and remembers where it left off', () => {
    expect(walk([good(start + 1)])).toMatchObject({
      state: 'well',
      lastSuccessAt: start + 1,
      cursor: { etag: String(start + 1) },
      error: null,
    });
  });

  it('fails at the third failure in a row, not before, and is well again at once', () => {
    const two = walk([good(start), bad(start + 1), bad(start + 2)]);
    expect(two).toMatchObject({ state: 'well', failures: 2, error: 'Situs terlalu lama menjawab.' });
    const three = walk([bad(start + 3)], days, two);
    expect(three).toMatchObject({ state: 'failing', stateSince: start + 3 });
    expect(walk([bad(start + 9)], days, three).stateSince).toBe(start + 3);
    expect(walk([good(start + 10)], days, three)).toMatchObject({ state: 'well', failures: 0, error: null });
  });

  it('is blocked by 403 and by robots.txt', () => {
    expect(walk([bad(start + 1, 'http_failure', 403)]).state).toBe('blocked');
    expect(walk([bad(start + 1, 'robots_disallowed')]).state).toBe('blocked');
    expect(walk([good(start), bad(start + 1, 'http_failure', 500)]).state).toBe('well');
  });

  it('was never well when its first visit failed, unless the site only asked to wait', () => {
    const first = walk([bad(start + 1)]);
    expect(first).toMatchObject({ state: 'failing', failures: 1, changes: [{ state: 'failing' }] });
    expect(walk([good(start + 2)], days, first).state).toBe('well');
    expect(walk([bad(start + 1, 'host_backed_off')]).state).toBe('well');
  });

  it('does not count a wait the site asked for as a failure', () => {
    expect(walk([bad(start + 1, 'host_backed_off')]).failures).toBe(0);
  });

  it('is silent after three days without anything new, later for a source that writes twice a month', () => {
    const seen = walk([good(start + 1)]);
    expect(walk([good(start + 2 * dayMs, 0)], days, seen).state).toBe('well');
    expect(walk([good(start + 4 * dayMs, 0)], days, seen).state).toBe('silent');
    expect(walk([good(start + 4 * dayMs, 0)], [0, 0, 0, 0, 0], seen).state).toBe('well');
  });

  it('floods when a day brings ten times its median', () => {
    expect(walk([good(start + 1)], [10, 10, 10, 250]).state).toBe('flooding');
    expect(walk([good(start + 1)], [100, 100, 100, 250]).state).toBe('well');
    expect(walk([good(start + 1)], [1, 1, 1, 50]).state).toBe('well');
  });

  it('is off when it is switched off', () => {
    expect(
      afterVisit(initialHealth(source, start), { ...source, enabled: false }, good(start), days).state,
    ).toBe('off');
  });

  it('waits longer after every failure, and as long as the site asked', () => {
    const health = walk([bad(start), bad(start)]);
    expect(nextVisitAt(walk([good(start)]), source, good(start))).toBe(start + 30 * 60_000);
    expect(nextVisitAt(health, source, bad(start))).toBe(start + 120 * 60_000);
    expect(nextVisitAt({ ...health, failures: 20 }, source, bad(start))).toBe(start + 6 * 3_600_000);
    expect(
      nextVisitAt(health, source, {
        at: start,
        ok: false,
        code: 'host_backed_off',
        httpStatus: null,
        explanation: '',
        retryAt: start + dayMs,
      }),
    ).toBe(start + dayMs);
  });

  it('raises a notice when it was dead for three days', () => {
    const failing = walk([bad(start), bad(start), bad(start)]);
    expect(isDead(failing, start + 2 * dayMs)).toBe(false);
    expect(isDead(failing, start + 3 * dayMs)).toBe(true);
    expect(isDead(walk([good(start)]), start + 30 * dayMs)).toBe(false);
  });
});
