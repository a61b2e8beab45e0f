import { describe, expect, it } from 'vitest';
import {
  datedText,
  fixedSampleStart,
  sampleDurationMs,
  sampleStartEndingAt,
  votingOpensAt,
} from './sample-week.ts';

describe('the week', () => {
  it('has its voting day on a Wednesday, from seven in the morning', () => {
    expect(new Date(votingOpensAt(fixedSampleStart)).toISOString()).toBe('2030-11-27T00:00:00.000Z');
  });

  it('is laid at a midnight WIB so that all of it lies less than a day before its end', () => {
    const end = Date.parse('2026-05-10T09:30:00+07:00');
    const start = sampleStartEndingAt(end);
    expect(new Date(start).toISOString()).toBe('2026-05-02T17:00:00.000Z');
    expect(end - (start + sampleDurationMs)).toBeLessThan(86_400_000);
  });

  it('writes weekdays and dates into texts, and leaves other braces alone', () => {
    expect(datedText('{t3}, lusa {h5}; {x3} {h}', fixedSampleStart)).toBe(
      'Rabu (27/11), lusa Jumat; {x3} {h}',
    );
  });
});
