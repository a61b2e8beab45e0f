import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Week } from './random-week.contract.ts';
import { platformNames, topicNames } from './say.ts';

/** What a row is found by, its first cells, and its numbers in the order of the columns. */
export interface CountedRow {
  name: string[];
  values: (number | null)[];
}
export interface Recount {
  figures: Record<string, number | null>;
  tables: Record<string, CountedRow[]>;
  sentences(say: (value: number | null, type: string) => string): string[];
}

const hours = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
const hour = 3_600_000;
type Items = readonly IndexedItem[];

const tone = (items: Items, value: string): number =>
  items.filter((item) => item.duplicateOf === null && item.labels.tone.value === value).length;
const scores = (items: Items): number[] => [
  ...Array<number>(tone(items, 'positive')).fill(1),
  ...Array<number>(tone(items, 'neutral')).fill(0),
  ...Array<number>(tone(items, 'negative')).fill(-1),
];
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
/** Hidden below thirty; the interval by the plain definition of a mean's standard error. */
function net(items: Items): { value: number; low: number; high: number } | null {
  const values = scores(items);
  if (values.length < 30) return null;
  const middle = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) / values.length);
  return {
    value: 100 * middle,
    low: 100 * (middle - 1.959964 * spread),
    high: 100 * (middle + 1.959964 * spread),
  };
}
const negative = (items: Items): number | null =>
  scores(items).length < 30 ? null : tone(items, 'negative') / scores(items).length;
const uniqueOf = (items: Items): Items => items.filter(({ duplicateOf }) => duplicateOf === null);
const stance = (items: Items, value: string): number =>
  items.filter(({ labels }) => labels.stance.value === value).length;

/** The seven numbers of every table of counts. */
function counts(items: Items): (number | null)[] {
  const value = net(items)?.value;
  return [
    items.length,
    uniqueOf(items).length,
    tone(items, 'positive'),
    tone(items, 'neutral'),
    tone(items, 'negative'),
    value === undefined ? null : Math.round(value * 10) / 10,
    negative(items),
  ];
}
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const rank = (values: readonly number[], share: number): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;

/** Everything the opinion map of a unit shows, from the items alone and by no code of the program. */
export function recount(week: Week, code: string): Recount {
  const { span, zone } = week;
  const inUnit = (area: string) => code === 'RI' || area === code || area.startsWith(`${code}.`);
  const scoped = week.items.filter(
    ({ labels }) => code === 'RI' || labels.places.some((place) => inUnit(place.code)),
  );
  const about = scoped.filter(({ labels }) => labels.target.value);
  const now = about.filter(({ publishedAt }) => publishedAt >= span.from && publishedAt < span.to);
  const before = about.filter(({ publishedAt }) => publishedAt < span.from);
  const dayOf = ({ publishedAt }: IndexedItem) => new Date(publishedAt + hours[zone] * hour).toISOString();
  const group = (items: Items, key: (item: IndexedItem) => string | null, name = (one: string) => one) =>
    distinct(items.map(key)).flatMap((one) =>
      one === null ? [] : [{ name: [name(one)], values: counts(items.filter((item) => key(item) === one)) }],
    );

  // issue 2 stands under issue 1, issue 5 was over before the week
  const family: Record<string, string[]> = {
    'issue-001': ['issue-001', 'issue-002'],
    'issue-003': ['issue-003'],
    'issue-004': ['issue-004'],
  };
  const issues = week.issues.filter(({ id, unit }) => id in family && inUnit(unit));
  const of = (id: string, items: Items = now) =>
    items.filter(({ issueId }) => family[id]!.includes(issueId ?? ''));
  const hoaxes = issues.filter(({ verdict }) => verdict === 'salah' || verdict === 'menyesatkan');
  const content = hoaxes.reduce((sum, { id }) => sum + stance(of(id), 'menyebarkan'), 0);

  const days = Array.from({ length: 7 }, (_, n) => span.from + n * 24 * hour);
  const dayText = (at: number) => new Date(at + hours[zone] * hour).toISOString().slice(0, 10);
  const regionOf = (area: string) =>
    code === 'RI' ? area.slice(0, 2) : code.length === 2 && area.startsWith(`${code}.`) ? area : null;
  const regions = distinct(
    now.flatMap(({ labels }) => labels.places.map((place) => regionOf(place.code))),
  ).filter((one) => one !== null);
  const areaName = (area: string) => areas.find((one) => one.code === area)!.name;
  const roles = now.flatMap(({ labels }) => labels.entities.map(({ name }) => name));

  const took = (id: string, step: string): number | null => {
    const first = week.issues.find((issue) => issue.id === id)!.firstAt;
    const reached = { triaged: ['triaged', 'published'], holding: [], clarified: ['published'] }[step]!;
    const entry = week.audit.find(
      ({ subject, after }) => subject === id && reached.includes((after as { state: string }).state as never),
    );
    return entry ? entry.at - first : null;
  };
  const minutes = (value: number | null) => (value === null ? null : Math.round(value / 60_000));
  const steps = [
    ['triaged', 'Pemilahan'],
    ['holding', 'Pernyataan sementara'],
    ['clarified', 'Klarifikasi'],
  ] as const;
  const levels = distinct(issues.map(({ risk }) => risk.level));
  const response = levels.flatMap((level) =>
    steps.map(([step, label]) => {
      const own = issues.filter(({ risk }) => risk.level === level);
      const done = own.flatMap(({ id }) => took(id, step) ?? []);
      return {
        name: [level, label],
        values: [own.length, done.length, minutes(rank(done, 0.5)), minutes(rank(done, 0.9))],
      };
    }),
  );
  const published = issues.filter(({ id }) => took(id, 'clarified') !== null);
  const clarifications = published.map(({ id, number, firstAt }) => {
    const at = firstAt + took(id, 'clarified')!;
    const all = of(id, scoped);
    const within = (from: number, to: number) =>
      all.filter(({ publishedAt }) => publishedAt >= at + from * hour && publishedAt < at + to * hour);
    const share = (items: Items) => (items.length < 30 ? null : stance(items, 'membantah') / items.length);
    return {
      name: [number],
      values: [
        share(within(0, 24)),
        share(within(0, 72)),
        within(-72, 0).length,
        within(0, 72).length,
        net(within(-72, 0))?.value ?? null,
        net(within(0, 72))?.value ?? null,
      ],
    };
  });
  const clarified = published.map(({ id }) => took(id, 'clarified')!);

  const byHour = Array.from({ length: 24 }, (_, n) =>
    now.filter((item) => Number(dayOf(item).slice(11, 13)) === n),
  );
  const peak = byHour.toSorted((a, b) => b.length - a.length)[0]!.length;
  const peakHour = String(byHour.findIndex((items) => items.length === peak)).padStart(2, '0');
  const week0 = scoped.filter(({ publishedAt }) => publishedAt >= span.from && publishedAt < span.to);
  const tables: Recount['tables'] = {
    volume: days.map((at) => {
      const on = (items: Items, day: string) => items.filter((item) => dayOf(item).startsWith(day));
      return {
        name: [dayText(at)],
        values: [...counts(on(now, dayText(at))), on(before, dayText(at - 7 * 24 * hour)).length],
      };
    }),
    topics: group(
      now,
      ({ labels }) => labels.topic.value,
      (one) => topicNames[one]!,
    ),
    platforms: group(
      now,
      ({ platform }) => platform,
      (one) => platformNames[one]!,
    ),
    outlets: distinct(now.flatMap(({ outlet }) => outlet ?? [])).map((outlet) => {
      const own = now.filter((item) => item.outlet === outlet);
      const stories = distinct(own.flatMap(({ storyId }) => storyId ?? []));
      return {
        name: [outlet],
        values: [stories.length, own.length, uniqueOf(own).length, tone(own, 'negative')],
      };
    }),
    quoted: distinct(roles).map((role) => ({
      name: [role],
      values: [roles.filter((one) => one === role).length],
    })),
    issues: issues.map(({ id, number, risk }) => {
      const own = of(id);
      return { name: [number], values: [risk.score, own.length, uniqueOf(own).length, negative(own)] };
    }),
    hoaxes: issues.map(({ id, number }) => ({
      name: [number],
      values: ['menyebarkan', 'membantah', 'bertanya', 'memberitakan'].map((one) => stance(of(id), one)),
    })),
    response,
    clarifications,
  };
  if (code.length === 2)
    tables['region'] = regions.map((region) => ({
      name: [areaName(region)],
      values: counts(
        now.filter(({ labels }) => labels.places.some((place) => regionOf(place.code) === region)),
      ),
    }));
  const tones = net(now)!;
  return {
    figures: {
      items: now.length,
      unique: uniqueOf(now).length,
      change: now.length / before.length - 1,
      netTone: tones.value,
      negativeShare: negative(now),
      issues: issues.length,
      highRisk: issues.filter(({ risk }) => risk.level === 'tinggi' || risk.level === 'kritis').length,
      hoaxIssues: hoaxes.length,
      hoaxContent: content,
      alerts: week.alerts.filter(
        ({ push, at, unit }) => push && at >= span.from && at < span.to && inUnit(unit),
      ).length,
      clarified: minutes(rank(clarified, 0.5)),
    },
    tables,
    sentences: (say) => {
      const n = (value: number) => say(value, 'integer');
      const signed = (value: number) => `${value > 0 ? '+' : ''}${say(value, 'decimal')}`;
      return [
        `${n(now.length)} unggahan tentang KPU atau unit, ${n(uniqueOf(now).length)} di antaranya unik, dalam ${n(distinct(now.flatMap(({ storyId }) => storyId ?? [])).length)} cerita. Periode sebelumnya ${n(before.length)} unggahan`,
        `Jam teramai pukul ${peakHour}.00–${peakHour}.59 dengan ${n(peak)} unggahan (${say(peak / now.length, 'share')})`,
        `selang 95% ${signed(tones.low)} sampai ${signed(tones.high)}, n = ${n(scores(now).length)}`,
        `${say(negative(now), 'share')} unggahan unik bernada negatif`,
        `${n(hoaxes.length)} isu divonis salah atau menyesatkan`,
        `dengan ${n(content)} unggahan yang menyebarkannya`,
        `${n(uniqueOf(now).filter(({ labels }) => labels.indication.raised).length)} unggahan unik diberi indikasi`,
        `${issues.length} isu berlangsung pada periode ini`,
        `${n(week0.length)} unggahan terkumpul, ${n(week0.length - now.length)} di antaranya tidak menyangkut`,
        `Mesin ragu pada ${say(uniqueOf(now).filter(({ labels }) => labels.tone.needsReview).length / uniqueOf(now).length, 'share')} unggahan unik`,
      ];
    },
  };
}
