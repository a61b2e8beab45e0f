import { type Cue, cue, remembered } from '../model/cue.ts';
import { bucketCues } from './bucket.ts';
import type { SentenceSignals } from './sentence-signals.ts';

const praiseBeside = remembered((about) => cue(`praise beside ${about}`));
const blameBeside = remembered((about) => cue(`blame beside ${about}`));
const mixedBeside = remembered((about) => cue(`mixed beside ${about}`));
const questionBeside = remembered((about) => cue(`question beside ${about}`));
const praiseCue = bucketCues('praise');
const blameCue = bucketCues('blame');
const fraudCue = bucketCues('fraud');
const endsInBlame = cue('ends in blame');
const endsInPraise = cue('ends in praise');

/** Groups whose presence, not only number, tells something when KPU stands in the same sentence. */
export function toneCues(sentences: readonly SentenceSignals[]): Cue[] {
  const cues = new Set<Cue>();
  let praise = 0;
  let blame = 0;
  let fraud = 0;
  for (const s of sentences) {
    const about = s.kpu > 0 ? 'kpu' : s.crew > 0 ? 'crew' : s.system > 0 ? 'system' : 'none';
    praise += s.praise;
    blame += s.blame;
    fraud += s.fraud;
    if (s.praise > s.blame + s.fraud) cues.add(praiseBeside(about));
    if (s.blame + s.fraud > s.praise) cues.add(blameBeside(about));
    if (s.praise > 0 && s.blame + s.fraud > 0) cues.add(mixedBeside(about));
    if (s.question) cues.add(questionBeside(about));
  }
  cues.add(praiseCue(praise));
  cues.add(blameCue(blame));
  cues.add(fraudCue(fraud));
  const last = sentences.at(-1)!;
  if (last.blame + last.fraud > last.praise) cues.add(endsInBlame);
  if (last.praise > last.blame + last.fraud) cues.add(endsInPraise);
  return [...cues];
}
