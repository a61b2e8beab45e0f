import { describe, expect, it } from 'vitest';
import { BadSpan, daysSpan, issueSpan, monthSpan, spanOfKey, weekOf, weekSpan } from './report-span.ts';

const iso = (at: number) => new Date(at).toISOString();

describe('weekSpan', () => {
  it('starts on Monday midnight in the zone of the unit', () => {
    expect(iso(weekSpan('2026-W47', 'Asia/Jakarta').from)).toBe('2026-11-15T17:00:00.000Z');
    expect(iso(weekSpan('2026-W47', 'Asia/Jayapura').from)).toBe('2026-11-15T15:00:00.000Z');
  });

  it('crosses new year by ISO 8601', () => {
    const last = weekSpan('2026-W53', 'Asia/Jakarta');
    expect(last.label).toBe('Minggu ke-53 tahun 2026 (28 Desember 2026 – 3 Januari 2027, WIB)');
    expect(weekSpan('2027-W01', 'Asia/Jakarta').from).toBe(last.to);
    expect(weekSpan('2027-W01', 'Asia/Jakarta').previousFrom).toBe(last.from);
    expect(weekSpan('2021-W01', 'Asia/Makassar').label).toContain('4–10 Januari 2021');
  });

  it.each(['2027-W53', '2026-W00', '2026-47', 'x', '2026-W99'])('refuses %s', (week) => {
    expect(() => weekSpan(week, 'Asia/Jakarta')).toThrow(BadSpan);
  });

  it('and weekOf undo each other, whatever the hour and zone', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const)
      for (const week of ['2020-W53', '2024-W01', '2026-W47', '2026-W53', '2032-W52']) {
        const { from, to } = weekSpan(week, zone);
        expect([from, to - 1].map((at) => weekOf(at, zone))).toEqual([week, week]);
        expect(weekOf(from - 1, zone)).not.toBe(week);
      }
  });
});

describe('other spans', () => {
  it('covers a whole local month and whole local days', () => {
    const { from, to, label } = monthSpan('2026-12', 'Asia/Makassar');
    expect([iso(from), iso(to), label]).toEqual([
      '2026-11-30T16:00:00.000Z',
      '2026-12-31T16:00:00.000Z',
      'Desember 2026 (1–31 Desember 2026, WITA)',
    ]);
    expect(daysSpan('2026-02-27', '2026-03-01', 'Asia/Jakarta').label).toBe(
      '27 Februari – 1 Maret 2026, WIB',
    );
    expect(daysSpan('2026-03-01', '2026-03-01', 'Asia/Jakarta').kind).toBe('day');
  });

  it('refuses days that are not there, go backwards or are too many', () => {
    for (const [from, to] of [
      ['2026-02-30', '2026-03-01'],
      ['2026-03-02', '2026-03-01'],
      ['2024-01-01', '2026-01-01'],
    ])
      expect(() => daysSpan(from!, to!, 'Asia/Jakarta')).toThrow(BadSpan);
    expect(() => monthSpan('2026-13', 'Asia/Jakarta')).toThrow(BadSpan);
  });
});

describe('spanOfKey', () => {
  it('reads each kind back from its key, and nothing else', () => {
    for (const key of ['2026-W47', '2026-11', '2026-11-16', '2026-11-16..2026-11-20'])
      expect(spanOfKey(key, 'Asia/Makassar').key).toBe(key);
    for (const key of [
      '',
      '2026',
      '2026-W54',
      '2026-13',
      'kemarin',
      '2026-11-20..2026-11-16',
      '2026-11-16..',
    ])
      expect(() => spanOfKey(key, 'Asia/Makassar')).toThrow(BadSpan);
  });
});

describe('issueSpan', () => {
  const day = 86_400_000;
  it('is the whole local days of the issue, at most its last 366', () => {
    const lastAt = Date.UTC(2026, 10, 18, 20);
    const span = issueSpan({ number: 'ISU-2026-000001', firstAt: lastAt - 2 * day, lastAt }, 'Asia/Jakarta');
    expect([iso(span.from), iso(span.to)]).toEqual(['2026-11-16T17:00:00.000Z', '2026-11-19T17:00:00.000Z']);
    const old = issueSpan({ number: 'ISU-2026-000001', firstAt: lastAt - 900 * day, lastAt }, 'Asia/Jakarta');
    expect((old.to - old.from) / day).toBe(366);
  });
});
