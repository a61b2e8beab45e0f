import { plainText } from '../../shared/text/plain-text.ts';
import { calmShouting } from './calm-shouting.ts';

/** Longest title shown. Fixed by the feed's layout. */
export const longestHeadline = 110;
/** Labels and sign-offs that are not part of what a headline says. */
const tags =
  /^(?:\s*[[(](?:salah|hoaks?|hoax|disinformasi|misinformasi|cek fakta|video|foto|breaking(?: news)?|update)[\])]:?\s*)+/i;
/** How a chain message says that it is one. */
const chainOpening = new RegExp(
  '^(?:' +
    // whatever follows: nobody means anything else by it
    '(?:forwarded (?:as received|many times)|diteruskan berkali-kali)\\b[\\s:!.,*_-]*|' +
    '(?:forwarded(?: message)?|diteruskan(?: dari [^:!.\\n]{1,30})?|fwd|fw|fyi|repost|copas(?: dari grup sebelah)?|' +
    '(?:info )?dari grup sebelah|(?:tolong |mohon |bantu |ayo )?(?:di)?(?:sebarkan|sebarluaskan|viralkan|share|bagikan)(?: ya| dong)?)' +
    '\\s*[:!.-]+\\s*|' +
    // a cry, when a mark ends it
    '(?:sangat |info |mohon |harap )?(?:penting|awas|waspada|gawat|heboh|viral|darurat|geger|breaking(?: news)?|perhatian|info|' +
    'peringatan|alert|urgent|simak|catat|terkini|update)(?: sekali| banget)?(?:\\s*[!:.]+|\\s+[-–—])\\s*' +
    ')+',
  'i',
);
/** What a message opens with before it says anything; at most 60 characters, ended by a mark. */
const greeting =
  /^(?:assalamu|selamat (?:pagi|siang|sore|malam)|halo|hai|permisi|mohon izin|mohon maaf|yth|copas|sekadar meneruskan|info dari)[^.!?,:;\n]{0,60}[.!?,:;]+\s*/i;
const noise =
  /https?:\/\/\S+|www\.\S+|@[\p{L}\p{N}_]+(?:[.@][\p{L}\p{N}_]+)*|\bURL\b|\p{Extended_Pictographic}|[\u200d\ufe0f\u20e3]|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/gu;
/** Hashtags before and after the sentence; one within it is a word of it. */
const tagRun = /^\s*(?:#[\p{L}\p{N}_]+\s*)+|(?<!\S)(?:#[\p{L}\p{N}_]+\s*)+$/gu;
/** Characters looked at: a headline stands in the beginning. */
const leadChars = 1_000;

/**
 * What an item says in one line: its title, else its first sentence of at least four words; without labels, links,
 * handles, hashtags, emoji, cries ("PENTING!!") and shouting; cut at a word end to at most 110 characters.
 */
export function headlineOf(title: string | null, text: string): string {
  const lead = text.slice(0, leadChars);
  const source = title?.trim() ? title.slice(0, leadChars) : firstWords(lead);
  // What says nothing but its cry keeps it.
  const said = clean(source) || oneMark(plainText(source).replace(noise, ' ')).trim();
  return cut(calmShouting(said, lead));
}

function clean(text: string): string {
  let rest = plainText(text).replace(noise, ' ').replace(tagRun, ' ');
  // Openings come in any order: "[HOAKS] PENTING!! Assalamualaikum. …"
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/^[\s\-–—:;,.!?*_~"'“”]+(?=[\s\p{L}\p{N}[(])/u, (marks) => marks.replace(/[^"'“”]/g, ''))
      .replace(tags, '')
      .replace(chainOpening, '')
      .replace(greeting, '');
  }
  return oneMark(rest).trim();
}

/** Repeated marks once, and signs of bold and slanted letters and of hashtags gone. */
const oneMark = (text: string): string =>
  text
    .replace(/[!?]{2,}/g, (marks) => (marks.includes('?') ? '?' : '!'))
    .replace(/\.{2,}/g, '…')
    .replace(/([,;:…])\1+/g, '$1')
    .replace(/(?<![\p{L}\p{N}])[*_~#]+|[*_~]+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.!?;:…])/g, '');

function firstWords(text: string): string {
  const parts = text.split(/(?<=[.!?…])\s+|\n+/);
  let head = '';
  for (const part of parts) {
    head = head === '' ? part : `${head} ${part}`;
    if (clean(head).split(' ').length >= 4) return head;
  }
  return head;
}

function cut(text: string): string {
  if (text.length <= longestHeadline) return text.replace(/[\s.,;:-]+$/, '');
  const room = text.slice(0, longestHeadline - 1);
  const end = room.lastIndexOf(' ');
  return `${room.slice(0, end > 60 ? end : room.length).replace(/[\s.,;:-]+$/, '')}…`;
}
