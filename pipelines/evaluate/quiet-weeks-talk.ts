import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Platform } from '../../shared/domain/item.ts';
import type { Stance, TargetTone } from '../../shared/domain/labels.ts';
import { type Tier, tierOf } from '../../shared/domain/unit.ts';

export type Random = () => number;

/** What an item really is; the labels that the watch sees are read from it with errors. */
export type TalkKind = 'report' | 'blame' | 'spread' | 'question' | 'praise' | 'denial';
export type TalkMix = Readonly<Partial<Record<TalkKind, number>>>;

export interface TalkItem {
  issue: string;
  unit: string;
  at: Instant;
  kind: TalkKind;
  actor: string;
  outlet: boolean;
  repost: boolean;
  platform: Platform;
}

/** Poisson by Knuth below 30, by a rounded normal above. */
export function poisson(mean: number, random: Random): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** A gamma variate of mean 1 and shape ½, 1, 1½ …: sums of half χ². It makes a Poisson count over-dispersed. */
export function gammaOfMeanOne(shape: number, random: Random): number {
  let sum = 0;
  for (let halves = Math.round(shape * 2); halves > 0; halves -= 2) {
    const exponential = -Math.log(1 - random());
    if (halves >= 2) sum += exponential;
    else sum += exponential * Math.cos((Math.PI / 2) * random()) ** 2;
  }
  return sum / shape;
}

/** One key of a table of weights. */
export function pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>, random: Random): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left <= 0) return key;
  }
  return entries.at(-1)![0];
}

/** Items a day of quiet talk about KPU in a unit's area; a few busy cities have ten times the usual. */
const dailyMean: Record<Tier, number> = { regency: 5, province: 40, national: 500 };
/** Share of a day's talk by local hour: little at night, peaks at nine and at twenty. */
const hourShape = [3, 2, 1, 1, 2, 4, 6, 8, 10, 11, 10, 9, 9, 9, 9, 8, 8, 8, 9, 10, 11, 9, 7, 5];
const shapeSum = hourShape.reduce((a, b) => a + b, 0);

/** Quiet matters by what they are made of, and how often each kind occurs. */
const characters: Record<string, { weight: number; mix: TalkMix }> = {
  routine: { weight: 45, mix: { report: 85, praise: 8, question: 4, blame: 3 } },
  questions: { weight: 15, mix: { question: 65, report: 25, blame: 10 } },
  praise: { weight: 12, mix: { praise: 65, report: 30, blame: 5 } },
  grumble: { weight: 13, mix: { blame: 55, report: 30, question: 15 } },
  mixed: { weight: 15, mix: { report: 55, blame: 22, question: 13, praise: 10 } },
};
const characterWeights = Object.fromEntries(
  Object.entries(characters).map(([name, { weight }]) => [name, weight]),
);

interface LiveIssue {
  id: string;
  character: string;
  /** Chance weight of the next item; halved every few hours. */
  heat: number;
}

/** The quiet talk of one unit: over-dispersed by hour and by day, by night and week-end, in clumps about matters. */
export class QuietTalk {
  readonly #unit: string;
  readonly #mean: number;
  readonly #random: Random;
  #live: LiveIssue[] = [];
  #dayFactor = 1;
  #count = 0;

  constructor(unit: string, random: Random, factor = 1) {
    this.#unit = unit;
    this.#random = random;
    this.#mean = factor * dailyMean[tierOf(unit)] * (random() < 0.05 ? 10 : 0.4 + 1.2 * random());
  }

  /** Items of the hour that starts at `at` (UTC; the local hour is taken as UTC + 8). */
  hour(at: Instant): TalkItem[] {
    const random = this.#random;
    const local = new Date(at + 8 * hourMs);
    if (local.getUTCHours() === 0) this.#dayFactor = gammaOfMeanOne(1.5, random);
    const weekend = local.getUTCDay() % 6 === 0 ? 0.6 : 1;
    const share = hourShape[local.getUTCHours()]! / shapeSum;
    const rate = this.#mean * share * weekend * this.#dayFactor * gammaOfMeanOne(1, random);
    for (const issue of this.#live) issue.heat *= 0.85;
    this.#live = this.#live.filter((issue) => issue.heat > 0.05);
    return Array.from({ length: poisson(rate, random) }, () => this.#item(at));
  }

  #item(at: Instant): TalkItem {
    const random = this.#random;
    const issue = this.#issue();
    issue.heat = Math.min(4, issue.heat + 0.7);
    const { mix } = characters[issue.character]!;
    const outlet = random() < 0.3;
    // a tenth of what accounts write and a third of what newsrooms write are copies
    const repost = random() < (outlet ? 0.33 : 0.1);
    const people = tierOf(this.#unit) === 'regency' ? 60 : 600;
    const actor = outlet ? `media ${Math.floor(random() * 8)}` : `akun ${Math.floor(random() ** 2 * people)}`;
    const platform = outlet ? 'news' : random() < 0.5 ? 'facebook' : 'x';
    return {
      issue: issue.id,
      unit: this.#unit,
      at: at + Math.floor(random() * hourMs),
      kind: pick(mix, random),
      actor,
      outlet,
      repost,
      platform,
    };
  }

  /** Half of all items go on about a matter that is talked of already. */
  #issue(): LiveIssue {
    const total = this.#live.reduce((sum, issue) => sum + issue.heat, 0);
    let left = this.#random() * (total + Math.max(1, total));
    for (const issue of this.#live) {
      left -= issue.heat;
      if (left <= 0) return issue;
    }
    const id = `quiet ${this.#unit} ${this.#count++}`;
    const fresh = { id, character: pick(characterWeights, this.#random), heat: 0.3 };
    this.#live.push(fresh);
    return fresh;
  }
}

/**
 * What the models make of an item: a quarter of blame and of spread is missed, one in twelve reports is taken for
 * blame. The rates are those of a model with about 0.7 macro-F1.
 */
export function readLabels(kind: TalkKind, random: Random): { tone: TargetTone; stance: Stance } {
  const error = random();
  if (kind === 'blame') return { tone: error < 0.25 ? 'neutral' : 'negative', stance: 'none' };
  if (kind === 'spread') {
    return { tone: random() < 0.5 ? 'negative' : 'neutral', stance: error < 0.3 ? 'none' : 'menyebarkan' };
  }
  if (kind === 'question')
    return { tone: error < 0.1 ? 'negative' : 'neutral', stance: error < 0.3 ? 'none' : 'bertanya' };
  if (kind === 'praise')
    return { tone: error < 0.3 ? 'neutral' : error < 0.35 ? 'negative' : 'positive', stance: 'none' };
  if (kind === 'denial') return { tone: 'neutral', stance: error < 0.3 ? 'memberitakan' : 'membantah' };
  return { tone: error < 0.08 ? 'negative' : 'neutral', stance: error > 0.9 ? 'memberitakan' : 'none' };
}
