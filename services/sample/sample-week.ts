import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';

/** The week runs from Sunday 00:00 to Saturday 24:00 WIB; voting day is its Wednesday. */
export const sampleDurationMs = 7 * dayMs;
const votingDay = 3;
const wibMs = 7 * hourMs;

/** A week with the usual voting Wednesday, 27 November 2030, for runs that want fixed dates. */
export const fixedSampleStart: Instant = Date.parse('2030-11-24T00:00:00+07:00');

/**
 * Where the sample has to start so that its whole week lies before `end`: always a midnight WIB, since the
 * texts speak of hours. The week then ends less than a day before `end`.
 */
export const sampleStartEndingAt = (end: Instant): Instant =>
  Math.floor((end - sampleDurationMs + wibMs) / dayMs) * dayMs - wibMs;

/** 07:00 WIB of voting day, when the polling stations open (for a start at midnight WIB). */
export const votingOpensAt = (baseTime: Instant): Instant => baseTime + votingDay * dayMs + 7 * hourMs;

export const momentOf = (baseTime: Instant, offsetMinutes: number): Instant =>
  baseTime + offsetMinutes * 60_000;

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/**
 * Puts weekdays and dates into a text, so that what it says fits the time it carries:
 * `{h3}` becomes `Rabu`, `{t3}` becomes `Rabu (27/11)`.
 */
export function datedText(text: string, baseTime: Instant): string {
  return text.replace(/\{([ht])(\d)\}/g, (_, kind: string, day: string) => {
    const date = new Date(baseTime + Number(day) * dayMs + wibMs);
    const weekday = weekdays[date.getUTCDay()]!;
    return kind === 'h' ? weekday : `${weekday} (${date.getUTCDate()}/${date.getUTCMonth() + 1})`;
  });
}
