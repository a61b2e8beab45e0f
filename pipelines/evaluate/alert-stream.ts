import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { nationalUnit, parentOf, type Tier, tierOf } from '../../shared/domain/unit.ts';
import type { StreamItem } from './stream.ts';
import { type PlantedMatter, plantedMatters } from './stream-matters.ts';

/** How a planted matter breaks out in a stream that measures alerts: at which hour of which day, how long, how many. */
interface Outbreak {
  name: string;
  from: number;
  hours: number;
  items: number;
  /** Whether somebody must be woken as soon as the tier's minimum is reached. */
  alarm: boolean;
}

/**
 * Crises of each tier by day, in the evening and at night, and beside them what must wake nobody: a slow rumour, a flood
 * by two accounts, a syndicated story, a wave of questions and one of praise, each as large as the crises.
 */
const outbreaks: readonly Outbreak[] = [
  { name: 'containers', from: 1 + 8.4 / 24, hours: 8, items: 190, alarm: true },
  { name: 'honoraria', from: 2 + 9.2 / 24, hours: 9, items: 110, alarm: true },
  { name: 'dead-on-roll', from: 3 + 18.7 / 24, hours: 16, items: 60, alarm: true },
  { name: 'flooded-store', from: 6 + 1.3 / 24, hours: 14, items: 120, alarm: true },
  { name: 'sirekap-mismatch', from: 8 + 12.6 / 24, hours: 8, items: 180, alarm: true },
  { name: 'no-invitation', from: 0.2, hours: 11 * 24, items: 22, alarm: false },
  { name: 'server-flood', from: 4 + 10.2 / 24, hours: 20, items: 160, alarm: false },
  { name: 'damaged-ballots', from: 3 + 7.5 / 24, hours: 10, items: 40, alarm: false },
  { name: 'moving-vote', from: 5 + 9.5 / 24, hours: 12, items: 90, alarm: false },
  { name: 'carried-voter', from: 7 + 11.1 / 24, hours: 12, items: 70, alarm: false },
];

export const alertMatters: readonly PlantedMatter[] = outbreaks.map(({ name, from, hours, items }) => {
  const matter = plantedMatters.find((one) => one.name === name)!;
  return { ...matter, from, days: hours / 24, items };
});

/** The unit a matter is about: its regency, the province of several, else the country. */
function unitOf({ places = [] }: PlantedMatter): string {
  const codes = [...new Set(places.map(([, code]) => code))];
  if (codes.length === 1) return codes[0]!;
  const provinces = new Set(codes.map((code) => parentOf(code) ?? nationalUnit));
  return provinces.size === 1 ? [...provinces][0]! : nationalUnit;
}

/** The start of the first hour with at least `minimum` items by at least three accounts; null when there is none. */
function dueHourOf(items: readonly StreamItem[], minimum: number): Instant | null {
  const hours = Map.groupBy(items, ({ item }) => Math.floor(item.publishedAt / hourMs) * hourMs);
  const due = [...hours].filter(
    ([, inHour]) =>
      inHour.length >= minimum && new Set(inHour.map(({ item }) => item.outlet ?? item.author)).size >= 3,
  );
  return due.length === 0 ? null : Math.min(...due.map(([hour]) => hour));
}

/** One alert as the export tells it: `matter` is the planted one that most items of its issue belong to. */
export interface ReplayedAlert {
  matter: string | null;
  at: Instant;
  rule: string;
  push: boolean;
  unit: string;
}

export interface MatterAlerts {
  matter: string;
  tier: Tier;
  items: number;
  /** Somebody must be woken, and the first hour in which that is due; null when nobody must. */
  dueAt: Instant | null;
  firstPushAt: Instant | null;
  /** From the start of the first due hour to the first push. */
  delayMinutes: number | null;
  /** Wakings; that it is over wakes nobody who was not woken before. */
  pushes: number;
  /** Pushed within two hours of the first due hour, or rightly never. */
  right: boolean;
}

const graceMs = 2 * hourMs;

/** Scores the alerts of a replayed stream, matter by matter. */
export function scoreAlerts(
  stream: readonly StreamItem[],
  alerts: readonly ReplayedAlert[],
  minimumCount: Readonly<Record<Tier, number>>,
): { matters: MatterAlerts[]; background: ReplayedAlert[] } {
  const wakes = alerts.filter(({ push, rule }) => push && rule !== 'recovered');
  const matters = alertMatters.map((matter): MatterAlerts => {
    const items = stream.filter((one) => one.matter === matter.name);
    const tier = tierOf(unitOf(matter));
    const { alarm } = outbreaks.find(({ name }) => name === matter.name)!;
    const dueAt = alarm ? dueHourOf(items, minimumCount[tier]) : null;
    const pushed = wakes.filter((alert) => alert.matter === matter.name);
    const firstPushAt = pushed.length === 0 ? null : Math.min(...pushed.map((alert) => alert.at));
    const delayMinutes =
      dueAt === null || firstPushAt === null ? null : Math.round((firstPushAt - dueAt) / 60_000);
    const inTime = dueAt !== null && firstPushAt !== null && firstPushAt <= dueAt + graceMs;
    return {
      matter: matter.name,
      tier,
      items: items.length,
      dueAt,
      firstPushAt,
      delayMinutes,
      pushes: pushed.length,
      right: dueAt === null ? pushed.length === 0 : inTime,
    };
  });
  return { matters, background: wakes.filter(({ matter }) => matter === null) };
}
