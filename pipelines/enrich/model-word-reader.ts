import { stem } from '../../shared/text/stem.ts';
import { addToCue, beginCue, type Cue, endCue } from './model/cue.ts';
import { type KnownWord, knownWord } from './model/known-word.ts';
import type { Gazetteer } from './places/gazetteer.ts';

/** Words that are stemmed: a new word costs 20 µs, so that 250 of them take 5 ms. */
const maxStems = 250;

/** What the models read for the name of a place: no area is to be judged by its name. */
const placeWord = 'namatempat';

const stemName = 'stem ';
const stemBegun = beginCue(stemName);
const stemCue = (word: string): Cue => {
  const root = stem(word);
  return endCue(addToCue(stemBegun, root), stemName.length + root.length);
};

/** The cue of a stem, and the number of the text that it was last met in. */
interface Stem {
  readonly cue: Cue;
  seenIn: number;
}

/** A word as the models read it, and its stem once that was asked for. */
interface ModelWord {
  readonly word: KnownWord;
  stem: Stem | null;
}

/** Words remembered by the models' reader, in about 2 MB; emptied when there are more. */
const mostModelWords = 16_384;

/**
 * Makes the reader of words for the models: names of places alike. It puts the cues of the first words' stems, each
 * once, at the end of `cues`.
 */
export function createModelWordReader({ joined }: Gazetteer) {
  const known = new Map<string, ModelWord>();
  const stems = new Map<Cue, Stem>();
  let text = 0;
  const learn = ({ text: written }: KnownWord, read: KnownWord): ModelWord => {
    const need = joined.get(written)?.need;
    const learned = {
      word: need === 'nothing' || need === 'capital' ? knownWord(placeWord) : read,
      stem: null,
    };
    known.set(written, learned);
    return learned;
  };
  const stemOf = (word: KnownWord): Stem => {
    const found = stemCue(word.text);
    let met = stems.get(found);
    if (met === undefined) {
      met = { cue: found, seenIn: 0 };
      stems.set(found, met);
    }
    return met;
  };
  return (written: readonly KnownWord[], cues: Cue[]): KnownWord[] => {
    text++;
    // Never within a text: a stem forgotten there would be taken for another.
    if (known.size >= mostModelWords) {
      known.clear();
      stems.clear();
    }
    const words = new Array<KnownWord>(written.length);
    for (let i = 0; i < written.length; i++) {
      const own = written[i]!;
      const read = known.get(own.text) ?? learn(own, own);
      words[i] = read.word;
      if (i >= maxStems) continue;
      read.stem ??= stemOf(read.word);
      if (read.stem.seenIn === text) continue;
      read.stem.seenIn = text;
      cues.push(read.stem.cue);
    }
    return words;
  };
}
