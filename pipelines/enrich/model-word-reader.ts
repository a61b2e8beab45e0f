import { stem } from '../../shared/text/stem.ts';
import { addToCue, beginCue, type Cue, endCue } from './model/cue.ts';
import { type KnownWord, knownWord } from './model/known-word.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { keptAtWord } from './read/kept-at-word.ts';

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

/** A word as the models read it, and the cue of its stem once that was asked for. */
interface ModelWord {
  readonly word: KnownWord;
  stem: Cue | null;
}

/** A set of the cues of one text, at most half full; places that another text filled count as empty. */
const places = 2 * 256;

/**
 * Makes the reader of words for the models: names of places alike. It puts the cues of the first words' stems, each
 * once, at the end of `cues`.
 */
export function createModelWordReader({ joined }: Gazetteer) {
  const read = keptAtWord((own: KnownWord): ModelWord => {
    const need = joined.get(own.text)?.need;
    return { word: need === 'nothing' || need === 'capital' ? knownWord(placeWord) : own, stem: null };
  });
  const stems = new Int32Array(places);
  const filledBy = new Int32Array(places);
  let text = 0;
  const isNew = (cue: Cue): boolean => {
    let place = cue & (places - 1);
    for (; filledBy[place] === text; place = (place + 1) & (places - 1))
      if (stems[place] === cue) return false;
    stems[place] = cue;
    filledBy[place] = text;
    return true;
  };
  return (written: readonly KnownWord[], cues: Cue[]): KnownWord[] => {
    text = (text + 1) | 0;
    const words = new Array<KnownWord>(written.length);
    for (let i = 0; i < written.length; i++) {
      const word = read(written[i]!);
      words[i] = word.word;
      if (i >= maxStems) continue;
      word.stem ??= stemCue(word.word.text);
      if (isNew(word.stem)) cues.push(word.stem);
    }
    return words;
  };
}
