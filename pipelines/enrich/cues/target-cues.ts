import type { Hit } from '../lexicon/lexicon.ts';
import type { Scan } from '../read/scan-words.ts';
import { bucket } from './bucket.ts';

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

/** What KPU does or what is said of it: the first word after its name and place, and the lists that hold it. */
function deedCues(
  scan: Scan,
  kpu: Hit,
  hits: ReadonlyMap<string, readonly Hit[]>,
  skipPlace: SkipPlace,
): string[] {
  let at = kpu.at + kpu.length;
  while (at < scan.words.length && tierWords.has(scan.words[at]!)) at++;
  at += skipPlace(scan, at);
  if (at >= scan.words.length) return ['kpu last'];
  const sign = scan.text[scan.ends[at - 1]!];
  const cues = sign === ':' ? ['kpu says'] : [];
  if (scan.sentences[at] !== scan.sentences[kpu.at]) return [...cues, 'kpu ends'];
  cues.push(`kpu does ${scan.words[at]}`);
  for (const [group, found] of hits) if (found.some((hit) => hit.at === at)) cues.push(`kpu does a ${group}`);
  return cues;
}

/** Whose name the text bears, where, and what it does. */
export function targetCues(
  scan: Scan,
  hits: ReadonlyMap<string, readonly Hit[]>,
  skipPlace: SkipPlace,
): string[] {
  const count = (group: string): number => hits.get(group)?.length ?? 0;
  const cues = [
    `kpu ${bucket(count('kpu'))}`,
    `crew ${bucket(count('crew'))}`,
    `system ${bucket(count('system'))}`,
    `other ${bucket(count('other'))}`,
    `party ${bucket(count('party'))}`,
    `not kpu ${bucket(count('notkpu'))}`,
  ];
  const first = hits.get('kpu')?.[0];
  const whose = `${count('kpu') > 0 ? 'kpu' : ''}${count('crew') > 0 ? ' crew' : ''}${count('system') > 0 ? ' system' : ''}`;
  cues.push(`whose ${whose === '' ? 'none' : whose}`);
  cues.push(`whose ${whose} other ${count('other') > 0} not ${count('notkpu') > 0}`);
  if (first) {
    cues.push(`kpu at ${first.at === 0 ? 'start' : first.at < 6 ? 'front' : 'later'}`);
    cues.push(`before kpu ${scan.words[first.at - 1] ?? ''}`, ...deedCues(scan, first, hits, skipPlace));
  }
  return cues;
}
