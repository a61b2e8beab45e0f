import { STOP_WORDS } from '../../../shared/text/stop-words.ts';
import { lightStem } from '../../link/stem.ts';
import { wordsOf } from '../../link/words.ts';

/** Words that make nothing a rumour: they are in every text about an election. Our own list. */
const everywhere = new Set('kpu pemilu suara pemilih informasi kabar'.split(' '));

/** Words of content, stemmed: no stop words, and none that is in every text about an election. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(text))
    if (!STOP_WORDS.has(word) && !everywhere.has(word)) stems.add(lightStem(word));
  return stems;
}

/** Fewer words of content than this say too little to be recognised. */
const leastStems = 3;

/** The share of one text's words of content that another one holds, 0 to 1; 0 where the first has fewer than `least`. */
export function heldShare(of: string, within: string, least: number = leastStems): number {
  const wanted = contentStems(of);
  if (wanted.size < least) return 0;
  const there = contentStems(within);
  let held = 0;
  for (const stem of wanted) if (there.has(stem)) held++;
  return held / wanted.size;
}

/** From here on a sentence tells the rumour; chosen: seven of ten words, so that a fact about the same matter stays below. */
export const mythShare = 0.7;
/** A headline is short and read alone: half of the rumour's words are enough. */
export const titleShare = 0.5;
