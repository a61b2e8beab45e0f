import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

const utc = Date.UTC;

describe('parseDate', () => {
  it.each([
    ['Wed, 14 Feb 2024 08:05:00 +0700', utc(2024, 1, 14, 1, 5)],
    ['Wed, 14 Feb 24 08:05 EST', utc(2024, 1, 14, 13, 5)],
    ['14 Feb 2024', utc(2024, 1, 14)],
    ['Fri Dec 15 04:04:44 +0000 2023', utc(2023, 11, 15, 4, 4, 44)],
    ['Fri Dec 15 04:04:44 2023', utc(2023, 11, 15, 4, 4, 44)],
    ['February 14, 2024 1:05 PM', utc(2024, 1, 14, 13, 5)],
    ['Rabu, 14 Februari 2024 | 13.05 WIB', utc(2024, 1, 14, 6, 5)],
    ['Rabu, 14 Feb 2024 13:05 WITA', utc(2024, 1, 14, 5, 5)],
    ['14 Agustus 2024 13:05:09 WIT', utc(2024, 7, 14, 4, 5, 9)],
    ['Sabtu (14/12/2024)', null],
    ['14/12/2024 13:05 WIB', utc(2024, 11, 14, 6, 5)],
    ['2024-02-14T08:05:00.250+07:00', utc(2024, 1, 14, 1, 5, 0, 250)],
    ['2024-02-14 08:05', utc(2024, 1, 14, 8, 5)],
    ['2024-02', utc(2024, 1, 1)],
    ['2024', utc(2024, 0, 1)],
    ['20240214', utc(2024, 1, 14)],
    ['2024-045', utc(2024, 1, 14)],
    ['20240214T080500Z', null],
    ['1707872700', 1_707_872_700_000],
    ['1707872700123', 1_707_872_700_123],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['', null],
    ['kemarin sore', null],
    ['2024-13-40', null],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it('takes the zone it is told when the text names none', () => {
    expect(parseDate('14 Februari 2024 08:00', { defaultOffset: 420 })).toBe(utc(2024, 1, 14, 1));
    expect(parseDate('2024-02-14 08:00', { defaultOffset: 420 })).toBe(utc(2024, 1, 14, 1));
  });
});
