import type { ShownText } from './answer-data.ts';

/** A stretch of a text and what stands behind it; null where it is no sentence that is known. */
export interface Segment {
  start: number;
  end: number;
  from: readonly string[] | null;
}

/**
 * Where the sentences of the saved form stand in the text as it is typed now. A sentence that was changed is found no
 * more: nothing stands behind it until it is saved.
 */
export function segmentsOf(plain: string, { title, blocks }: Pick<ShownText, 'title' | 'blocks'>): Segment[] {
  const sentences = [...(title ? [title] : []), ...blocks.flatMap((block) => block.sentences)];
  const found: Segment[] = [];
  let from = 0;
  for (const sentence of sentences) {
    const start = plain.indexOf(sentence.text, from);
    if (start < 0) continue;
    from = start + sentence.text.length;
    found.push({ start, end: from, from: sentence.from });
  }
  return found;
}

export const segmentAt = (segments: readonly Segment[], place: number): Segment | null =>
  segments.find(({ start, end }) => start <= place && place < end) ?? null;

/** The whole text in order: known sentences, and what lies between them. */
export function allSegments(plain: string, segments: readonly Segment[]): Segment[] {
  const all: Segment[] = [];
  let from = 0;
  for (const segment of segments) {
    if (segment.start > from) all.push({ start: from, end: segment.start, from: null });
    all.push(segment);
    from = segment.end;
  }
  if (from < plain.length) all.push({ start: from, end: plain.length, from: null });
  return all;
}

/** Boxes of a form: parts with an empty line between them. */
export const boxesOf = (plain: string): string[] => plain.split('\n\n');
/** A box holds no empty line, since that parts boxes. */
export const joinBoxes = (boxes: readonly string[]): string => boxes.join('\n\n');
export const withinBox = (text: string): string => text.replace(/\n{2,}/g, '\n');

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
