import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Labels, Stance } from '../../shared/domain/labels.ts';
import { plainItem, plainLabels } from './plain-item.ts';
import { nearMisses, type PlantedMatter, plantedMatters } from './stream-matters.ts';

export interface StreamItem {
  item: LabelledItem;
  /** Name of the planted matter; null for background and near-misses. */
  matter: string | null;
}

export interface BackgroundOptions {
  /** Real or invented posts; used in turn, varied a little from the second round on. */
  background: readonly string[];
  backgroundItems: number;
  start: number;
  random: () => number;
}

export interface StreamOptions extends BackgroundOptions {
  nearMissItems: number;
  /** How often the enricher is taken to miss that an item is about KPU. */
  missedTargets: number;
  /** What is planted and the posts that share words with it; those of the links' first stream unless told. */
  matters?: readonly PlantedMatter[];
  misses?: readonly string[];
}

/** A reproducible source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Milliseconds over which background is spread. */
export const streamSpan = 12 * dayMs;

/** Twelve days of background with the planted matters, in time order; the same for the same options. */
export function makeStream(options: StreamOptions): StreamItem[] {
  const planted = (options.matters ?? plantedMatters).flatMap((matter) => plant(matter, options));
  const misses = options.misses ?? nearMisses;
  const noise = Array.from({ length: options.nearMissItems }, (_, i) =>
    backgroundItem(fill(pick(misses, options.random), options.random), `near-${i}`, options),
  );
  return inTimeOrder([...planted, ...noise, ...makeBackground(options)]);
}

/** Posts about none of the matters, evenly over twelve days; not in time order. */
export const makeBackground = (options: BackgroundOptions): StreamItem[] =>
  Array.from({ length: options.backgroundItems }, (_, i) =>
    backgroundItem(backgroundText(i, options), `post-${i}`, options),
  );

export const inTimeOrder = (stream: readonly StreamItem[]): StreamItem[] =>
  stream.toSorted((a, b) => a.item.publishedAt - b.item.publishedAt);

function backgroundText(i: number, { background, random }: BackgroundOptions): string {
  const text = background[i % background.length] ?? '';
  if (i < background.length) return text;
  // Later rounds: another post's words in place of a third, so that the background is no flood of copies.
  const other = background[Math.floor(random() * background.length)]!.split(' ');
  return text
    .split(' ')
    .map((word, at) => (random() < 0.34 ? (other[at % other.length] ?? word) : word))
    .join(' ');
}

const backgroundItem = (text: string, id: string, { start, random }: BackgroundOptions): StreamItem => ({
  item: plainItem({
    id,
    text,
    at: start + Math.floor(random() * streamSpan),
    author: `orang-${Math.floor(random() * 4000)}`,
  }),
  matter: null,
});

function plant(matter: PlantedMatter, options: StreamOptions): StreamItem[] {
  return Array.from({ length: matter.items }, (_, i) => {
    const { random } = options;
    const denies = matter.debunks !== undefined && i > 3 && random() < 0.15;
    const place = matter.places?.[i % matter.places.length] ?? null;
    const template = denies ? pick(matter.debunks!, random) : templateOf(matter, i, random);
    const text = garnish(fill(template.replaceAll('{place}', place?.[0] ?? ''), random), random, matter.kind);
    const at = options.start + timeOf(matter, i, random);
    const author = matter.kind === 'flood' ? `akun-banjir-${i % 2}` : `orang-${Math.floor(random() * 4000)}`;
    const named = place !== null && text.includes(place[0]) ? place[1] : null;
    const post = {
      id: `${matter.name}-${i}`,
      text,
      at,
      author,
      ...(matter.kind === 'syndicated' ? newsOf(matter, i, random) : {}),
    };
    return {
      item: plainItem(post, labelsOf(denies ? 'membantah' : 'none', named, options)),
      matter: matter.name,
    };
  });
}

const templateOf = (matter: PlantedMatter, i: number, random: () => number): string =>
  matter.kind === 'syndicated'
    ? matter.templates[1]!
    : matter.templates[i < 4 ? i % matter.templates.length : Math.floor(random() * matter.templates.length)]!;

const newsOf = (matter: PlantedMatter, i: number, random: () => number) => ({
  title: pick(matter.templates[0]!.split('|'), random),
  platform: 'news' as const,
  outlet: `Media ${i}`,
});

function labelsOf(
  stance: Stance,
  area: string | null,
  { random, missedTargets }: StreamOptions,
): Partial<Labels> {
  const isTarget = random() >= missedTargets;
  return {
    target: { ...plainLabels.target, value: isTarget },
    tone: { ...plainLabels.tone, value: isTarget ? 'neutral' : 'unrelated' },
    stance: { ...plainLabels.stance, value: stance },
    places: area === null ? [] : [{ code: area, from: 'text', words: [] }],
  };
}

/** Milliseconds after the stream's start: evenly for the slow rumour, else soon after the first one. */
function timeOf(matter: PlantedMatter, i: number, random: () => number): number {
  const span = matter.days * dayMs;
  if (matter.kind === 'slow') return matter.from * dayMs + (i / matter.items) * span + random() * 6 * hourMs;
  return matter.from * dayMs + Math.floor(random() ** 1.6 * span);
}

const openings = ['', '', '', 'Waduh. ', 'Teman-teman, ', 'Dari grup sebelah: ', 'Barusan baca, ', 'RT '];
const endings = ['', '', '', ' 😡', ' #pemilu2024', ' URL', ' gimana ini @USER', ' 🙏🙏', ' wkwk'];

function garnish(text: string, random: () => number, kind: PlantedMatter['kind']): string {
  if (kind === 'syndicated') return text;
  const loud = random() < 0.08 ? text.toUpperCase() : text;
  return `${pick(openings, random)}${loud}${pick(endings, random)}`;
}

/** Puts one of the choices for every `{a|b}`. */
export const fill = (template: string, random: () => number): string =>
  template.replaceAll(/\{([^{}]*)\}/g, (_, choices: string) => pick(choices.split('|'), random));

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;
