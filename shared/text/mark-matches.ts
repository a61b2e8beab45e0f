/** Marks around a match, by the promise of ItemIndex. */
const open = '\u0002';
const close = '\u0003';
/** Characters of text around the first match. Chosen: two lines in the feed. */
const around = 120;
/** Of a text that are looked at: as many as are analysed. */
const mostChars = 20_000;

export interface WordMatcher {
  /** Finds the words of a text, one after the other; global, and without a way to backtrack. */
  pattern: RegExp;
  /** Whether a word, as written, is one of those looked for. */
  matches(word: string): boolean;
}

/**
 * The words of `text` that match, marked, with some text around the first; null without a match. Nothing behind that is
 * looked at: a long article costs as much as its beginning.
 */
export function markMatches(text: string, { pattern, matches }: WordMatcher): string | null {
  const limited = text.slice(0, mostChars);
  let out: string | null = null;
  let at = 0;
  let to = 0;
  for (const found of limited.matchAll(pattern)) {
    const [word] = found;
    const end = found.index + word.length;
    if (out !== null && end > to) break;
    if (!matches(word)) continue;
    if (out === null) {
      at = Math.max(0, found.index - around);
      to = Math.min(limited.length, end + around);
      out = at > 0 ? '…' : '';
    }
    out += `${limited.slice(at, found.index)}${open}${word}${close}`;
    at = end;
  }
  return out === null ? null : `${out}${limited.slice(at, to)}${to < limited.length ? '…' : ''}`;
}

/** The same answer, looked up where a word comes again: posts that match share most of their words. */
export function rememberWords(matches: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const answer = matches(word);
    known.set(word, answer);
    return answer;
  };
}
