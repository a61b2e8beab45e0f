import { addToHash, hashString, mix32 } from '../../../shared/text/hash.ts';

/** Keeps cues apart from words and character runs in the one hash space of a model. */
const CUE_SEED = 0x2545f491;

/**
 * A sign of a text for the linear models, known by the hash of its name alone: most signs have fixed names, hashed
 * once at the start, and an item has some two hundred. A signed number of 32 bits: the engine keeps those in place.
 */
export type Cue = number;

export function cue(name: string): Cue {
  return hashString(name, CUE_SEED) | 0;
}

/** The beginning of a cue's name whose rest differs from text to text; `endCue(addToCue(beginCue(a), b), …)` is `cue(a + b)`. */
export function beginCue(name: string): number {
  return addToCue(CUE_SEED, name);
}

export function addToCue(begun: number, name: string): number {
  let running = begun;
  for (let i = 0; i < name.length; i++) running = addToHash(running, name.charCodeAt(i));
  return running;
}

/** The cue of a name begun so, of `length` characters in all. */
export function endCue(begun: number, length: number): Cue {
  return mix32(begun ^ length) | 0;
}

/** A table that makes what belongs to a name once and keeps it; for the few names of a list. */
export function remembered<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    let value = known.get(name);
    if (value === undefined) {
      value = make(name);
      known.set(name, value);
    }
    return value;
  };
}

/** The cue of `before + number`, for the whole numbers from `from` to `to`. */
export function numberedCues(before: string, from: number, to: number): (number: number) => Cue {
  const cues = Array.from({ length: to - from + 1 }, (_, i) => cue(`${before}${from + i}`));
  return (number) => cues[number - from] as Cue;
}
