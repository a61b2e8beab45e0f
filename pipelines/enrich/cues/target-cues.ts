import type { Hit } from '../lexicon/lexicon.ts';
import { type Cue, cue, remembered } from '../model/cue.ts';
import type { Scan } from '../read/scan-words.ts';
import { bucketCues } from './bucket.ts';

/** How many words the name of a place takes at a position; 0 where there is none. */
export type SkipPlace = (scan: Scan, at: number) => number;

/** Words between KPU's name and what it does. */
const tierWords = new Set([
  'kabupaten',
  'kab',
  'kota',
  'provinsi',
  'prov',
  'ri',
  'pusat',
  'daerah',
  'setempat',
  'indonesia',
]);

const counted = [
  ['kpu', 'kpu'],
  ['crew', 'crew'],
  ['system', 'system'],
  ['other', 'other'],
  ['party', 'party'],
  ['notkpu', 'not kpu'],
].map(([group, name]) => ({ group: group!, cueOf: bucketCues(name!) }));
const kpuLast = cue('kpu last');
const kpuSays = cue('kpu says');
const kpuEnds = cue('kpu ends');
const kpuDoesA = remembered((group) => cue(`kpu does a ${group}`));
const whoseCue = remembered((whose) => cue(`whose ${whose}`));
const kpuAt = remembered((where) => cue(`kpu at ${where}`));

/** Adds what KPU does or what is said of it: the first word after its name and place, and the lists that hold it. */
function addDeedCues(
  cues: Cue[],
  scan: Scan,
  kpu: Hit,
  hits: ReadonlyMap<string, readonly Hit[]>,
  skipPlace: SkipPlace,
): void {
  let at = kpu.at + kpu.length;
  while (at < scan.words.length && tierWords.has(scan.words[at]!)) at++;
  at += skipPlace(scan, at);
  if (at >= scan.words.length) {
    cues.push(kpuLast);
    return;
  }
  if (scan.text[scan.ends[at - 1]!] === ':') cues.push(kpuSays);
  if (scan.sentences[at] !== scan.sentences[kpu.at]) {
    cues.push(kpuEnds);
    return;
  }
  cues.push(cue(`kpu does ${scan.words[at]}`));
  for (const [group, found] of hits) if (found.some((hit) => hit.at === at)) cues.push(kpuDoesA(group));
}

/** Adds whose name the text bears, where, and what it does. */
export function addTargetCues(
  cues: Cue[],
  scan: Scan,
  hits: ReadonlyMap<string, readonly Hit[]>,
  skipPlace: SkipPlace,
): void {
  const count = (group: string): number => hits.get(group)?.length ?? 0;
  for (const { group, cueOf } of counted) cues.push(cueOf(count(group)));
  const first = hits.get('kpu')?.[0];
  const whose = `${count('kpu') > 0 ? 'kpu' : ''}${count('crew') > 0 ? ' crew' : ''}${count('system') > 0 ? ' system' : ''}`;
  cues.push(whoseCue(whose === '' ? 'none' : whose));
  cues.push(whoseCue(`${whose} other ${count('other') > 0} not ${count('notkpu') > 0}`));
  if (first) {
    cues.push(kpuAt(first.at === 0 ? 'start' : first.at < 6 ? 'front' : 'later'));
    cues.push(cue(`before kpu ${scan.words[first.at - 1] ?? ''}`));
    addDeedCues(cues, scan, first, hits, skipPlace);
  }
}
