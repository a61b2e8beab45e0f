import { splitSentences } from '../../shared/text/split-sentences.ts';
import { STOP_WORDS } from '../../shared/text/stop-words.ts';
import { commonWords, domainWords } from './common-words.ts';
import { placeWords } from './place-words.ts';
import { lightStem } from './stem.ts';
import { wordsOf } from './words.ts';

/** Characters looked at: a list is known by its beginning. */
const leadChars = 3_000;
/** Parts from which it is a list. Chosen: three or four sentences of one post often share no word. */
const leastParts = 5;
/** Words of a part that says anything, and of a headline at most, on average. */
const leastWords = 4;
const mostWords = 16;
/** Share of the pairs of parts that share a telling word: hardly one in a list of different matters; in an announced one some more. */
const mostKinPairs = 0.05;
const mostKinPairsAnnounced = 0.3;
/** How a list of headlines says that it is one, within its first words. */
const announcement =
  /\b(?:terpopuler|terpopular|rangkuman|kilas|headlines?|sorotan|berita (?:utama|pilihan|populer|terkini|hari ini|pagi ini|sore ini|malam ini|pekan ini)|top \d+|(?:lima|tujuh|sepuluh|\d+) berita)\b/i;
const announcementChars = 80;

/** What one says to somebody; headlines of others' news do not. A chain message's sentences share few words, either. */
const addressing = new Set(
  (
    'saya aku gue gua kami kita anda kamu kalian lo lu kau beliau dia mereka tolong mohon harap silakan silahkan jangan ' +
    'sebarkan sebarluaskan viralkan bagikan share forward copas diteruskan waspada awas hati-hati ayo mari yuk ya dong sih ' +
    'kok nih deh tuh assalamualaikum teman saudara grup sebelah izin info hubungi daftar syarat caranya terima kasih allah'
  ).split(' '),
);

/**
 * Is this many headlines rather than one text? Five or more short parts that hardly share a telling word with each other,
 * and none speaks to the reader. Such an item resembles a little of everything and is about nothing. Of 13,000 posts and
 * articles on one matter fewer than one in a thousand is taken for one.
 */
export function isHeadlineList(text: string): boolean {
  const lead = text.slice(0, leadChars);
  if (!mayHaveParts(lead)) return false;
  const said = splitSentences(lead).map(wordsOf);
  if (said.some((words) => words.some((word) => addressing.has(word)))) return false;
  const parts = said.filter((words) => words.length >= leastWords);
  if (parts.length < leastParts) return false;
  if (parts.reduce((sum, words) => sum + words.length, 0) > mostWords * parts.length) return false;
  const most = announcement.test(lead.slice(0, announcementChars)) ? mostKinPairsAnnounced : mostKinPairs;
  return kinPairs(parts) <= most * ((parts.length * (parts.length - 1)) / 2);
}

/** Without as many line ends or marks there is nothing to split. */
function mayHaveParts(text: string): boolean {
  let ends = 0;
  for (const char of text) if ('\n.!?…'.includes(char)) ends++;
  return ends >= leastParts - 1;
}

/** Pairs of parts that share a telling word. */
function kinPairs(parts: readonly (readonly string[])[]): number {
  const told = parts.map((words) => new Set(words.filter(isTelling).map(lightStem)));
  let pairs = 0;
  for (const [n, stems] of told.entries())
    for (const other of told.slice(n + 1)) if (!stems.isDisjointFrom(other)) pairs++;
  return pairs;
}

/** Said in texts of one matter and seldom by chance. Made at the first text that needs it. */
function isTelling(word: string): boolean {
  dull ??= new Set([...STOP_WORDS, ...commonWords, ...domainWords, ...placeWords()]);
  return !dull.has(word) && !/^\d+$/.test(word);
}
let dull: ReadonlySet<string> | null = null;
