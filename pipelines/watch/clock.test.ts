import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { bundledCalendar } from './calendar.ts';
import {
  type ClockContext,
  escalationsDue,
  PauseWithoutReason,
  pauseClock,
  resumeClock,
  targetStates,
} from './clock.ts';
import type { Zone } from './local-time.ts';
import { addRunningTime, defaultOfficeHours } from './working-time.ts';

const minute = 60_000;
const context = (zone: Zone = 'Asia/Jakarta'): ClockContext => ({
  zone,
  calendar: bundledCalendar,
  riskShare: 0.75,
});
const clock = (some: Partial<ResponseClock> = {}): ResponseClock => ({
  issueId: 'i',
  unit: '35.07',
  level: 'kritis',
  startedAt: Date.parse('2024-02-10T23:00:00+07:00'),
  levelAt: some.startedAt ?? Date.parse('2024-02-10T23:00:00+07:00'),
  doneAt: {},
  pauses: [],
  told: [],
  ...some,
});
const due = (of: ResponseClock, name: string, zone?: Zone) =>
  targetStates(of, of.startedAt, context(zone)).find((target) => target.name === name)?.dueAt;

describe('targets', () => {
  it('run round the clock inside the voting window', () => {
    expect(due(clock(), 'triage')).toBe(clock().startedAt + 15 * minute);
    expect(due(clock(), 'holding')).toBe(clock().startedAt + 60 * minute);
    expect(due(clock(), 'clarification')).toBe(clock().startedAt + 4 * hourMs);
  });

  it('run in office hours outside it, over a week-end and a holiday, in the unit’s zone', () => {
    const friday = { startedAt: Date.parse('2025-08-15T15:30:00+07:00'), level: 'tinggi' as const };
    expect(due(clock(friday), 'triage')).toBe(Date.parse('2025-08-15T16:00:00+07:00'));
    // Monday 18 August 2025 is joint leave, so the 2 h end on Tuesday
    expect(due(clock(friday), 'holding')).toBe(Date.parse('2025-08-19T09:30:00+07:00'));
    const east = { startedAt: Date.parse('2025-08-15T15:30:00+09:00'), level: 'tinggi' as const };
    expect(due(clock(east), 'holding', 'Asia/Jayapura')).toBe(Date.parse('2025-08-19T09:30:00+09:00'));
  });

  it('start with the office when the matter came at night', () => {
    const night = clock({ startedAt: Date.parse('2025-09-09T02:00:00+08:00'), level: 'sedang' });
    expect(due(night, 'triage', 'Asia/Makassar')).toBe(Date.parse('2025-09-09T12:00:00+08:00'));
    expect(due(night, 'holding', 'Asia/Makassar')).toBeUndefined();
  });

  it('tell running, at risk, late and met apart', () => {
    const state = (after: number, some: Partial<ResponseClock> = {}) =>
      targetStates(clock(some), clock().startedAt + after, context()).map((target) => target.state);
    expect(state(5 * minute)).toEqual(['running', 'running', 'running', 'running']);
    expect(state(12 * minute)[0]).toBe('at_risk');
    expect(state(16 * minute)[0]).toBe('late');
    const triaged = { doneAt: { triage: clock().startedAt + 10 * minute } };
    expect(state(50 * minute, triaged).slice(0, 2)).toEqual(['met', 'at_risk']);
    expect(state(16 * minute, { doneAt: { triage: clock().startedAt + 20 * minute } })[0]).toBe('late');
  });

  it('give the share of running time that has passed, office hours or not', () => {
    const share = (of: ResponseClock, after: number) =>
      targetStates(of, of.startedAt + after, context())[0]!.share;
    expect(share(clock(), 30 * minute)).toBeCloseTo(2);
    const friday = clock({ startedAt: Date.parse('2025-09-12T14:00:00+07:00'), level: 'sedang' });
    expect(share(friday, 24 * hourMs)).toBeCloseTo(0.5);
    expect(share({ ...friday, doneAt: { triage: friday.startedAt } }, 24 * hourMs)).toBe(0);
  });

  it('owes updates again and again from the last step', () => {
    const doneAt = { clarification: clock().startedAt + 3 * hourMs };
    expect(due(clock({ doneAt }), 'update')).toBe(doneAt.clarification + 4 * hourMs);
  });
});

describe('pauseClock', () => {
  it('needs a reason', () => {
    expect(() => pauseClock(clock(), { at: 0, by: 'analis', reason: '  ' })).toThrow(PauseWithoutReason);
  });

  it('stops the time until it is resumed', () => {
    const at = clock().startedAt + 5 * minute;
    const paused = pauseClock(clock(), { at, by: 'analis', reason: 'menunggu data kecamatan' });
    expect(targetStates(paused, at + 9 * hourMs, context())[0]).toMatchObject({
      state: 'paused',
      dueAt: null,
    });
    const resumed = resumeClock(paused, at + hourMs);
    expect(due(resumed, 'triage')).toBe(clock().startedAt + 15 * minute + hourMs);
    expect(
      escalationsDue(paused, at + 9 * hourMs, context()).filter((e) => e.reason.startsWith('target')),
    ).toEqual([]);
  });
});

describe('escalationsDue', () => {
  it('tells KPU RI at once and the province after 15 minutes', () => {
    const at = (after: number) =>
      escalationsDue(clock({ doneAt: { triage: clock().startedAt } }), clock().startedAt + after, context());
    expect(at(0).map((e) => e.to)).toEqual(['RI']);
    expect(at(15 * minute).map((e) => e.to)).toEqual(['RI', '35']);
  });

  it('goes one tier up for each missed target and tells both', () => {
    const missed = escalationsDue(clock({ level: 'sedang' }), clock().startedAt + 30 * hourMs, context());
    expect(missed.map((e) => [e.from, e.to])).toEqual([
      ['35.07', '35'],
      ['35', 'RI'],
    ]);
    expect(missed[0]).toMatchObject({ tell: ['35.07', '35'], at: clock().startedAt + 4 * hourMs });
  });

  it('stays with KPU RI when nobody is above', () => {
    const [first] = escalationsDue(
      clock({ unit: 'RI', level: 'sedang' }),
      clock().startedAt + 5 * hourMs,
      context(),
    );
    expect(first).toMatchObject({ from: 'RI', to: null, tell: ['RI'] });
  });
});

describe('addRunningTime', () => {
  it('gives up on an open end instead of running for ever', () => {
    const office = { ...defaultOfficeHours, weekdays: new Set<number>() };
    expect(
      addRunningTime(0, 1, { zone: 'Asia/Jakarta', office, always: () => false, paused: [] }),
    ).toBeNull();
  });
});
