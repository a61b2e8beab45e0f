import { HASHTAG_WORDS } from './hashtag-words.ts';
import { MAX_WORD_CHARS } from './limits.ts';

const isLower = (code: number) => code >= 97 && code <= 122;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether a word starts at `i`: a capital after a small letter, the last capital of a run, a change to or from digits. */
function startsWord(tag: string, i: number): boolean {
  const before = tag.charCodeAt(i - 1);
  const here = tag.charCodeAt(i);
  if (isDigit(here) !== isDigit(before)) return true;
  if (!isUpper(here)) return false;
  return isLower(before) || (isUpper(before) && isLower(tag.charCodeAt(i + 1)));
}

/**
 * The words of a hashtag without its `#`, lower-cased: by capitals, digits and underscores ("KPUKotaMalang2024" → kpu,
 * kota, malang, 2024), and a part written in one case by known words ("kawalpemilu" → kawal, pemilu). A part that is not wholly
 * made of known words stays whole.
 */
export function splitHashtag(tag: string): string[] {
  const text = tag.length > MAX_WORD_CHARS * 2 ? tag.slice(0, MAX_WORD_CHARS * 2) : tag;
  const parts: string[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && text[i] !== '_' && text[i - 1] !== '_' && !startsWord(text, i)) continue;
    const part = text.slice(start, i).replaceAll('_', '').toLowerCase();
    start = i;
    if (part) parts.push(...knownWords(part));
  }
  return parts;
}

/** Fewest known words that make up the part exactly (dynamic programming over its at most 80 characters). */
function knownWords(part: string): string[] {
  if (part.length < 6 || HASHTAG_WORDS.has(part)) return [part];
  const fewest: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= part.length; end++) {
    fewest[end] = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - 14); start <= end - 2; start++) {
      const count = (fewest[start] ?? Number.POSITIVE_INFINITY) + 1;
      if (count < (fewest[end] as number) && HASHTAG_WORDS.has(part.slice(start, end))) {
        fewest[end] = count;
        from[end] = start;
      }
    }
  }
  if (!Number.isFinite(fewest[part.length])) return [part];
  const words: string[] = [];
  for (let end = part.length; end > 0; end = from[end] as number) words.unshift(part.slice(from[end], end));
  return words;
}
