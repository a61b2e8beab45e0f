import { z } from 'zod';
import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import { type Topic, topicSchema } from '../../shared/domain/labels.ts';
import { covers, nationalUnit, tierOf, tierSchema } from '../../shared/domain/unit.ts';
import bundled from './election-calendar.json' with { type: 'json' };
import { startOfDay } from './local-time.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const stageSchema = z.object({
  name: z.string(),
  /** First and last day, both included. */
  from: day,
  to: day,
  /**
   * Multiplies the thresholds of the volume rules while it runs: more talk is expected then. Only for short events: what
   * lasts beyond a fortnight is in the baseline by itself.
   */
  expected: z.number().min(1).default(1),
  /** What the expected talk is about, and in which tiers; null is everything. A debate makes no flood in a store. */
  topics: z.array(topicSchema).nullable().default(null),
  tiers: z.array(tierSchema).nullable().default(null),
});

const electionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `RI`, or the codes of the units that vote; a unit below one of them votes too. */
  units: z.array(z.string()).default([nationalUnit]),
  /** Null while no regulation has set it. */
  votingDay: day.nullable(),
  /** Last day of the national (or highest) plenary recapitulation. */
  plenaryDay: day.nullable(),
  /** True once it was compared with the regulation or its announcement; `basis` says which. */
  checked: z.boolean().default(false),
  basis: z.string().nullable().default(null),
  stages: z.array(stageSchema).default([]),
});
export const electionCalendarSchema = z.object({
  /** Days before voting day on which the window opens. */
  windowDaysBefore: z.number().int().nonnegative().default(14),
  elections: z.array(electionSchema),
});
export type ElectionCalendar = z.infer<typeof electionCalendarSchema>;
export type Election = z.infer<typeof electionSchema>;

/** National elections 2019 and 2024, the local ones of 2024, and 2029 without dates. A unit's own stages are added. */
export const bundledCalendar: ElectionCalendar = electionCalendarSchema.parse(bundled);

const concerns = (election: Election, unit: string): boolean =>
  election.units.some((code) => unit === nationalUnit || covers(code, unit));

/**
 * The election whose voting window holds `at` for `unit`: from H−14 00:00 to the end of the plenary's last day, days
 * being WIB, the zone of KPU's calendar. Null outside, and for an election without dates.
 */
export function votingWindowAt(calendar: ElectionCalendar, unit: string, at: Instant): Election | null {
  for (const election of calendar.elections) {
    if (!election.votingDay || !election.plenaryDay || !concerns(election, unit)) continue;
    const from = startOfDay(election.votingDay, 'Asia/Jakarta') - calendar.windowDaysBefore * dayMs;
    const to = startOfDay(election.plenaryDay, 'Asia/Jakarta') + dayMs;
    if (at >= from && at < to) return election;
  }
  return null;
}

/** Planned stages and debates that run at `at` for `unit`. */
export function stagesAt(calendar: ElectionCalendar, unit: string, at: Instant): Election['stages'] {
  return calendar.elections
    .filter((election) => concerns(election, unit))
    .flatMap((election) => election.stages)
    .filter((stage) => {
      const to = startOfDay(stage.to, 'Asia/Jakarta') + dayMs;
      return at >= startOfDay(stage.from, 'Asia/Jakarta') && at < to;
    });
}

/** How much more talk about `topic` than usual is planned for: the greatest of the running stages, at least 1. */
export function expectedFactor(calendar: ElectionCalendar, unit: string, topic: Topic, at: Instant): number {
  const tier = tierOf(unit);
  const meant = stagesAt(calendar, unit, at).filter(
    ({ topics, tiers }) => (topics?.includes(topic) ?? true) && (tiers?.includes(tier) ?? true),
  );
  return Math.max(1, ...meant.map((stage) => stage.expected));
}

/**
 * Whether `at` is a day on which the country is watched by the quarter of an hour: voting day to the last day of the
 * recapitulation. `daysBefore` opens it earlier, for counting a baseline.
 */
export const isCountingDay = (calendar: ElectionCalendar, at: Instant, daysBefore = 0): boolean =>
  calendar.elections.some(
    ({ votingDay, plenaryDay }) =>
      votingDay !== null &&
      plenaryDay !== null &&
      at >= startOfDay(votingDay, 'Asia/Jakarta') - daysBefore * dayMs &&
      at < startOfDay(plenaryDay, 'Asia/Jakarta') + dayMs,
  );
