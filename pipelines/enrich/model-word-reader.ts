import { ownString } from '../../shared/text/own-string.ts';
import { stem } from '../../shared/text/stem.ts';
import { addToCue, beginCue, type Cue, endCue } from './model/cue.ts';
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

/** A word as the models read it, and the cue of its stem once that was asked for. */
interface ModelWord {
  readonly word: string;
  stem: Cue | null;
}

/** Words remembered by the models' reader, in about 2 MB; emptied when full. */
const mostModelWords = 16_384;

/** Makes the reader of words for the models: names of places alike, and the cues of the first words' stems. */
export function createModelWordReader({ joined }: Gazetteer) {
  const known = new Map<string, ModelWord>();
  const learn = (word: string): ModelWord => {
    const need = joined.get(word)?.need;
    const read = { word: need === 'nothing' || need === 'capital' ? placeWord : word, stem: null };
    if (known.size >= mostModelWords) known.clear();
    known.set(ownString(word), read);
    return read;
  };
  return (written: readonly string[]): { words: string[]; stems: Set<Cue> } => {
    const words = new Array<string>(written.length);
    const stems = new Set<Cue>();
    for (let i = 0; i < written.length; i++) {
      const read = known.get(written[i]!) ?? learn(written[i]!);
      words[i] = read.word;
      if (i >= maxStems) continue;
      read.stem ??= stemCue(read.word);
      stems.add(read.stem);
    }
    return { words, stems };
  };
}
