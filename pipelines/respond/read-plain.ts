import type { AnswerText, Block, BlockRole, Sentence } from '../../shared/domain/answer.ts';
import { splitSentences } from '../../shared/text/split-sentences.ts';
import type { LaidOut, Span } from './answer-layout.ts';

/** What stands behind a sentence, by its words: those of an earlier version, and facts word for word. */
export type KnownSentences = ReadonlyMap<string, { from: readonly string[]; role: BlockRole | null }>;

/** How sentences are looked up: without case, marks and doubled blanks. */
export const sentenceKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function knownSentences(
  texts: readonly Pick<AnswerText, 'title' | 'blocks'>[],
  sayings: ReadonlyMap<string, string>,
): KnownSentences {
  const known = new Map<string, { from: readonly string[]; role: BlockRole | null }>();
  for (const [ref, saying] of sayings)
    for (const sentence of [saying, ...splitSentences(saying)])
      known.set(sentenceKey(sentence), { from: [ref], role: null });
  for (const { title, blocks } of texts) {
    if (title) known.set(sentenceKey(title.text), { from: title.from, role: null });
    for (const { role, sentences } of blocks)
      for (const { text, from } of sentences) known.set(sentenceKey(text), { from, role });
  }
  return known;
}

/** Longest line that may be a title or heading: it ends without a mark. */
const longestHeading = 140;
const isHeading = (line: string): boolean =>
  line.length <= longestHeading && !/[.…:]["”)]?$/u.test(line) && !/https?:\/\//.test(line);

export interface ReadText extends LaidOut {
  title: Sentence | null;
  blocks: Block[];
}

/**
 * Text that a person typed, as a form: the first line without a mark at its end is the title, an empty line parts
 * blocks, a line without a mark above others is a heading. Sentences that are known keep what stands behind them; the
 * others name nothing. Spans point into the text as it was typed.
 * @param before roles of the form's blocks as they were: they stay where there are as many blocks, since the fact that is
 * said first and last is the same sentence twice
 */
export function readPlain(
  plain: string,
  known: KnownSentences,
  withTitle = true,
  before: readonly BlockRole[] = [],
): ReadText {
  const spans: Span[] = [];
  const blocks: Block[] = [];
  let title: Sentence | null = null;
  const paragraphs = paragraphsOf(plain);
  for (const { text, start } of paragraphs) {
    const lines = linesOf(text, start);
    const [first] = lines;
    if (!first) continue;
    const bare = first.text.replace(/^\*|\*$/g, '');
    if (withTitle && title === null && blocks.length === 0 && isHeading(bare) && lines.length === 1) {
      title = { text: bare, from: [...(known.get(sentenceKey(bare))?.from ?? [])] };
      spans.push({ ...spanOf(plain, bare, first.start), part: 'title', role: null, from: title.from });
      continue;
    }
    const heading = lines.length > 1 && isHeading(first.text) && !/^[•–-]/.test(first.text) ? first : null;
    if (heading)
      spans.push({ ...spanOf(plain, heading.text, heading.start), part: 'heading', role: null, from: [] });
    const found = (heading ? lines.slice(1) : lines).flatMap((line) => sentencesIn(plain, line, known));
    if (found.length === 0) continue;
    const isAsBefore = paragraphs.length - (title ? 1 : 0) === before.length;
    const role =
      (isAsBefore ? before[blocks.length] : null) ?? found.find((one) => one.role !== null)?.role ?? 'body';
    spans.push(...found.map(({ span }) => ({ ...span, role })));
    const sentences = found.map(({ span }) => ({ text: span.text, from: [...span.from] }));
    blocks.push({ role, heading: heading?.text ?? null, sentences });
  }
  return { plain, spans, title, blocks };
}

interface Piece {
  text: string;
  start: number;
}

function paragraphsOf(plain: string): Piece[] {
  const all: Piece[] = [];
  let start = 0;
  for (const part of plain.split(/(\n[ \t]*\n\s*)/)) {
    if (part.trim() !== '') all.push({ text: part, start });
    start += part.length;
  }
  return all;
}

function linesOf(text: string, start: number): Piece[] {
  const all: Piece[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') all.push({ text: line.trim(), start: at + line.indexOf(line.trim()) });
    at += line.length + 1;
  }
  return all;
}

const spanOf = (plain: string, text: string, from: number): Pick<Span, 'start' | 'end' | 'text'> => {
  const start = Math.max(from, plain.indexOf(text, from));
  return { start, end: start + text.length, text };
};

function sentencesIn(
  plain: string,
  line: Piece,
  known: KnownSentences,
): { span: Span; role: BlockRole | null }[] {
  const bullet = /^[•*–-]\s+/.exec(line.text)?.[0].length ?? 0;
  const body = line.text.slice(bullet);
  const whole = known.get(sentenceKey(body));
  const texts = whole ? [body] : splitSentences(body);
  let from = line.start + bullet;
  return texts.map((text) => {
    const place = spanOf(plain, text, from);
    from = place.end;
    const match = known.get(sentenceKey(text));
    return {
      span: { ...place, part: 'sentence' as const, role: null, from: match?.from ?? [] },
      role: match?.role ?? null,
    };
  });
}
