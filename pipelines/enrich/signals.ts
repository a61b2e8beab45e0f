import type { Hit, Lexicon } from './lexicon/lexicon.ts';
import type { Scan } from './read/scan-words.ts';

/** What one sentence shows. */
export interface SentenceSignals {
  kpu: number;
  crew: number;
  system: number;
  /** Words of praise and blame after negation was taken into account. */
  praise: number;
  blame: number;
  fraud: number;
  question: boolean;
}

/** What the rules see in a text before any label is set. */
export interface Signals {
  scan: Scan;
  hits: ReadonlyMap<string, readonly Hit[]>;
  sentences: readonly SentenceSignals[];
  /** Names of signs for the linear models, each once. */
  cues: readonly string[];
}

const none: readonly Hit[] = [];
export const hitsOf = (
  signals: { hits: ReadonlyMap<string, readonly Hit[]> },
  group: string,
): readonly Hit[] => signals.hits.get(group) ?? none;

/** The words of hits, each once, at most `limit`. */
export const wordsOf = (scan: Scan, hits: readonly Hit[], limit = 5): string[] => {
  const words = new Set<string>();
  for (const { at, length } of hits) {
    if (words.size >= limit) break;
    words.add(scan.words.slice(at, at + length).join(' '));
  }
  return [...words];
};

/** A negator counts for a word that follows within this many words: `tidak ada yang salah`. Chosen. */
const negatorReach = 3;

const isNegated = (hit: Hit, negators: ReadonlySet<number>, scan: Scan): boolean => {
  for (let back = 1; back <= negatorReach; back++) {
    const at = hit.at - back;
    if (at < 0 || scan.sentences[at] !== scan.sentences[hit.at]) return false;
    if (negators.has(at)) return true;
  }
  return false;
};

function sentenceSignals(scan: Scan, hits: ReadonlyMap<string, readonly Hit[]>): SentenceSignals[] {
  const sentences = Array.from({ length: Math.max(1, scan.sentenceCount) }, () => ({
    kpu: 0,
    crew: 0,
    system: 0,
    praise: 0,
    blame: 0,
    fraud: 0,
    question: false,
  }));
  const count = (group: 'kpu' | 'crew' | 'system' | 'fraud'): void => {
    for (const hit of hits.get(group) ?? none) sentences[scan.sentences[hit.at]!]![group]++;
  };
  for (const group of ['kpu', 'crew', 'system', 'fraud'] as const) count(group);
  const negators = new Set((hits.get('negator') ?? none).map(({ at }) => at));
  for (const [group, opposite] of [
    ['praise', 'blame'],
    ['blame', 'praise'],
  ] as const)
    for (const hit of hits.get(group) ?? none) {
      const sentence = sentences[scan.sentences[hit.at]!]!;
      const flipped = hit.length === 1 && isNegated(hit, negators, scan);
      if (!flipped) sentence[group]++;
      else if (group === 'praise') sentence[opposite]++;
      else sentence[opposite] += 0.5;
    }
  return sentences;
}

const bucket = (n: number): string => (n <= 0 ? '0' : n < 2 ? '1' : n < 4 ? '2' : '4');

/** How the text looks: headline, chat in lower case, shouting, a chain letter, length. */
function formCues(scan: Scan): string[] {
  const n = scan.words.length;
  let capitals = 0;
  let shouting = 0;
  for (const written of scan.cases) {
    if (written === 1) capitals++;
    if (written === 2) shouting++;
  }
  const { text } = scan;
  const cues = [`length ${n < 8 ? 'short' : n < 20 ? 'middle' : n < 45 ? 'long' : 'very long'}`];
  if (n > 3 && capitals + shouting > n * 0.7) cues.push('headline');
  if (capitals === 0) cues.push('no capitals');
  if (n > 4 && shouting > n * 0.4) cues.push('shouting');
  if (text.includes('?')) cues.push('question mark');
  if (text.includes('!')) cues.push(text.includes('!!') ? 'exclamations' : 'exclamation');
  if (text.includes('#')) cues.push('hashtag');
  if (text.includes('@')) cues.push('handle');
  if (/["“”]/.test(text)) cues.push('quote');
  if (/https?:|www\./.test(text)) cues.push('link');
  if (text.includes('\n')) cues.push('lines');
  if (/[.…]{3}|…/.test(text)) cues.push('dots');
  if (/\*[^*\n]{2,80}\*/.test(text)) cues.push('bold');
  return cues;
}

/** Groups whose presence, not only number, tells something when KPU stands in the same sentence. */
function toneCues(sentences: readonly SentenceSignals[]): string[] {
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

function targetCues(scan: Scan, hits: ReadonlyMap<string, readonly Hit[]>, skipPlace: SkipPlace): string[] {
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

/** How many words the name of a place takes at a position; 0 where there is none. */
export type SkipPlace = (scan: Scan, at: number) => number;

/** Reads all signs of a text in one pass over each word list. */
export function readSignals(scan: Scan, lexicon: Lexicon, skipPlace: SkipPlace = () => 0): Signals {
  const hits = lexicon.hits(scan);
  const sentences = sentenceSignals(scan, hits);
  for (let i = 0; i < scan.words.length; i++) {
    const sign = scan.text.charCodeAt(scan.ends[i]!);
    if (sign === 63) sentences[scan.sentences[i]!]!.question = true;
  }
  const cues = [...formCues(scan), ...targetCues(scan, hits, skipPlace), ...toneCues(sentences)];
  const form = cues.includes('headline') ? 'headline' : cues.includes('no capitals') ? 'chat' : 'prose';
  for (const group of framedGroups) if (hits.has(group)) cues.push(`${group} in ${form}`);
  if (hits.has('sarcasm') && hits.has('praise'))
    cues.push('praise with sarcasm', hits.has('blame') ? 'praise, sarcasm, blame' : 'praise, sarcasm');
  if (hits.has('praise') && hits.has('contrast') && hits.has('blame')) cues.push('contrast');
  for (const [group, found] of hits) cues.push(`${group} ${found.length > 1 ? 'many' : 'one'}`, group);
  return { scan, hits, sentences, cues };
}
