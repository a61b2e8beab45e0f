import type { Facts } from './facts.ts';
import { cosine, type Vector } from './likeness.ts';
import { untitled } from './untold.ts';

/** Headlines kept per issue to choose title, summary and sentences from. Chosen: a dozen covers every tone. */
const kept = 16;
/** A news title is written to be a title; a post's first words are not. */
const titledBonus = 0.15;
/** Shorter than this says too little, in characters. */
const shortHeadline = 30;
/** A title is chosen again when an issue has grown to these many unique items, so that it stays stable between. */
const retitleAt: readonly number[] = [2, 4, 10, 30, 100];
/** Sentences per tone that are shown. */
const perTone = 3;

interface Line {
  text: string;
  tone: Facts['tone'];
  titled: boolean;
  vector: Vector;
  score: number;
}

/** What an issue is called and says, taken from its items' own headlines. */
export class Digest {
  #lines: Line[] = [];
  #title: string;
  /** A title that was there before stays. */
  readonly #isGiven: boolean;
  #unique = 0;

  constructor(title = '') {
    this.#title = title;
    this.#isGiven = title !== '';
  }

  /** Considers a unique item's headline; `whole` is the matter's profile. */
  add(facts: Facts, vector: Vector, whole: Vector): void {
    this.#unique++;
    if (facts.headline === '' || this.#lines.some((line) => line.text === facts.headline)) return;
    this.#lines.push({ text: facts.headline, tone: facts.tone, titled: facts.titled, vector, score: 0 });
    if (this.#lines.length >= 2 * kept || retitleAt.includes(this.#unique) || this.#title === '')
      this.#rank(whole);
  }

  #rank(whole: Vector): void {
    for (const line of this.#lines) {
      line.score =
        cosine(line.vector, whole) +
        (line.titled ? titledBonus : 0) -
        (line.text.length < shortHeadline ? titledBonus : 0);
    }
    this.#lines.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
    this.#lines.length = Math.min(this.#lines.length, kept);
    if (this.#isGiven) return;
    if (retitleAt.includes(this.#unique) || this.#title === '') this.#title = this.#lines[0]?.text ?? '';
  }

  title(): string {
    return this.#title === '' ? untitled : this.#title;
  }

  /** The title's line and up to two further ones that say something else. */
  summary(): string {
    const chosen = this.#lines.filter((line) => line.text === this.#title).slice(0, 1);
    for (const line of this.#lines.slice(0, kept)) {
      if (chosen.length === 3) break;
      if (chosen.every((other) => other !== line && cosine(other.vector, line.vector) < 0.7))
        chosen.push(line);
    }
    return chosen.map((line) => (/[.!?…]$/.test(line.text) ? line.text : `${line.text}.`)).join(' ');
  }

  sentences(): { positive: string[]; neutral: string[]; negative: string[] } {
    const of = (tone: Facts['tone']): string[] =>
      this.#lines
        .filter((line) => line.tone === tone)
        .slice(0, perTone)
        .map((line) => line.text);
    return { positive: of('positive'), neutral: of('neutral'), negative: of('negative') };
  }
}
