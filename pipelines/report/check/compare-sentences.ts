import type { ReportSentence } from './read-sentences.ts';

/** Longest common subsequence of two word lists; sentences are at most a few dozen words. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}

/** Words in common of two sorted lists of word hashes, each as often as both have it. */
function sharedWords(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** Below this two sentences are not the same one edited: honest sentences on one activity reach about 0.5. */
export const leastLikeness = 0.55;

type Words = Pick<ReportSentence, 'words' | 'bag'>;

/** 0 to 1: words in common and in order, of the words of both; 0 as soon as it cannot reach `leastLikeness`. */
export function sentenceLikeness(a: Words, b: Words): number {
  const total = a.words.length + b.words.length;
  if (2 * Math.min(a.words.length, b.words.length) < leastLikeness * total) return 0;
  const bag = (2 * sharedWords(a.bag, b.bag)) / total;
  if (bag < leastLikeness) return 0;
  const ordered = (2 * commonLength(a.words, b.words)) / total;
  return 0.75 * ordered + 0.25 * bag;
}

/** Share of a sentence's numbers and names that the other one has too; 1 when it has none. */
export function specificsKept(a: ReportSentence, b: ReportSentence): number {
  if (a.specifics.size === 0) return 1;
  // The other unit's own name is no specific of its own, but it is one for whoever copied it.
  const text = b.text.toLowerCase();
  let kept = 0;
  for (const specific of a.specifics)
    if (b.specifics.has(specific) || (!specific.startsWith('#') && text.includes(specific))) kept++;
  return kept / a.specifics.size;
}
