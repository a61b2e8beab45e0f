/** Words as numbers, equal where the words are. */
type Codes = Uint16Array | Uint32Array;

/** Where two rows of words part: `first[firstFrom, firstTo)` stands in the place of `second[secondFrom, secondTo)`. */
export interface WordGap {
  firstFrom: number;
  firstTo: number;
  secondFrom: number;
  secondTo: number;
}

/** Cells between the ends that agree, 2 bytes each: longer rows are one gap, so that none takes more than 2 MB. */
const mostCells = 1_000_000;

/**
 * Lays two rows of words side by side (longest common subsequence) and gives the gaps between them in order; what
 * stands before, between and after them is the same in both. One side of a gap may be empty, never both: rows that are
 * alike have none. Of several longest ones that which drops the words of `first` soonest is taken.
 */
export function alignWords(first: Codes, second: Codes): WordGap[] {
  const shortest = Math.min(first.length, second.length);
  let [start, end] = [0, 0];
  while (start < shortest && first[start] === second[start]) start++;
  while (end < shortest - start && first.at(-1 - end) === second.at(-1 - end)) end++;
  const a = first.subarray(start, first.length - end);
  const b = second.subarray(start, second.length - end);
  const gaps: WordGap[] = [];
  let [fromA, fromB] = [0, 0];
  const close = (i: number, j: number): void => {
    if (i > fromA || j > fromB)
      gaps.push({
        firstFrom: start + fromA,
        firstTo: start + i,
        secondFrom: start + fromB,
        secondTo: start + j,
      });
    [fromA, fromB] = [i + 1, j + 1];
  };
  if (a.length * b.length <= mostCells) eachCommon(a, b, close);
  close(a.length, b.length);
  return gaps;
}

/** Calls for each word that both have, in order, with its place in either. */
function eachCommon(a: Codes, b: Codes, found: (i: number, j: number) => void): void {
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) found(i++, j++);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
}

/** Length of the longest common subsequence of what is left from `a[i]` and `b[j]` on, at `i * (b.length + 1) + j`. */
function commonLengths(a: Codes, b: Codes): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  return lengths;
}
