import { type AnswerChannel, type AnswerText, answerChannels } from '../../shared/domain/answer.ts';
import { plainOf } from './answer-layout.ts';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words and the blanks after them, so that joining gives the text back. */
const piecesOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Longest common run of words between the ends that agree, beyond which one is simply replaced by the other: 2 MB of cells. */
const mostCells = 1_000_000;

/** What changed from one text to another, word by word; joining `same` and `added` gives the later one. */
export function diffTexts(before: string, after: string): DiffPart[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return merged([
    ...a.slice(0, head).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): DiffPart => ({ kind: 'same', text })),
  ]);
}

function diffMiddle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const removed = a.map((text): DiffPart => ({ kind: 'removed', text }));
  const added = b.map((text): DiffPart => ({ kind: 'added', text }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostCells) return [...removed, ...added];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) parts.push(removed[i++]!);
    else parts.push(added[j++]!);
  }
  return [...parts, ...removed.slice(i), ...added.slice(j)];
}

function merged(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) all[all.length - 1] = { kind: part.kind, text: last.text + part.text };
    else all.push(part);
  }
  return all;
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
