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

/** Adds a cue that was not added since `from`. */
const addOnce = (cues: Cue[], from: number, cue: Cue): void => {
  if (cues.indexOf(cue, from) < 0) cues.push(cue);
};

/** Adds what groups tell by their presence, not only by their number, when KPU stands in the same sentence. */
export function addToneCues(cues: Cue[], sentences: readonly SentenceSignals[]): void {
  const from = cues.length;
  let praise = 0;
  let blame = 0;
  let fraud = 0;
  for (const s of sentences) {
    const about = s.kpu > 0 ? 'kpu' : s.crew > 0 ? 'crew' : s.system > 0 ? 'system' : 'none';
    praise += s.praise;
    blame += s.blame;
    fraud += s.fraud;
    if (s.praise > s.blame + s.fraud) addOnce(cues, from, praiseBeside(about));
    if (s.blame + s.fraud > s.praise) addOnce(cues, from, blameBeside(about));
    if (s.praise > 0 && s.blame + s.fraud > 0) addOnce(cues, from, mixedBeside(about));
    if (s.question) addOnce(cues, from, questionBeside(about));
  }
  addOnce(cues, from, praiseCue(praise));
  addOnce(cues, from, blameCue(blame));
  addOnce(cues, from, fraudCue(fraud));
  const last = sentences.at(-1)!;
  if (last.blame + last.fraud > last.praise) addOnce(cues, from, endsInBlame);
  if (last.praise > last.blame + last.fraud) addOnce(cues, from, endsInPraise);
}
