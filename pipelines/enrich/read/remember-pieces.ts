import { ownString } from '../../../shared/text/own-string.ts';

/** Places looked at for a piece. Chosen: ordinary texts need two; texts made to crowd one place must stay cheap. */
const LONGEST_SEARCH = 32;

/** What is known of a piece of a text, by where it stands in the text. */
export type ReadPiece<Value> = (text: string, start: number, end: number) => Value;

/**
 * Makes a reader that has `make` read each piece of text once and remembers what came of it. A known piece is found by
 * its characters where they stand: nothing is cut out of the text. Values are the same object each time, so they must
 * not be changed. At most `most` pieces are remembered, a power of two; all are forgotten when there are more.
 */
export function rememberPieces<Value>(most: number, make: (piece: string) => Value): ReadPiece<Value> {
  // Twice as many places as pieces, so that a search is short.
  const places = new Int32Array(most * 2);
  const mask = places.length - 1;
  const hashes = new Int32Array(most);
  let pieces: string[] = [];
  let values: Value[] = [];
  const learn = (piece: string, hash: number, free: number): Value => {
    const value = make(piece);
    let place = free;
    if (pieces.length >= most) {
      places.fill(0);
      pieces = [];
      values = [];
      place = hash & mask;
    }
    hashes[pieces.length] = hash;
    pieces.push(piece);
    values.push(value);
    places[place] = pieces.length;
    return value;
  };
  return (text, start, end) => {
    let hash = end - start;
    // FNV-1a over the characters, its high bits folded into the low ones that choose a place.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    let place = hash & mask;
    const last = (place + LONGEST_SEARCH) & mask;
    for (let n = places[place] as number; n > 0; n = places[place] as number) {
      if (hashes[n - 1] === hash && standsAt(pieces[n - 1] as string, text, start, end))
        return values[n - 1] as Value;
      place = (place + 1) & mask;
      if (place === last) return make(text.slice(start, end));
    }
    return learn(ownString(text.slice(start, end)), hash, place);
  };
}

function standsAt(piece: string, text: string, start: number, end: number): boolean {
  if (piece.length !== end - start) return false;
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
