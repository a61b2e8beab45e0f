import type { Facts } from './facts.ts';
import { kinScore, type PlaceSettings, type Side } from './kin.ts';
import { leaningOfItem, leaningOfMatter } from './kinship.ts';
import type { Vector } from './likeness.ts';
import { type Matter, regencyOf } from './matter.ts';
import type { OpenWindow, Position } from './open-window.ts';
import { PlaceRarity } from './place-rarity.ts';
import { SenseReader } from './sense.ts';

/** Lone items that are compared with what comes later. Chosen: three days of a unit's; the cost stays flat beyond. */
const mostLone = 500;

/** A text as it is compared: where it stands, when, with what facts and words. */
export interface Told {
  position: Position;
  at: number;
  facts: Facts;
  vector: Vector;
}

/** Compares lone items and matters by all that speaks for kinship, and keeps the lone ones that may yet belong somewhere. */
export class KinFinder {
  readonly #window: OpenWindow;
  readonly #places: PlaceSettings;
  readonly #senses = new SenseReader();
  readonly #rarity = new PlaceRarity();
  /** Oldest first. */
  readonly #lone = new Map<Position, Side>();

  constructor(window: OpenWindow, settings: PlaceSettings) {
    this.#window = window;
    this.#places = settings;
  }

  sideOfItem({ at, facts, vector }: Told): Side {
    return {
      words: vector,
      sense: this.#senses.read(vector),
      leaning: leaningOfItem(facts),
      firstAt: at,
      lastAt: at,
    };
  }

  /** @param lastAt of the matter that it speaks for now */
  sideOfMatter(matter: Matter, lastAt = matter.lastAt): Side {
    return {
      words: matter.profile.vector(),
      sense: matter.sense,
      leaning: leaningOfMatter(matter),
      firstAt: matter.firstAt,
      lastAt,
    };
  }

  score(a: Side, b: Side): number {
    return kinScore(a, b, this.#senses, this.#rarity, this.#places);
  }

  /** Adds a text to the sense of a matter or takes it out. */
  change(matter: Matter, vector: Vector, sign: 1 | -1): void {
    matter.sense.add(this.#senses.read(vector), sign);
  }

  /**
   * What is common to all texts about KPU, and how much each regency has of them.
   * @param foundsStory the text is the first of its story
   */
  learn({ at, facts, vector }: Told, foundsStory: boolean): void {
    if (!facts.relevant) return;
    this.#senses.learn(this.#senses.read(vector));
    this.#rarity.learn(regencyOf(facts), at, foundsStory);
  }

  keepLone(position: Position, side: Side): void {
    this.#lone.set(position, side);
    for (const oldest of this.#lone.keys()) {
      if (this.#lone.size <= mostLone && this.#window.isOpen(oldest)) break;
      this.#lone.delete(oldest);
    }
  }

  /** Lone items still open, oldest first. @param isLone says whether an item still stands alone */
  lone(isLone: (position: Position) => boolean): [Position, Side][] {
    const found: [Position, Side][] = [];
    for (const [position, side] of this.#lone) {
      if (this.#window.isOpen(position) && isLone(position)) found.push([position, side]);
      else this.#lone.delete(position);
    }
    return found;
  }
}
