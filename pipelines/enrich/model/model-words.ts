import { emojiWord, emoticonWord, isEmojiCode } from '../../../shared/text/emoji.ts';
import { normaliseWord } from '../../../shared/text/normalise-word.ts';
import { plainText } from '../../../shared/text/plain-text.ts';
import { scanTokens } from '../../../shared/text/scan.ts';
import { splitHashtag } from '../../../shared/text/split-hashtag.ts';
import { type ReadPiece, rememberPieces } from '../read/remember-pieces.ts';
import { type KnownWord, knownWord } from './known-word.ts';
import { frameOf } from './manner-words.ts';

/** Characters a model reads: about 900 words, as long as most news articles; keeps hostile texts cheap. */
const MAX_MODEL_CHARS = 6_000;

/** Hashtags taken apart in one text; more are a list, and taking them apart is the dearest step of reading. */
const MAX_SPLIT_HASHTAGS = 60;

/** What a model reads: words in standard form, and beside each the piece of the text it came from. */
export interface ModelWords {
  /** Its words, with what is known of each. */
  readonly known: readonly KnownWord[];
  /** Each word in the skeleton of the text, see frameOf. */
  readonly frames: readonly string[];
  /** `plain.slice(starts[i], ends[i])` is what was written for `known[i]`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly plain: string;
}

/** A piece of a text as the models read it: its word in standard form, and those after it, mostly none. */
interface Piece extends ReadPiece {
  readonly known: KnownWord;
  readonly frame: string;
  readonly rest: Piece | null;
}

const pieceOf = (form: string, written: string): Piece => {
  const blank = form.indexOf(' ');
  const word = blank < 0 ? form : form.slice(0, blank);
  const rest = blank < 0 ? null : pieceOf(form.slice(blank + 1), written);
  return { piece: written, known: knownWord(word), frame: frameOf(word, written), rest };
};

/** Pieces remembered, in about 3 MB: most of what a day of posts says. */
const mostPieces = 16_384;
const readWord = rememberPieces(mostPieces, (written) =>
  pieceOf(normaliseWord(written.toLowerCase()), written),
);

/** Numbers, marks, emoji and emoticons. */
const readSign = rememberPieces(1_024, (written) =>
  pieceOf(
    isEmojiCode(written.codePointAt(0) as number) ? emojiWord(written) : (emoticonWord(written) ?? written),
    written,
  ),
);

/** What was read of the last text, overwritten: arrays that need not grow anew for each text. */
const held = {
  known: [] as KnownWord[],
  frames: [] as string[],
  starts: [] as number[],
  ends: [] as number[],
};

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
  const { known, frames, starts, ends } = held;
  let n = 0;
  const push = (piece: Piece, start: number, end: number) => {
    for (let one: Piece | null = piece; one !== null; one = one.rest) {
      known[n] = one.known;
      frames[n] = one.frame;
      starts[n] = start;
      ends[n] = end;
      n++;
    }
  };
  let split = 0;
  for (const { kind, start, end } of scanTokens(plain)) {
    if (kind === 'word') push(readWord(plain, start, end), start, end);
    else if (kind === 'hashtag') {
      const written = plain.slice(start, end);
      push(pieceOf(written.toLowerCase(), written), start, end);
      if (split++ >= MAX_SPLIT_HASHTAGS) continue;
      for (const part of splitHashtag(written.slice(1)))
        push(pieceOf(normaliseWord(part), written), start, end);
    } else if (kind === 'mention') push(pieceOf('@', plain.slice(start, end)), start, end);
    else if (kind === 'url') push(pieceOf('url', plain.slice(start, end)), start, end);
    else push(readSign(plain, start, end), start, end);
  }
  return {
    known: known.slice(0, n),
    frames: frames.slice(0, n),
    starts: starts.slice(0, n),
    ends: ends.slice(0, n),
    plain,
  };
}

/** {@link modelWords} as bare words, for training. */
export function modelWordTexts(text: string): string[] {
  return modelWords(text).known.map((word) => word.text);
}
