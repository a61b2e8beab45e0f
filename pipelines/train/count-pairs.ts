/** How far apart two words may stand to be neighbours; a neighbour n words away counts 1/n. */
const WINDOW = 5;
/** Long texts are read up to here, so that a few do not outweigh the many. */
const MAX_TEXT_WORDS = 400;
/** A pair's key is (row × words + column) × this + distance. */
const DISTANCES = 8;

/** A square symmetric matrix by rows: row i holds `columns[starts[i]..starts[i+1]]` with their `values`. */
export interface CountPairs {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float64Array;
}

/** How often the numbered words stand near each other; words without a number are passed over but keep their place. */
export function countPairs(
  texts: readonly (readonly string[])[],
  ranks: ReadonlyMap<string, number>,
): CountPairs {
  const n = ranks.size;
  const keys = pairKeys(texts, ranks);
  keys.sort();
  const starts = new Uint32Array(n + 1);
  const columns = new Uint32Array(keys.length);
  const values = new Float64Array(keys.length);
  let count = 0;
  let last = -1;
  for (const key of keys) {
    const pair = Math.floor(key / DISTANCES);
    if (pair !== last) {
      const row = Math.floor(pair / n);
      columns[count++] = pair - row * n;
      starts[row + 1] = (starts[row + 1] as number) + 1;
      last = pair;
    }
    values[count - 1] = (values[count - 1] as number) + 1 / (key - pair * DISTANCES);
  }
  for (let row = 0; row < n; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  return { starts, columns: columns.slice(0, count), values: values.slice(0, count) };
}

function pairKeys(
  texts: readonly (readonly string[])[],
  ranks: ReadonlyMap<string, number>,
): Float64Array<ArrayBuffer> {
  const n = ranks.size;
  let keys = new Float64Array(1 << 20);
  let count = 0;
  for (const words of texts) {
    const ids = words.slice(0, MAX_TEXT_WORDS).map((word) => ranks.get(word) ?? -1);
    for (let i = 0; i < ids.length; i++)
      for (let j = Math.max(0, i - WINDOW); j < i; j++) {
        const a = ids[i] as number;
        const b = ids[j] as number;
        if (a < 0 || b < 0) continue;
        if (count + 2 > keys.length) {
          const larger = new Float64Array(keys.length * 2);
          larger.set(keys);
          keys = larger;
        }
        keys[count++] = (a * n + b) * DISTANCES + i - j;
        keys[count++] = (b * n + a) * DISTANCES + i - j;
      }
  }
  return keys.slice(0, count);
}
