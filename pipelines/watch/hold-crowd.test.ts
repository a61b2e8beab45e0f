import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { holdCrowd } from './hold-crowd.ts';
import { defaultWatchSettings } from './settings.ts';

const now = 100 * hourMs;
const one = (level: Level, rule: 'cold_start' | 'escalated' | 'recovered' = 'cold_start', at = now) => ({
  unit: '35.73',
  at,
  level,
  rule,
  push: true,
  held: null as string | null,
});
const hold = (drafts: ReturnType<typeof one>[], woken: ReturnType<typeof one>[] = []) =>
  holdCrowd(drafts, woken, now, defaultWatchSettings.alerts).map(({ push }) => push);
const five = Array.from({ length: 5 }, () => one('tinggi'));

describe('holdCrowd', () => {
  it('lets a graver matter through, once', () => {
    expect(hold([one('kritis'), one('kritis'), one('tinggi')], five)).toEqual([true, false, false]);
  });

  it('never holds a missed target, and does not count it', () => {
    expect(hold([one('tinggi', 'escalated')], five)).toEqual([true]);
    expect(
      hold(
        [one('tinggi')],
        five.map((told) => ({ ...told, rule: 'escalated' as const })),
      ),
    ).toEqual([true]);
  });

  it('holds what recovers in the crowd, and forgets what is older than its hours', () => {
    expect(hold([one('tinggi', 'recovered')], five)).toEqual([false]);
    expect(
      hold(
        [one('tinggi')],
        five.map((told) => ({ ...told, at: now - 6 * hourMs })),
      ),
    ).toEqual([true]);
  });
});
