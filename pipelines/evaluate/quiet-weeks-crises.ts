import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { tierOf } from '../../shared/domain/unit.ts';
import type { SpikeSettings } from '../watch/settings.ts';
import { pick, poisson, type Random, type TalkItem, type TalkMix } from './quiet-weeks-talk.ts';

/** How a crisis goes: items an hour in multiples of the tier's minimum count, and what they are. */
interface CrisisShape {
  hourly: readonly number[];
  mix: TalkMix;
  outletShare: number;
  repostShare: number;
  /** Local hour at which it begins; null for any. */
  localHour: number | null;
}

const blame: TalkMix = { blame: 65, report: 20, question: 15 };
const hoax: TalkMix = { spread: 70, question: 15, denial: 15 };
const shape = (hourly: readonly number[], mix: TalkMix, some: Partial<CrisisShape> = {}): CrisisShape => ({
  hourly,
  mix,
  outletShare: 0.1,
  repostShare: 0.2,
  localHour: null,
  ...some,
});

export const crisisShapes = {
  burst: shape([3, 2.5, 1.5, 1, 0.6, 0.4, 0.3, 0.2], blame),
  ramp: shape([0.1, 0.15, 0.25, 0.4, 0.6, 0.9, 1.4, 2, 3, 3, 2, 1.5, 1], blame),
  step: shape(Array<number>(14).fill(1.4), blame),
  copies: shape([0.6, 1.5, 2.5, 2, 1.5, 1, 0.8, 0.5], hoax, { repostShare: 0.8, outletShare: 0.05 }),
  night: shape([1.6, 1.4, 1, 0.7, 0.5, 0.4, 0.8, 1.2], blame, { localHour: 1 }),
  news_led: shape([1.8, 2, 2, 1.5, 1], { report: 45, blame: 45, question: 10 }, { outletShare: 0.4 }),
  mixed: shape([1.5, 1.8, 1.8, 1.2, 1], { report: 45, blame: 35, question: 12, denial: 8 }),
  waves: shape([1.3, 1, 0.4, 0.1, 0, 0, 0, 0, 0, 0, 1.6, 2.2, 1.2, 0.5], hoax),
} as const satisfies Record<string, CrisisShape>;
export type CrisisShapeName = keyof typeof crisisShapes;

export interface Crisis {
  id: string;
  unit: string;
  shape: CrisisShapeName;
  items: TalkItem[];
  /** Outbreak; talk of the matter may be older. */
  startAt: Instant;
  /** Start of the first hour with the tier's minimum of voices by at least three publishers; null when none has. */
  dueHourAt: Instant | null;
}

function itemsOf(
  id: string,
  unit: string,
  spec: CrisisShape,
  startAt: Instant,
  minimum: number,
  random: Random,
): TalkItem[] {
  return spec.hourly.flatMap((multiple, hour) =>
    Array.from({ length: poisson(multiple * minimum, random) }, (): TalkItem => {
      const outlet = random() < spec.outletShare;
      const repost = random() < spec.repostShare;
      const actor = outlet
        ? `media ${Math.floor(random() * 40)}`
        : `akun krisis ${Math.floor(random() * 500)}`;
      const platform = outlet ? 'news' : pick({ x: 4, facebook: 3, tiktok: 2, whatsapp: 1 } as const, random);
      const at = startAt + hour * hourMs + Math.floor(random() * hourMs);
      return { issue: id, unit, at, kind: pick(spec.mix, random), actor, outlet, repost, platform };
    }),
  );
}

/** Hours of quiet talk before the outbreak, and its rate as a share of the minimum count an hour. */
const forerunHours = 240;
const forerunRate = 0.08;
const forerunMix: TalkMix = { report: 70, question: 15, blame: 15 };

/** Every third crisis breaks out in a matter that has been talked of for ten days; the others are new. */
function forerunOf(id: string, unit: string, startAt: Instant, minimum: number, random: Random): TalkItem[] {
  const hours = Array.from({ length: forerunHours }, (_, hour) => startAt - (hour + 1) * hourMs);
  return hours.flatMap((hour) =>
    Array.from({ length: poisson(forerunRate * minimum, random) }, (): TalkItem => {
      const actor = `akun ${Math.floor(random() * 60)}`;
      const at = hour + Math.floor(random() * hourMs);
      return {
        issue: id,
        unit,
        at,
        kind: pick(forerunMix, random),
        actor,
        outlet: false,
        repost: false,
        platform: 'x',
      };
    }),
  );
}

/** Hours are the series' own, so a crisis that starts mid-hour is due in the hour that holds enough of it. */
function dueHour(items: readonly TalkItem[], minimum: number, actors: number): Instant | null {
  const hours = new Map<Instant, { voices: number; actors: Set<string> }>();
  for (const item of items) {
    const hour = Math.floor(item.at / hourMs) * hourMs;
    const seen = hours.get(hour) ?? { voices: 0, actors: new Set<string>() };
    hours.set(hour, seen);
    seen.actors.add(item.actor);
    if (!(item.outlet && item.repost)) seen.voices += 1;
  }
  const due = [...hours].filter(([, seen]) => seen.voices >= minimum && seen.actors.size >= actors);
  return due.length === 0 ? null : Math.min(...due.map(([hour]) => hour));
}

/** Crises of all shapes in turn: six in ten in regencies, a quarter in provinces, the rest with KPU RI. */
export function plantCrises(
  count: number,
  units: readonly string[],
  span: { from: Instant; to: Instant },
  settings: SpikeSettings,
  random: Random,
): Crisis[] {
  const names = Object.keys(crisisShapes) as CrisisShapeName[];
  return Array.from({ length: count }, (_, index): Crisis => {
    const tier = pick({ regency: 60, province: 25, national: 15 } as const, random);
    const fitting = units.filter((unit) => tierOf(unit) === tier);
    const unit = fitting[Math.floor(random() * fitting.length)] ?? units[0]!;
    const name = names[index % names.length]!;
    const spec: CrisisShape = crisisShapes[name];
    const hours = Math.floor((span.to - span.from) / hourMs) - 24;
    let startAt = span.from + Math.floor(random() * hours) * hourMs + Math.floor(random() * hourMs);
    if (spec.localHour !== null) {
      const local = new Date(startAt + 8 * hourMs).getUTCHours();
      startAt += ((spec.localHour - local + 24) % 24) * hourMs;
    }
    const id = `crisis ${index}`;
    const minimum = settings.minimumCount[tierOf(unit)];
    const outbreak = itemsOf(id, unit, spec, startAt, minimum, random);
    const forerun = index % 3 === 0 ? forerunOf(id, unit, startAt, minimum, random) : [];
    const items = [...forerun, ...outbreak];
    return {
      id,
      unit,
      shape: name,
      items,
      startAt,
      dueHourAt: dueHour(items, minimum, settings.minimumActors),
    };
  });
}
