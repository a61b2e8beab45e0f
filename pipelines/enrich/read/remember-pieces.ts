import { ownString } from '../../../shared/text/own-string.ts';

/** Places looked at for a piece. Chosen: ordinary texts need two; texts made to crowd one place must stay cheap. */
const LONGEST_SEARCH = 32;

/** What was made of a piece of a text. */
export interface ReadPiece {
  /** The piece as it stands in the text. */
  readonly piece: string;
}

/**
 * Makes a reader that has `make` read each piece of text once and remembers what came of it. A known piece is found by
 * its characters where they stand: nothing is cut out of the text. Values are the same object each time. At most `most`
 * pieces are remembered, a power of two; all are forgotten when there are more.
 */
export function rememberPieces<Value extends ReadPiece>(
  most: number,
  make: (piece: string) => Value,
): (text: string, start: number, end: number) => Value {
  // Twice as many places as pieces, so that a search is short; a hash and the number of its value side by side.
  const places = new Int32Array(most * 4);
  const mask = most * 2 - 1;
  let values: Value[] = [];
  const learn = (piece: string, hash: number, free: number): Value => {
    const value = make(piece);
    let place = free;
    if (values.length >= most) {
      places.fill(0);
      values = [];
      place = hash & mask;
    }
    values.push(value);
    places[2 * place] = hash;
    places[2 * place + 1] = values.length;
    return value;
  };
  return (text, start, end) => {
    let hash = end - start;
    // FNV-1a over the characters, its high bits folded into the low ones that choose a place.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    let place = hash & mask;
    const last = (place + LONGEST_SEARCH) & mask;
    for (let n = places[2 * place + 1] as number; n > 0; n = places[2 * place + 1] as number) {
      if (places[2 * place] === hash) {
        const value = values[n - 1] as Value;
        if (standsAt(value.piece, text, start, end)) return value;
      }
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
