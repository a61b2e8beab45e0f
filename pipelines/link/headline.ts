import { plainText } from '../../shared/text/plain-text.ts';

/** Longest title shown. Fixed by the feed's layout. */
export const longestHeadline = 110;
/** Labels and sign-offs that are not part of what a headline says. */
const tags =
  /^(?:\s*[[(](?:salah|hoaks?|hoax|disinformasi|misinformasi|cek fakta|video|foto|breaking(?: news)?|update)[\])]:?\s*)+/i;
const chainOpening =
  /^(?:forwarded|diteruskan(?: berkali-kali)?|fwd|fw|copas dari grup sebelah|dari grup sebelah|info dari grup sebelah|mohon disebarkan|sebarkan|viralkan)\s*[:!.-]+\s*/i;
/** What a message opens with before it says anything; at most 60 characters, ended by a mark. */
const greeting =
  /^(?:assalamu|selamat (?:pagi|siang|sore|malam)|halo|hai|permisi|mohon izin|mohon maaf|yth|copas|sekadar meneruskan|info dari)[^.!?,:;\n]{0,60}[.!?,:;]+\s*/i;
const noise =
  /https?:\/\/\S+|www\.\S+|@[\p{L}\p{N}_]+(?:[.@][\p{L}\p{N}_]+)*|\bURL\b|\p{Extended_Pictographic}|\u200d|\ufe0f/gu;

/**
 * What an item says in one line: its title, else its first sentence of at least four words; without labels, links,
 * handles, emoji and shouting; cut at a word end to at most 110 characters.
 */
export function headlineOf(title: string | null, text: string): string {
  const source = title?.trim() ? title : firstWords(text.slice(0, 1_000));
  return cut(calm(clean(source)));
}

function clean(text: string): string {
  return plainText(text)
    .replace(noise, ' ')
    .replace(tags, '')
    .replace(chainOpening, '')
    .replace(greeting, '')
    .replace(greeting, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—:,.!]+/, '')
    .trim();
}

function firstWords(text: string): string {
  const parts = text.split(/(?<=[.!?…])\s+|\n+/);
  let head = '';
  for (const part of parts) {
    head = head === '' ? part : `${head} ${part}`;
    if (clean(head).split(' ').length >= 4) return head;
  }
  return head;
}

/** Capitals throughout become a sentence; abbreviations of up to four letters keep theirs. */
function calm(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 12 || letters.replace(/[^\p{Lu}]/gu, '').length < letters.length * 0.7) return text;
  const lower = text
    .toLowerCase()
    .replace(/\b(?:kpu|kpps|tps|dpt|ppk|pps|ppln|ktp|nik|bawaslu|ri|tni)\b/g, (word) => word.toUpperCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

function cut(text: string): string {
  if (text.length <= longestHeadline) return text.replace(/[\s.,;:-]+$/, '');
  const room = text.slice(0, longestHeadline - 1);
  const end = room.lastIndexOf(' ');
  return `${room.slice(0, end > 60 ? end : room.length).replace(/[\s.,;:-]+$/, '')}…`;
}
