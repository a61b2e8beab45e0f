import { kindCount, kindsOf } from './kinds.ts';
import type { Vector } from './likeness.ts';
import { bundledMeanings } from './word-meanings.ts';

const { dims, rows, vectors } = bundledMeanings;

/** What texts say beside their very words: the company their words keep, and the kinds of things they speak of. */
export class Sense {
  readonly meaning = new Float32Array(dims);
  readonly kinds = new Float32Array(kindCount);
  texts = 0;

  add(other: Sense, sign: 1 | -1 = 1): void {
    this.texts += sign * other.texts;
    for (let d = 0; d < dims; d++) this.meaning[d]! += sign * other.meaning[d]!;
    for (let k = 0; k < kindCount; k++) this.kinds[k]! += sign * other.kinds[k]!;
  }
}

/** Texts that the prior stands for. Chosen: few, since what is common is learnt from relevant texts alone. */
const priorTexts = 20;

/** Reads the sense of texts and learns what is common to all of them, which tells no two matters apart. */
export class SenseReader {
  readonly #common = new Float32Array(dims);
  readonly #kindTexts = new Float32Array(kindCount);
  #texts = 0;

  /** The sense of one text by its weighted terms; both parts have length 1 where there is anything to say. */
  read(text: Vector): Sense {
    const sense = new Sense();
    sense.texts = 1;
    for (let i = 0; i < text.terms.length; i++) {
      const term = text.terms[i]!;
      const row = rows[term]!;
      if (row >= 0)
        for (let d = 0; d < dims; d++) sense.meaning[d]! += text.weights[i]! * vectors[row * dims + d]!;
      for (const kind of kindsOf(term)) sense.kinds[kind] = this.#kindWeight(kind);
    }
    toUnit(sense.meaning);
    toUnit(sense.kinds);
    return sense;
  }

  learn(sense: Sense): void {
    this.#texts++;
    for (let d = 0; d < dims; d++) this.#common[d]! += sense.meaning[d]!;
    for (let k = 0; k < kindCount; k++) if (sense.kinds[k]! > 0) this.#kindTexts[k]!++;
  }

  /** Cosine of what two senses mean apart from what all texts mean; -1 to 1. */
  meaningLikeness(a: Sense, b: Sense): number {
    if (a.texts === 0 || b.texts === 0) return 0;
    const [perA, perB, perText] = [1 / a.texts, 1 / b.texts, 1 / (this.#texts + priorTexts)];
    let [product, lengthA, lengthB] = [0, 0, 0];
    for (let d = 0; d < dims; d++) {
      const common = this.#common[d]! * perText;
      const x = a.meaning[d]! * perA - common;
      const y = b.meaning[d]! * perB - common;
      product += x * y;
      lengthA += x * x;
      lengthB += y * y;
    }
    return lengthA * lengthB === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
  }

  kindLikeness(a: Sense, b: Sense): number {
    let [product, lengthA, lengthB] = [0, 0, 0];
    for (let k = 0; k < kindCount; k++) {
      product += a.kinds[k]! * b.kinds[k]!;
      lengthA += a.kinds[k]! ** 2;
      lengthB += b.kinds[k]! ** 2;
    }
    return lengthA * lengthB === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
  }

  #kindWeight(kind: number): number {
    return Math.log((this.#texts + 2 * priorTexts) / (this.#kindTexts[kind]! + 2));
  }
}

function toUnit(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return;
  const factor = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
