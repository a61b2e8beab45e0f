import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { TargetState } from './clock.ts';
import { detectClaimMatch, detectClockAtRisk, detectSourceSilence } from './event-detectors.ts';
import { defaultWatchSettings } from './settings.ts';

const settings = defaultWatchSettings.spike;
const now = Date.parse('2024-02-10T00:00:00Z');

describe('detectClaimMatch', () => {
  const match = (verdict: 'salah' | 'menyesatkan', followers: number, stance = 'menyebarkan') =>
    detectClaimMatch({ verdict }, { followers, stance }, settings);

  it('speaks for a far-reaching account that spreads what is judged false', () => {
    expect(match('salah', 100_000)).toMatchObject({ rule: 'claim_match', observed: 100_000, factor: 1 });
  });

  it('stays silent for a smaller account, another verdict, and a rebuttal', () => {
    expect(match('salah', 99_999)).toBeNull();
    expect(match('menyesatkan', 500_000)).toBeNull();
    expect(match('salah', 500_000, 'membantah')).toBeNull();
  });
});

describe('detectSourceSilence', () => {
  const silent = (hours: number, gapHours: number) =>
    detectSourceSilence(
      { lastNewItemAt: now - hours * hourMs, usualGapMs: gapHours * hourMs },
      now,
      settings,
    );

  it('compares with the usual gap, and lets a night pass', () => {
    expect(silent(9, 1)).toMatchObject({ rule: 'source_silent', observed: 9, baseline: 1 });
    expect(silent(7, 1)).toBeNull();
    expect(silent(5, 0.1)).toBeNull();
  });

  it('says nothing of a source that never brought anything', () => {
    expect(detectSourceSilence({ lastNewItemAt: null, usualGapMs: hourMs }, now, settings)).toBeNull();
  });
});

describe('detectClockAtRisk', () => {
  const target = (name: TargetState['name'], inHours: number, state: TargetState['state']): TargetState => ({
    name,
    dueAt: now + inHours * hourMs,
    doneAt: state === 'met' ? now - hourMs : null,
    share: state === 'met' ? 0 : 0.9,
    state,
  });

  it('takes the most urgent open target', () => {
    const found = detectClockAtRisk(
      [target('triage', -1, 'met'), target('clarification', 3, 'at_risk'), target('holding', -0.5, 'late')],
      now,
    );
    expect(found).toMatchObject({ rule: 'clock_at_risk', observed: -0.5 });
  });

  it('says nothing while all runs well', () => {
    expect(detectClockAtRisk([target('holding', 5, 'running'), target('triage', -1, 'met')], now)).toBeNull();
  });
});
