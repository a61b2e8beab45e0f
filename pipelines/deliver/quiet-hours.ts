import type { Instant } from '../../shared/domain/instant.ts';
import type { Recipient } from '../../shared/domain/recipient.ts';
import { localMoment, type Zone } from '../watch/local-time.ts';

const dayMinutes = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * When the quiet hours that hold `at` end; null outside of them. The hour they begin belongs to them, the one they end
 * does not; equal ends mean none. Indonesia's zones know no summer time, so a local day always has 24 hours.
 */
export function quietUntil(at: Instant, quiet: Recipient['quiet'], zone: Zone): Instant | null {
  if (quiet === null || quiet.from === quiet.to) return null;
  const { midnight, hour, minute } = localMoment(at, zone);
  const [from, to, now] = [minutesOf(quiet.from), minutesOf(quiet.to), hour * 60 + minute];
  const spansMidnight = from > to;
  const inside = spansMidnight ? now >= from || now < to : now >= from && now < to;
  if (!inside) return null;
  const end = spansMidnight && now >= from ? to + dayMinutes : to;
  return midnight + end * 60_000;
}
