import { type Cue, numberedCues } from './model/cue.ts';
import { IS_BAD, IS_GOOD, NEGATES, TURNS_ROUND } from './model/mood-words.ts';

/** A negation reaches this many words ahead. */
const REACH = 2;

const level = (count: number) => Math.min(3, count);
const goodCue = numberedCues('good', 0, 3);
const badCue = numberedCues('bad', 0, 3);
const balanceCue = numberedCues('balance', -3, 3);
const lastCue = numberedCues('last', -1, 1);
const turnCue = numberedCues('turn', -1, 1);

/**
 * What known good and bad words say together, as cues for the trained score: how many of each, with negations turned
 * round, which prevail, and which come last or after a "but". It carries to texts about matters never trained on.
 */
export function moodCues(words: readonly { readonly mood: number }[]): Cue[] {
  let good = 0;
  let bad = 0;
  let last = 0;
  let afterTurn = 0;
  let turned = false;
  let negatedUntil = -1;
  for (let i = 0; i < words.length; i++) {
    const role = words[i]!.mood;
    if (role === 0) continue;
    if (role & NEGATES) negatedUntil = i + REACH;
    if (role & TURNS_ROUND) turned = true;
    const own = role & IS_BAD ? -1 : role & IS_GOOD;
    if (own === 0) continue;
    last = i <= negatedUntil ? -own : own;
    if (last > 0) good++;
    else bad++;
    if (turned) afterTurn = last;
  }
  const balance = Math.max(-3, Math.min(3, good - bad));
  return [goodCue(level(good)), badCue(level(bad)), balanceCue(balance), lastCue(last), turnCue(afterTurn)];
}
