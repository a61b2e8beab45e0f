import { ownString } from '../../../shared/text/own-string.ts';
import { STOP_WORDS } from '../../../shared/text/stop-words.ts';
import type { LastingWord } from '../read/kept-at-word.ts';
import { type HashedWord, hashedWord } from './hashed-word.ts';
import { moodRole } from './mood-words.ts';

/** A word in standard form with what the models' lists say of it, whatever the text. */
export interface KnownWord extends HashedWord, LastingWord {
  /** What it does to the mood, in bits; see moodRole. */
  readonly mood: number;
  readonly isEmoji: boolean;
  /** Whether it may be shown as a reason: three letters or more, and none of the words that tell nothing. */
  readonly tells: boolean;
}

const isWord = /^\p{L}[\p{L}\p{N}_-]{2,}$/u;

const learn = (text: string): KnownWord => ({
  ...hashedWord(text),
  mood: moodRole(text),
  isEmoji: text.startsWith('emoji_'),
  tells: !STOP_WORDS.has(text) && isWord.test(text),
  kept: null,
});

/** Words remembered, in about 2 MB: what a day of posts says again and again. Emptied when full. */
const mostKnown = 16_384;
const known = new Map<string, KnownWord>();

/** What is known of a word; never changed. A word that was forgotten between is another object. */
export function knownWord(text: string): KnownWord {
  const met = known.get(text);
  if (met !== undefined) return met;
  const own = ownString(text);
  const word = learn(own);
  if (known.size >= mostKnown) known.clear();
  known.set(own, word);
  return word;
}
