import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { budgetOf, type PushRecord } from './alert-budget.ts';
import { type AlertMemory, calmMemory, closeBucket, decideAlert, markPushed } from './alert-policy.ts';
import type { Finding } from './detector.ts';
import type { SeriesView } from './series.ts';
import { defaultWatchSettings } from './settings.ts';

const settings = defaultWatchSettings.alerts;
const start = Date.parse('2024-02-01T00:00:00Z');
const viewWith = (count: number, hour: number): SeriesView => ({
  key: 'issue:i|35.07',
  at: start + hour * hourMs,
  age: 100,
  get: () => count,
  sum: () => count,
  history: () => new Float64Array(0),
  actors: () => 9,
  outlets: () => 0,
  platforms: () => 1,
});

/** Rules told hour by hour; a count of at least 10 fires. */
function told(counts: number[], pushed = true): (string | null)[] {
  let memory: AlertMemory = calmMemory;
  return counts.map((count, hour) => {
    const view = viewWith(count, hour);
    const finding: Finding = {
      rule: 'quiet_tail',
      observed: count,
      baseline: 1,
      factor: count,
      statistic: null,
    };
    const findings = count >= 10 ? [finding] : [];
    const decided = decideAlert({ memory, findings, view, now: start + hour * hourMs, settings });
    memory = pushed && decided.raise ? markPushed(decided.memory) : decided.memory;
    const closed = closeBucket(memory, view, settings);
    memory = closed.memory;
    return decided.raise?.rule ?? closed.raise?.rule ?? null;
  });
}
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('the alert policy', () => {
  it('tells once, merges what follows and speaks again when the level doubled', () => {
    expect(told([0, 12, 14, 11, 23, 24, 30, 50])).toEqual([
      null,
      'quiet_tail',
      null,
      null,
      null,
      'level_doubled',
      null,
      'level_doubled',
    ]);
  });

  it('takes what the alert’s own hour still brings for the same rise', () => {
    const look = (memory: AlertMemory, count: number, hour: number) => {
      const finding: Finding = {
        rule: 'quiet_tail',
        observed: count,
        baseline: 1,
        factor: count,
        statistic: null,
      };
      const view = viewWith(count, hour);
      return decideAlert({ memory, findings: [finding], view, now: start + hour * hourMs, settings });
    };
    const first = look(calmMemory, 5, 0);
    const later = look(first.memory, 12, 0);
    expect(later.raise).toBeNull();
    expect(look(later.memory, 23, 1).raise).toBeNull();
    expect(look(later.memory, 24, 1).raise?.rule).toBe('level_doubled');
  });

  it('says recovered after six calm hours, and not after five', () => {
    expect(told([20, ...times(5, 2), 20])).not.toContain('recovered');
    const heard = told([20, ...times(6, 2)]);
    expect(heard.at(-1)).toBe('recovered');
  });

  it('tells no recovery of what was not pushed', () => {
    expect(told([20, ...times(8, 2)], false)).not.toContain('recovered');
  });

  it('merges a return within 24 h and raises a later one', () => {
    const heard = told([20, ...times(10, 0), 12, ...times(30, 0), 12]);
    expect(heard.filter((rule) => rule === 'quiet_tail')).toHaveLength(2);
    expect(heard.at(-1)).toBe('quiet_tail');
  });
});

describe('the alert budget', () => {
  const push = (daysAgo: number, falseAlarm: boolean): PushRecord => ({
    at: start - daysAgo * dayMs,
    falseAlarm,
  });

  it('counts four weeks and raises the threshold only beyond the budget', () => {
    const pushes = [push(1, true), push(27, false), push(29, true)];
    expect(budgetOf(pushes, start, settings)).toMatchObject({
      pushes: 2,
      falseAlarms: 1,
      spent: true,
      thresholdFactor: 1,
    });
    const more = [...pushes, push(2, true), push(3, true)];
    expect(budgetOf(more, start, settings).thresholdFactor).toBe(2);
  });
});
