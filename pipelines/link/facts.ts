import { interactionsOf, platformSchema } from '../../shared/domain/item.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { stanceSchema, targetToneSchema, topicSchema } from '../../shared/domain/labels.ts';
import { hashText } from './hash-text.ts';
import { headlineOf } from './headline.ts';
import { isHeadlineList } from './headline-list.ts';
import { isAboutProcedure, isNearProcedure } from './procedure-words.ts';
import { float32, float64, Ring, uint8, uint16, uint32 } from './ring.ts';

const tones = targetToneSchema.options;
const stances = stanceSchema.options;
const topics = topicSchema.options;
const platforms = platformSchema.options;

/** What an issue's counts, spread, places and title need of one item. */
export interface Facts {
  tone: (typeof tones)[number];
  stance: (typeof stances)[number];
  topic: (typeof topics)[number];
  platform: (typeof platforms)[number];
  criticism: boolean;
  indicated: boolean;
  /** About KPU or the election's procedure: such items make issues, others only stories. */
  relevant: boolean;
  /** Perhaps so: by a word that campaigns use as well, or by a model that is not sure. It may join an issue, not open one. */
  near: boolean;
  /** It says so in plain words of the procedure, or a person said so. */
  procedural: boolean;
  interactions: number;
  followers: number;
  /** Hash of the author's name; 0 when unknown. */
  author: number;
  /** Not a private person: may be named as a key account. */
  outlet: string | null;
  /** At most three area codes, those of the text before the outlet's home. */
  areas: readonly string[];
  /** The text itself names them; an outlet's home says who reads it, not where a thing happened. */
  placed: boolean;
  /** The title or first sentence, cleaned, at most 110 characters. */
  headline: string;
  /** The headline is a news title rather than a post's first words. */
  titled: boolean;
  /** Headlines of different matters: about none of them. */
  isList: boolean;
}

export function factsOf(item: LabelledItem): Facts {
  const { labels } = item;
  const isList = isHeadlineList(item.title === null ? item.text : `${item.title}\n${item.text}`);
  const procedural = !isList && isProcedural(item);
  const fromText = labels.places.filter((place) => place.from === 'text');
  return {
    tone: labels.tone.value,
    stance: labels.stance.value,
    topic: labels.topic.value,
    platform: item.platform,
    criticism: labels.criticism.value,
    indicated: labels.indication.raised,
    relevant: procedural || (!isList && isSureTarget(item)),
    near: !isList && isNear(item),
    procedural,
    interactions: interactionsOf(item.metrics),
    followers: item.metrics.followers,
    author: item.author === null ? 0 : hashText(item.author),
    outlet: item.outlet,
    placed: fromText.length > 0,
    areas: (fromText.length > 0 ? fromText : labels.places).slice(0, 3).map((place) => place.code),
    headline: headlineOf(item.title, item.text),
    titled: item.title !== null,
    isList,
  };
}

/**
 * A target that the machine is less sure of makes no issue by itself: in chatter about candidates one post in ten is
 * taken for one about KPU at a confidence of 0.55 to 0.85, which would flood the feed (measured).
 */
const sureTarget = 0.85;
/**
 * Words of an election, without which one word of evidence is too little: "surat undangan rapat" is no invitation to
 * vote, however sure the model is.
 */
const electionPattern =
  /pemilu|pilkada|pilpres|pileg|pilgub|pilbup|pilwal|pilih|coblos|suara|petugas|panitia|kpu/i;
const leastEvidence = 2;
/** A cheer of a few words ("mantap pak") says too little to know of whom. */
const leastTargetWords = 6;

/** In plain words of the procedure, unless a person said what it is about. */
function isProcedural({ labels, title, text }: LabelledItem): boolean {
  if (labels.target.by === 'person') return labels.target.value;
  return isAboutProcedure(title === null ? text : `${title}\n${text}`);
}

function isNear({ labels, text }: LabelledItem): boolean {
  if (labels.target.by === 'person') return labels.target.value;
  return labels.target.value || isNearProcedure(text);
}

function isSureTarget({ labels, text }: LabelledItem): boolean {
  const { value, confidence, by, words } = labels.target;
  if (!value || by === 'person' || confidence < sureTarget) return false;
  if (words.length < leastEvidence && !electionPattern.test(text.slice(0, 400))) return false;
  return text.slice(0, 400).split(/\s+/).length >= leastTargetWords;
}

const columns = {
  packed: uint32,
  interactions: float32,
  followers: float32,
  author: uint32,
  outlet: uint16,
  area0: uint16,
  area1: uint16,
  area2: uint16,
  from: float64,
  length: uint8,
};

/** Facts of the open items in about 50 bytes each and the headline's; positions are the window's. */
export class FactStore {
  readonly #rows = new Ring(columns, 4096);
  readonly #bytes = new Ring({ byte: uint8 }, 4096 * 64);
  readonly #outlets: string[] = [];
  readonly #outletNumbers = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  add(facts: Facts): void {
    this.#rows.reserve(1);
    const slot = this.#rows.high++ & this.#rows.mask;
    const to = this.#rows.columns;
    to.packed[slot] = pack(facts);
    to.interactions[slot] = facts.interactions;
    to.followers[slot] = facts.followers;
    to.author[slot] = facts.author;
    to.outlet[slot] = this.#outletNumber(facts.outlet);
    to.area0[slot] = areaNumber(facts.areas[0]);
    to.area1[slot] = areaNumber(facts.areas[1]);
    to.area2[slot] = areaNumber(facts.areas[2]);
    const bytes = this.#encoder.encode(facts.headline).subarray(0, 255);
    this.#bytes.reserve(bytes.length);
    to.from[slot] = this.#bytes.high;
    to.length[slot] = bytes.length;
    for (const byte of bytes) this.#bytes.columns.byte[this.#bytes.high++ & this.#bytes.mask] = byte;
  }

  at(position: number): Facts {
    const from = this.#rows.columns;
    const slot = position & this.#rows.mask;
    const areas = [from.area0[slot]!, from.area1[slot]!, from.area2[slot]!];
    return {
      ...unpack(from.packed[slot]!),
      interactions: from.interactions[slot]!,
      followers: from.followers[slot]!,
      author: from.author[slot]!,
      outlet: this.#outlets[from.outlet[slot]! - 1] ?? null,
      areas: areas.filter((area) => area > 0).map(areaCode),
      headline: this.#headline(from.from[slot]!, from.length[slot]!),
    };
  }

  /** As `at(position).isList`, and nothing else is read. */
  isList(position: number): boolean {
    return (this.#rows.columns.packed[position & this.#rows.mask]! & listFlag) !== 0;
  }

  evictBefore(low: number): void {
    this.#rows.low = low;
    this.#bytes.low =
      low < this.#rows.high ? this.#rows.columns.from[low & this.#rows.mask]! : this.#bytes.high;
  }

  #headline(from: number, length: number): string {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = this.#bytes.columns.byte[(from + i) & this.#bytes.mask]!;
    return this.#decoder.decode(bytes);
  }

  #outletNumber(outlet: string | null): number {
    if (outlet === null) return 0;
    const known = this.#outletNumbers.get(outlet);
    if (known !== undefined) return known;
    // 65,535 outlets are more than the country has; beyond that an outlet stays unnamed.
    if (this.#outlets.length >= 65_535) return 0;
    this.#outlets.push(outlet);
    this.#outletNumbers.set(outlet, this.#outlets.length);
    return this.#outlets.length;
  }
}

/** `32.01` as 3201, `32` as 32; 0 for none. */
const areaNumber = (code: string | undefined): number =>
  code === undefined ? 0 : Number(code.replace('.', ''));
const areaCode = (area: number): string =>
  area < 100 ? String(area) : `${String(area).slice(0, 2)}.${String(area).slice(2)}`;

const listFlag = 128 << 24;

function pack(facts: Facts): number {
  const flags =
    (facts.criticism ? 1 : 0) |
    (facts.indicated ? 2 : 0) |
    (facts.relevant ? 4 : 0) |
    (facts.titled ? 8 : 0) |
    (facts.procedural ? 16 : 0) |
    (facts.placed ? 32 : 0) |
    (facts.near ? 64 : 0) |
    (facts.isList ? 128 : 0);
  return (
    tones.indexOf(facts.tone) |
    (stances.indexOf(facts.stance) << 4) |
    (topics.indexOf(facts.topic) << 8) |
    (platforms.indexOf(facts.platform) << 16) |
    (flags << 24)
  );
}

type Packed = Pick<
  Facts,
  | 'tone'
  | 'stance'
  | 'topic'
  | 'platform'
  | 'criticism'
  | 'indicated'
  | 'relevant'
  | 'near'
  | 'procedural'
  | 'titled'
  | 'placed'
  | 'isList'
>;
function unpack(packed: number): Packed {
  return {
    tone: tones[packed & 15]!,
    stance: stances[(packed >> 4) & 15]!,
    topic: topics[(packed >> 8) & 255]!,
    platform: platforms[(packed >> 16) & 255]!,
    criticism: ((packed >> 24) & 1) === 1,
    indicated: ((packed >> 24) & 2) === 2,
    relevant: ((packed >> 24) & 4) === 4,
    titled: ((packed >> 24) & 8) === 8,
    procedural: ((packed >> 24) & 16) === 16,
    placed: ((packed >> 24) & 32) === 32,
    near: ((packed >> 24) & 64) === 64,
    isList: (packed & listFlag) !== 0,
  };
}
