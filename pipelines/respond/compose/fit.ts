import type { Block, Sentence } from '../../../shared/domain/answer.ts';

/** A piece of a short form; the higher its rank, the sooner it is left out. 0 stays whatever happens. */
export interface Piece {
  rank: number;
  block: Block;
}

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Leaves out pieces, the highest rank and last of them first, until `measure` of what is left is at most `most`. */
export function fitPieces(
  pieces: readonly Piece[],
  most: number,
  measure: (blocks: readonly Block[]) => number,
): Block[] {
  let kept = [...pieces];
  while (measure(kept.map(({ block }) => block)) > most) {
    const rank = Math.max(...kept.map((piece) => piece.rank));
    if (rank === 0) break;
    const at = kept.findLastIndex((piece) => piece.rank === rank);
    kept = kept.filter((_, n) => n !== at);
  }
  return joined(kept.map(({ block }) => block));
}

/** Neighbours of one role and without headings are one paragraph. */
function joined(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const one of blocks) {
    const last = all.at(-1);
    if (last && last.role === 'fact' && one.role === 'fact' && last.heading === null && one.heading === null)
      all[all.length - 1] = { ...last, sentences: [...last.sentences, ...one.sentences] };
    else all.push(one);
  }
  return all;
}

export const block = (
  role: Block['role'],
  heading: string | null,
  sentences: readonly Sentence[],
): Block => ({
  role,
  heading,
  sentences: [...sentences],
});

/** A piece for each sentence; nothing where there is none. */
export const piece = (
  rank: number,
  role: Block['role'],
  heading: string | null,
  sentences: readonly Sentence[],
): Piece[] => (sentences.length === 0 ? [] : [{ rank, block: block(role, heading, sentences) }]);
