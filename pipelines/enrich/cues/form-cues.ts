import { type Cue, cue, remembered } from '../model/cue.ts';
import { allCapitals, initialCapital, type Scan } from '../read/scan-words.ts';

/** What a text looks like at first sight. */
export type Form = 'headline' | 'chat' | 'prose';

interface Capitals {
  initial: number;
  all: number;
}

function countCapitals(scan: Scan): Capitals {
  let initial = 0;
  let all = 0;
  const { cases } = scan;
  for (let i = 0; i < cases.length; i++) {
    if (cases[i] === initialCapital) initial++;
    if (cases[i] === allCapitals) all++;
  }
  return { initial, all };
}

/** A headline has nearly all words capitalised, chat none. */
export function formOf(scan: Scan): Form {
  const { initial, all } = countCapitals(scan);
  if (scan.words.length > 3 && initial + all > scan.words.length * 0.7) return 'headline';
  return initial === 0 ? 'chat' : 'prose';
}

const lengthCue = remembered((length) => cue(`length ${length}`));
const formCue = remembered((form) => cue(`form ${form}`));
const shouting = cue('shouting');
const lengthOf = (n: number): string => (n < 8 ? 'short' : n < 20 ? 'middle' : n < 45 ? 'long' : 'very long');

/** Signs of writing, each a plain look for one mark: no pattern here can backtrack. */
const marks = [
  ['question mark', '?'],
  ['exclamation', '!'],
  ['exclamations', '!!'],
  ['hashtag', '#'],
  ['handle', '@'],
  ['quote', '"'],
  ['quote', '“'],
  ['link', 'http'],
  ['lines', '\n'],
  ['dots', '...'],
  ['dots', '…'],
  ['bold', '*'],
  ['colon', ': '],
].map(([name, mark]) => ({ sign: cue(name!), mark: mark! }));

/** Adds how the text looks: its form, length, shouting and marks. */
export function addFormCues(cues: Cue[], scan: Scan): void {
  cues.push(lengthCue(lengthOf(scan.words.length)), formCue(formOf(scan)));
  if (scan.words.length > 4 && countCapitals(scan).all > scan.words.length * 0.4) cues.push(shouting);
  for (const { sign, mark } of marks) if (scan.text.includes(mark)) cues.push(sign);
}
