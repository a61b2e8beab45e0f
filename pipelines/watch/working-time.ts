import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import bundled from './holidays.json' with { type: 'json' };
import { localMoment, type Zone } from './local-time.ts';

/** When an office works: weekdays (0 is Sunday), hours of the local day, and days off as `YYYY-MM-DD`. */
export interface OfficeHours {
  weekdays: ReadonlySet<number>;
  fromHour: number;
  toHour: number;
  holidays: ReadonlySet<string>;
}

/** Public holidays and joint leave 2024–2027; the file says which years were compared with their decree. */
export const bundledHolidays: ReadonlySet<string> = new Set(
  Object.entries(bundled.days).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)),
);

/** 37.5 hours a week less the break is what civil servants owe; 8 to 16 keeps one working day at eight hours. */
export const defaultOfficeHours: OfficeHours = {
  weekdays: new Set([1, 2, 3, 4, 5]),
  fromHour: 8,
  toHour: 16,
  holidays: bundledHolidays,
};

/** One working day, as a target says it. */
export const workingDayMs = (office: OfficeHours): number => (office.toHour - office.fromHour) * hourMs;

export interface Span {
  from: Instant;
  to: Instant;
}

/** What counts as running time. `always` days (the voting window) run round the clock. */
export interface RunningTime {
  zone: Zone;
  office: OfficeHours;
  always(at: Instant): boolean;
  /** Spans in which the clock stood still. */
  paused: readonly Span[];
}

/** The running spans of the local day that starts at `midnight`. */
function spansOfDay(midnight: Instant, time: RunningTime): Span[] {
  const { office } = time;
  if (time.always(midnight)) return [{ from: midnight, to: midnight + dayMs }];
  const { day, weekday } = localMoment(midnight, time.zone);
  if (!office.weekdays.has(weekday) || office.holidays.has(day)) return [];
  return [{ from: midnight + office.fromHour * hourMs, to: midnight + office.toHour * hourMs }];
}

/** `spans` without what lies in `holes`. */
function without(spans: Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (left, hole) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, hole.from) },
          { from: Math.max(span.from, hole.to), to: span.to },
        ].filter((rest) => rest.from < rest.to),
      ),
    spans,
  );
}

/** Days looked ahead before a target counts as unreachable: a year of pause is an open end. */
const horizonDays = 400;

function* runningSpans(from: Instant, time: RunningTime): Generator<Span> {
  const first = localMoment(from, time.zone).midnight;
  const start = { from: Number.NEGATIVE_INFINITY, to: from };
  for (let day = 0; day < horizonDays; day++) {
    yield* without(spansOfDay(first + day * dayMs, time), [start, ...time.paused]);
  }
}

/** The instant at which `durationMs` of running time has passed since `from`; null beyond 400 days. */
export function addRunningTime(from: Instant, durationMs: number, time: RunningTime): Instant | null {
  let left = durationMs;
  for (const span of runningSpans(from, time)) {
    if (left <= span.to - span.from) return span.from + left;
    left -= span.to - span.from;
  }
  return null;
}

/** Running time between two instants, in milliseconds; 0 when `to` is not after `from`. */
export function runningTimeBetween(from: Instant, to: Instant, time: RunningTime): number {
  let total = 0;
  for (const span of runningSpans(from, time)) {
    if (span.from >= to) break;
    total += Math.min(span.to, to) - span.from;
  }
  return total;
}
