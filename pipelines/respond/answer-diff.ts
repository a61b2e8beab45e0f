import { type AnswerChannel, type AnswerText, answerChannels } from '../../shared/domain/answer.ts';
import { alignWords } from '../../shared/text/align-words.ts';
import { plainOf } from './answer-layout.ts';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words and the blanks after them, so that joining gives the text back. */
const piecesOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Equal pieces by equal numbers; 0 is a piece that only `b` has. */
function coded(a: readonly string[], b: readonly string[]): [Uint32Array, Uint32Array] {
  const numbers = new Map(a.map((piece, at) => [piece, at + 1]));
  const numbered = (pieces: readonly string[]): Uint32Array =>
    Uint32Array.from(pieces, (piece) => numbers.get(piece) ?? 0);
  return [numbered(a), numbered(b)];
}

/**
 * What changed from one text to another, word by word; joining `same` and `added` gives the later one. Beyond some
 * hundred changed words on either side the one run is simply replaced by the other (`alignWords`).
 */
export function diffTexts(before: string, after: string): DiffPart[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], pieces: readonly string[]): void => {
    if (pieces.length > 0) parts.push({ kind, text: pieces.join('') });
  };
  let at = 0;
  for (const { firstFrom, firstTo, secondFrom, secondTo } of alignWords(...coded(a, b))) {
    add('same', a.slice(at, firstFrom));
    add('removed', a.slice(firstFrom, firstTo));
    add('added', b.slice(secondFrom, secondTo));
    at = firstTo;
  }
  add('same', a.slice(at));
  return parts;
}

/** What changed in each form between two versions; forms that are alike are left out. */
export function diffAnswers(
  before: { texts: readonly AnswerText[] },
  after: { texts: readonly AnswerText[] },
): { channel: AnswerChannel; parts: DiffPart[] }[] {
  const plain = ({ texts }: { texts: readonly AnswerText[] }, channel: AnswerChannel): string => {
    const text = texts.find((one) => one.channel === channel);
    return text ? plainOf(text) : '';
  };
  return answerChannels.flatMap((channel) => {
    const [from, to] = [plain(before, channel), plain(after, channel)];
    return from === to ? [] : [{ channel, parts: diffTexts(from, to) }];
  });
}
