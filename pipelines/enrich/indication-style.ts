import { addToHash } from '../../shared/text/hash.ts';
import { addToCue, beginCue, type Cue, endCue, numberedCues } from './model/cue.ts';
import type { KnownWord } from './model/known-word.ts';
import type { ModelWords } from './model/model-words.ts';

/** Words whose skeleton is read; a text of marks alone would have thousands. */
const MAX_FRAME = 1_200;

const step = (value: number, most: number) => Math.min(most, Math.floor(value));
const countEmoji = (words: readonly KnownWord[]) => {
  let n = 0;
  for (let i = 0; i < words.length; i++) if (words[i]!.isEmoji) n++;
  return n;
};
const count = (text: string, char: string) => {
  let n = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) n++;
  return n;
};

const runStart = 'f:';
const runBegun = beginCue(runStart);
const blank = 32;

/** Words of the longest run. */
const longestRun = 3;
const runsOf = (words: number): number => Math.max(words, longestRun * words - 3);

/** The skeleton in runs of one to three words, each run's cue named by its words. */
function runCues(frame: readonly string[], cues: Cue[]): void {
  let n = 0;
  for (let i = 0; i < frame.length; i++) {
    let begun = runBegun;
    let length = runStart.length;
    for (let j = i; j < Math.min(frame.length, i + longestRun); j++) {
      const word = frame[j] as string;
      if (j > i) begun = addToHash(begun, blank);
      begun = addToCue(begun, word);
      length += word.length + (j > i ? 1 : 0);
      cues[n++] = endCue(begun, length);
    }
  }
}

/** Measures in the order of the cues, with the most that each can be. */
const measures = [
  ['length', 16],
  ['capitals', 5],
  ['capitalShare', 10],
  ['capitalisedShare', 10],
  ['lines', 5],
  ['calls', 4],
  ['questions', 3],
  ['quotes', 3],
  ['dots', 3],
  ['commas', 5],
  ['handles', 4],
  ['tags', 3],
  ['stars', 3],
  ['brackets', 3],
  ['figures', 5],
  ['emoji', 3],
] as const;

/** Measures are few beside hundreds of runs: each is given three times so that it is heard. */
const copies = [...'abc'];
const measureCues = measures.map(([name, most]) => ({
  most,
  copies: copies.map((copy) => numberedCues(`${name}${copy}=`, 0, most)),
}));

/** The measures of a text, in their order. */
function measure({ known, plain }: ModelWords, frame: readonly string[]): Float64Array {
  const n = known.length + 1;
  let capitals = 0;
  let capitalised = 0;
  let figures = 0;
  for (let i = 0; i < frame.length; i++) {
    const form = frame[i];
    if (form === 'AA') capitals++;
    else if (form === 'Aa') capitalised++;
    else if (form === '0') figures++;
  }
  return Float64Array.of(
    2 * Math.log2(n),
    capitals,
    (10 * capitals) / n,
    (10 * capitalised) / n,
    count(plain, '\n'),
    count(plain, '!'),
    count(plain, '?'),
    count(plain, '"') / 2,
    count(plain, '...'),
    count(plain, ','),
    count(plain, '@'),
    count(plain, '#'),
    count(plain, '*') / 2,
    count(plain, '('),
    figures,
    countEmoji(known),
  );
}

/**
 * How a text is written, whatever it is about, as cues for the trained score: its skeleton (words of manner and the
 * shapes of all others, in runs of one to three) and measures of length, capitals and marks. Topics of the day are
 * left out on purpose, so that the score carries from one year's messages to another's.
 */
export function styleCues(read: ModelWords): Cue[] {
  const frame = read.frames.length > MAX_FRAME ? read.frames.slice(0, MAX_FRAME) : read.frames;
  const runs = runsOf(frame.length);
  const cues = new Array<Cue>(runs + measures.length * copies.length);
  runCues(frame, cues);
  const values = measure(read, frame);
  let at = runs;
  for (let i = 0; i < measureCues.length; i++) {
    const { most, copies: given } = measureCues[i]!;
    const value = step(values[i]!, most);
    for (let c = 0; c < given.length; c++) cues[at++] = given[c]!(value);
  }
  return cues;
}
