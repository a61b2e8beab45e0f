/** How a BERT tokeniser cuts a text, as its files say. */
export interface WordPieceSettings {
  /** Piece → id. */
  vocabulary: ReadonlyMap<string, number>;
  lowercase: boolean;
  /** Null: as `lowercase` says, as BERT does. */
  stripAccents: boolean | null;
  unknown: string;
  start: string;
  end: string;
  padding: string;
  /** What the inside of a word begins with. */
  prefix: string;
}

export interface Encoding {
  ids: number[];
  /** Where the text was cut to fit. */
  truncated: boolean;
}

/** A word longer than this is unknown as a whole, as in BERT. */
const longestWord = 100;
/** Characters read of a text for one piece that may be kept: a piece has rarely more, and a megabyte is never cut whole. */
const charactersPerPiece = 12;

/** A vocabulary without one of the pieces that frame a text. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

const isControl = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
/** ASCII signs count as punctuation even where Unicode calls them symbols, as in BERT. */
const isPunctuation = (code: number, character: string): boolean =>
  (code >= 33 && code <= 47) ||
  (code >= 58 && code <= 64) ||
  (code >= 91 && code <= 96) ||
  (code >= 123 && code <= 126) ||
  (code > 126 && /\p{P}/u.test(character));
const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code <= 0x2fa1f);

/** The words of a text before they are cut into pieces: split at white space, every sign a word of its own. */
export function basicWords(text: string, { lowercase, stripAccents }: WordPieceSettings): string[] {
  let plain = lowercase ? text.toLowerCase() : text;
  if (stripAccents ?? lowercase) plain = plain.normalize('NFD').replace(/\p{Mn}/gu, '');
  const words: string[] = [];
  let word = '';
  const end = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (const character of plain) {
    const code = character.codePointAt(0)!;
    if (/\s/u.test(character)) end();
    else if (code === 0xfffd || isControl.test(character)) continue;
    else if (isHan(code) || isPunctuation(code, character)) {
      end();
      words.push(character);
    } else word += character;
  }
  end();
  return words;
}

/** The longest piece first, from the left (Schuster and Nakajima 2012); null when a rest is in no vocabulary. */
function piecesOf(word: string, { vocabulary, prefix }: WordPieceSettings): number[] | null {
  const characters = [...word];
  if (characters.length > longestWord) return null;
  const ids: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end--) {
      const piece = characters.slice(start, end).join('');
      id = vocabulary.get(start === 0 ? piece : prefix + piece);
      if (id !== undefined) break;
    }
    if (id === undefined) return null;
    ids.push(id);
    start = end;
  }
  return ids;
}

/** Makes the function that turns a text into ids, framed by the start and end pieces. Throws {@link VocabularyError}. */
export function createWordPiece(settings: WordPieceSettings): (text: string, maxPieces: number) => Encoding {
  const idOf = (piece: string): number => {
    const id = settings.vocabulary.get(piece);
    if (id === undefined) throw new VocabularyError(`the vocabulary has no piece "${piece}"`);
    return id;
  };
  const [start, end, unknown] = [idOf(settings.start), idOf(settings.end), idOf(settings.unknown)];
  const known = new Map<string, readonly number[]>();
  return (text, maxPieces) => {
    const room = Math.max(0, maxPieces - 2);
    const read = text.slice(0, room * charactersPerPiece);
    const ids: number[] = [];
    for (const word of basicWords(read, settings)) {
      let pieces = known.get(word);
      if (!pieces) {
        pieces = piecesOf(word, settings) ?? [unknown];
        if (known.size < mostRemembered) known.set(word, pieces);
      }
      ids.push(...pieces);
      if (ids.length > room) break;
    }
    const truncated = ids.length > room || read.length < text.length;
    return { ids: [start, ...ids.slice(0, room), end], truncated };
  };
}

/** Words whose pieces are remembered: a day's vocabulary. */
const mostRemembered = 50_000;
