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
] as const;

/** Every two of the paired signs that a text has. */
export function pairCues(present: ReadonlySet<string>): string[] {
  const held = paired.filter((sign) => present.has(sign));
  const cues: string[] = [];
  for (let i = 0; i < held.length; i++)
    for (let j = i + 1; j < held.length; j++) cues.push(`${held[i]}+${held[j]}`);
  return cues;
}
