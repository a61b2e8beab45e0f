import { emojiWord, emoticonWord } from '../../../shared/text/emoji.ts';
import { normaliseWord } from '../../../shared/text/normalise-word.ts';
import { plainText } from '../../../shared/text/plain-text.ts';
import { scanTokens } from '../../../shared/text/scan.ts';
import { splitHashtag } from '../../../shared/text/split-hashtag.ts';

/** Characters a model reads: about 900 words, as long as most news articles; keeps hostile texts cheap. */
const MAX_MODEL_CHARS = 6_000;

/** Hashtags taken apart in one text; more are a list, and taking them apart is the dearest step of reading. */
const MAX_SPLIT_HASHTAGS = 60;

/** What a model reads: words in standard form, and beside each the piece of the text it came from. */
export interface ModelWords {
  readonly words: readonly string[];
  /** `plain.slice(starts[i], ends[i])` is what was written for `words[i]`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly plain: string;
}

/** The last text read: each of an item's models asks for the words of the same one. */
let last: { text: string; read: ModelWords } = { text: '', read: readPlain('') };

/**
 * The words of a text as the models read them: like tokenise, and besides `?`, `!`, quotes and other marks, a hashtag
 * both whole and split, `@` for a handle, `url` for a link.
 */
export function modelWords(text: string): ModelWords {
  const head = text.length > MAX_MODEL_CHARS ? text.slice(0, MAX_MODEL_CHARS) : text;
  if (head === last.text) return last.read;
  const plain = plainText(head);
  last = { text: head, read: plain === last.read.plain ? last.read : readPlain(plain) };
  return last.read;
}

function readPlain(plain: string): ModelWords {
  const result = { words: [] as string[], starts: [] as number[], ends: [] as number[], plain };
  const push = (form: string, start: number, end: number) => {
    if (form.includes(' ')) for (const part of form.split(' ')) push(part, start, end);
    else {
      result.words.push(form);
      result.starts.push(start);
      result.ends.push(end);
    }
  };
  let split = 0;
  for (const { kind, start, end } of scanTokens(plain)) {
    const written = plain.slice(start, end);
    if (kind === 'word') push(normaliseWord(written.toLowerCase()), start, end);
    else if (kind === 'hashtag') {
      push(written.toLowerCase(), start, end);
      if (split++ >= MAX_SPLIT_HASHTAGS) continue;
      for (const part of splitHashtag(written.slice(1))) push(normaliseWord(part), start, end);
    } else if (kind === 'mention') push('@', start, end);
    else if (kind === 'url') push('url', start, end);
    else if (kind === 'emoji') push(emojiWord(written), start, end);
    else if (kind === 'emoticon') push(emoticonWord(written) ?? written, start, end);
    else push(written, start, end);
  }
  return result;
}
