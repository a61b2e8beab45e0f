import { type Cue, cue } from '../model/cue.ts';

/** Lists and marks whose meeting in one text means more than each alone: a claim with a denial, praise with laughter. */
const paired = [
  'kpu',
  'crew',
  'system',
  'other',
  'party',
  'candidate',
  'notkpu',
  'elsewhere',
  'passing',
  'claim',
  'deny',
  'ask',
  'spread',
  'report',
  'rumour',
  'imposter',
  'praise',
  'blame',
  'fraud',
  'sarcasm',
  'thanks',
  'award',
  'accuse',
  'sanction',
  'answer',
  'incident',
  'wish',
  'rhetoric',
  'contrast',
  'negator',
  'kpu says',
  'question mark',
  'exclamation',
  'form headline',
  'form chat',
];

const places = new Map(paired.map((sign, at) => [cue(sign), at]));
const together = paired.map((first) => paired.map((second) => cue(`${first}+${second}`)));

/** Adds every two of the paired signs that a text has. */
export function addPairCues(cues: Cue[]): void {
  const has = new Uint8Array(paired.length);
  for (let i = 0; i < cues.length; i++) {
    const at = places.get(cues[i]!);
    if (at !== undefined) has[at] = 1;
  }
  for (let i = 0; i < has.length; i++) {
    if (!has[i]) continue;
    for (let j = i + 1; j < has.length; j++) if (has[j]) cues.push(together[i]![j]!);
  }
}
