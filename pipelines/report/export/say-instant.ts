import { dayMs, type Instant, toRfc3339 } from '../../../shared/domain/instant.ts';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/**
 * Writes instants as `toRfc3339` does. The day of the one before is kept: rows come in time order, and a date object for
 * each of two million costs a tenth of an export.
 */
export function createSayInstant(): (at: Instant) => string {
  let known = Number.NaN;
  let day = '';
  return (at) => {
    const number = Math.floor(at / dayMs);
    if (number !== known) {
      day = toRfc3339(number * dayMs).slice(0, 11);
      known = number;
    }
    const rest = at - number * dayMs;
    const seconds = Math.floor(rest / 1_000);
    const time = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return `${day}${time}.${String(rest % 1_000).padStart(3, '0')}Z`;
  };
}
