import { mix32 } from '../../shared/text/hash.ts';

/** A repeatable stream of numbers in [0, 1): the n-th is a hash of seed and n. For shuffles, not for secrets. */
export function createRandom(seed: number): () => number {
  let state = mix32(seed ^ 0x9e3779b9);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix32(state) / 0x1_0000_0000;
  };
}

/** Shuffles in place (Fisher–Yates) and returns the same array. */
export function shuffle<T extends { length: number; [index: number]: number }>(
  list: T,
  random: () => number,
): T {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i] as number;
    list[i] = list[j] as number;
    list[j] = held;
  }
  return list;
}
