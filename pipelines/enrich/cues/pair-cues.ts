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

/** Every two of the paired signs that a text has. */
export function pairCues(present: readonly Cue[]): Cue[] {
  const has = new Uint8Array(paired.length);
  for (const sign of present) {
    const at = places.get(sign);
    if (at !== undefined) has[at] = 1;
  }
  const cues: Cue[] = [];
  for (let i = 0; i < has.length; i++) {
    if (!has[i]) continue;
    for (let j = i + 1; j < has.length; j++) if (has[j]) cues.push(together[i]![j]!);
  }
  return cues;
}
