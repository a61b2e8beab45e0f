import { describe, expect, it } from 'vitest';
import {
  bundledCalendar,
  electionCalendarSchema,
  expectedFactor,
  isCountingDay,
  stagesAt,
  votingWindowAt,
} from './calendar.ts';
import { localMoment, sayMoment, startOfDay } from './local-time.ts';
import { bundledHolidays } from './working-time.ts';

const wib = (text: string) => Date.parse(`${text}+07:00`);

describe('votingWindowAt', () => {
  it('opens at midnight WIB of H-14 and closes with the plenary’s day', () => {
    const name = (text: string) => votingWindowAt(bundledCalendar, '35.07', wib(text))?.id ?? null;
    expect(name('2024-01-30T23:59:59')).toBeNull();
    expect(name('2024-01-31T00:00:00')).toBe('pemilu-2024');
    expect(name('2024-03-20T23:59:59')).toBe('pemilu-2024');
    expect(name('2024-03-21T00:00:00')).toBeNull();
    expect(name('2019-04-10T12:00:00')).toBe('pemilu-2019');
    expect(name('2024-11-20T12:00:00')).toBe('pilkada-2024');
  });

  it('holds only for units that vote, and for KPU RI', () => {
    const calendar = electionCalendarSchema.parse({
      elections: [
        {
          id: 'ulang',
          name: 'Pilkada ulang',
          units: ['19.01', '19'],
          votingDay: '2025-08-27',
          plenaryDay: '2025-09-05',
        },
      ],
    });
    const at = wib('2025-08-20T12:00:00');
    const inWindow = ['RI', '19', '19.01', '19.71', '35', '35.07'].map(
      (unit) => votingWindowAt(calendar, unit, at) !== null,
    );
    expect(inWindow).toEqual([true, true, true, true, false, false]);
  });

  it('knows elections without dates', () => {
    expect(bundledCalendar.elections.some((election) => election.votingDay === null)).toBe(true);
    expect(votingWindowAt(bundledCalendar, 'RI', wib('2029-02-14T12:00:00'))).toBeNull();
  });
});

describe('expectedFactor', () => {
  it('is the greatest of the running stages and 1 outside them', () => {
    const debate = wib('2024-01-07T20:00:00');
    expect(expectedFactor(bundledCalendar, 'RI', 'kampanye', debate)).toBe(2);
    expect(expectedFactor(bundledCalendar, 'RI', 'kampanye', wib('2024-01-15T20:00:00'))).toBe(1);
    expect(expectedFactor(bundledCalendar, 'RI', 'kampanye', wib('2025-06-01T20:00:00'))).toBe(1);
    // a debate makes no talk of a flooded store, and none in a regency
    expect(expectedFactor(bundledCalendar, 'RI', 'logistik', debate)).toBe(1);
    expect(expectedFactor(bundledCalendar, '35.07', 'kampanye', debate)).toBe(1);
    expect(expectedFactor(bundledCalendar, '35.07', 'pemungutan suara', wib('2024-02-14T08:00:00'))).toBe(
      1.5,
    );
    expect(stagesAt(bundledCalendar, 'RI', wib('2024-01-07T20:00:00')).map((stage) => stage.name)).toEqual([
      'Kampanye',
      'Debat ketiga',
    ]);
  });
});

describe('isCountingDay', () => {
  it('runs from voting day to the plenary, with a lead for counting a baseline', () => {
    const on = (text: string, lead = 0) => isCountingDay(bundledCalendar, wib(text), lead);
    expect([on('2024-02-13T23:59:00'), on('2024-02-14T00:00:00'), on('2024-03-20T23:00:00')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([on('2024-02-11T12:00:00', 4), on('2024-03-21T00:00:00', 4)]).toEqual([true, false]);
  });
});

describe('local time', () => {
  it('is the unit’s own', () => {
    const at = Date.parse('2024-02-13T23:30:00Z');
    expect(sayMoment(at, 'Asia/Jakarta')).toBe('Rabu, 14 Feb 2024 06.30 WIB');
    expect(sayMoment(at, 'Asia/Jayapura')).toBe('Rabu, 14 Feb 2024 08.30 WIT');
    expect(localMoment(at, 'Asia/Makassar')).toMatchObject({
      day: '2024-02-14',
      hour: 7,
      minute: 30,
      weekday: 3,
    });
    expect(startOfDay('2024-02-14', 'Asia/Jayapura')).toBe(Date.parse('2024-02-13T15:00:00Z'));
  });

  it('reads holidays as days', () => {
    expect(bundledHolidays.has('2024-08-17')).toBe(true);
    expect([...bundledHolidays].every((day) => !Number.isNaN(Date.parse(day)))).toBe(true);
  });
});
