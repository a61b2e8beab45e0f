/**
 * The same string in memory of its own. A piece cut from a text (`slice`, `split`, a match) may keep the whole text
 * alive for as long as the piece is held; what is kept for long, in a table of words say, should be its own.
 */
export function ownString(piece: string): string {
  return piece.length < shortest ? piece : piece.split('').join('');
}

/** The engine copies pieces below this length anyway (V8's SlicedString::kMinLength). */
const shortest = 13;
