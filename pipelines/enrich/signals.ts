import { addFormCues, formOf } from './cues/form-cues.ts';
import { addPairCues } from './cues/pair-cues.ts';
import { readSentences, type SentenceSignals } from './cues/sentence-signals.ts';
import { addTargetCues, type SkipPlace } from './cues/target-cues.ts';
import { addToneCues } from './cues/tone-cues.ts';
import type { Hit, Lexicon } from './lexicon/lexicon.ts';
import { type Cue, cue, remembered } from './model/cue.ts';
import type { Scan } from './read/scan-words.ts';
import type { WordNote } from './read/word-notes.ts';

/** What the rules see in a text before any label is set. */
export interface Signals {
  scan: Scan;
  hits: ReadonlyMap<string, readonly Hit[]>;
  sentences: readonly SentenceSignals[];
  /** Signs for the linear models; more may be added at the end. */
  cues: Cue[];
}

const none: readonly Hit[] = [];
export const hitsOf = (
  signals: { hits: ReadonlyMap<string, readonly Hit[]> },
  group: string,
): readonly Hit[] => signals.hits.get(group) ?? none;

/** The words of hits, each once, at most `limit`. */
export const wordsOf = (scan: Scan, hits: readonly Hit[], limit = 5): string[] => {
  const words: string[] = [];
  for (const { at, length } of hits) {
    if (words.length >= limit) break;
    const word = length === 1 ? scan.words[at]! : scan.words.slice(at, at + length).join(' ');
    if (!words.includes(word)) words.push(word);
  }
  return words;
};

/** Groups that mean another thing in a headline than in chat. */
const framedGroups = [
  'kpu',
  'praise',
  'blame',
  'fraud',
  'answer',
  'accuse',
  'sanction',
  'rumour',
  'deny',
  'ask',
  'spread',
  'report',
] as const;

const framedCues = framedGroups.map((group) => ({
  group,
  cueIn: remembered((form) => cue(`${group} in ${form}`)),
}));
const groupCues = remembered((group) => ({
  own: cue(group),
  one: cue(`${group} one`),
  many: cue(`${group} many`),
  isClaim: group.startsWith('claim '),
}));
const claimCues = groupCues('claim');
const [oneClaim, manyClaims] = [cue('claims one'), cue('claims many')];

/** Reads all signs of a text in one pass over each word list. */
export function readSignals(
  scan: Scan,
  notes: readonly WordNote[],
  lexicon: Lexicon,
  skipPlace: SkipPlace = () => 0,
): Signals {
  const hits = lexicon.hits(scan, notes);
  const sentences = readSentences(scan, hits);
  const cues: Cue[] = [];
  addFormCues(cues, scan);
  addTargetCues(cues, scan, hits, skipPlace);
  addToneCues(cues, sentences);
  const form = formOf(scan);
  for (const { group, cueIn } of framedCues) if (hits.has(group)) cues.push(cueIn(form));
  let claims = 0;
  for (const [group, found] of hits) {
    const { own, one, many, isClaim } = groupCues(group);
    cues.push(found.length > 1 ? many : one, own);
    if (isClaim) claims++;
  }
  if (claims > 0) cues.push(claimCues.own, claims > 1 ? manyClaims : oneClaim);
  addPairCues(cues);
  return { scan, hits, sentences, cues };
}
