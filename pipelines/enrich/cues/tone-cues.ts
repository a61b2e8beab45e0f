import { bucket } from './bucket.ts';
import type { SentenceSignals } from './sentence-signals.ts';

/** Groups whose presence, not only number, tells something when KPU stands in the same sentence. */
export function toneCues(sentences: readonly SentenceSignals[]): string[] {
  const cues = new Set<string>();
  let praise = 0;
  let blame = 0;
  let fraud = 0;
  for (const s of sentences) {
    const about = s.kpu > 0 ? 'kpu' : s.crew > 0 ? 'crew' : s.system > 0 ? 'system' : 'none';
    praise += s.praise;
    blame += s.blame;
    fraud += s.fraud;
    if (s.praise > s.blame + s.fraud) cues.add(`praise beside ${about}`);
    if (s.blame + s.fraud > s.praise) cues.add(`blame beside ${about}`);
    if (s.praise > 0 && s.blame + s.fraud > 0) cues.add(`mixed beside ${about}`);
    if (s.question) cues.add(`question beside ${about}`);
  }
  cues.add(`praise ${bucket(praise)}`);
  cues.add(`blame ${bucket(blame)}`);
  cues.add(`fraud ${bucket(fraud)}`);
  const last = sentences.at(-1)!;
  if (last.blame + last.fraud > last.praise) cues.add('ends in blame');
  if (last.praise > last.blame + last.fraud) cues.add('ends in praise');
  return [...cues];
}
