import type { AnswerText, BlockRole, Sentence } from '../../shared/domain/answer.ts';

/** A sentence or heading with its place in the plain text. */
export interface Span {
  start: number;
  end: number;
  text: string;
  part: 'title' | 'heading' | 'sentence';
  role: BlockRole | null;
  /** What stands behind it; empty for headings, and for sentences that name nothing. */
  from: readonly string[];
}

export interface LaidOut {
  plain: string;
  spans: Span[];
}

/**
 * A form as people copy it: the title, blocks parted by an empty line, each heading on a line of its own. Sources,
 * closing lines of messages and talking points stand one to a line; a WhatsApp title is bold there (`*…*`).
 */
export function layOut({
  channel,
  title,
  blocks,
}: Pick<AnswerText, 'channel' | 'title' | 'blocks'>): LaidOut {
  const spans: Span[] = [];
  let plain = '';
  const add = (text: string, part: Span['part'], role: BlockRole | null, from: readonly string[]): void => {
    spans.push({ start: plain.length, end: plain.length + text.length, text, part, role, from });
    plain += text;
  };
  const mark = channel === 'whatsapp' ? '*' : '';
  if (title) {
    plain += mark;
    add(title.text, 'title', null, title.from);
    plain += mark;
  }
  for (const { role, heading, sentences } of blocks) {
    if (plain !== '') plain += role === 'point' ? '\n' : '\n\n';
    if (role === 'point') plain += '• ';
    if (heading !== null) {
      add(heading, 'heading', role, []);
      plain += '\n';
    }
    sentences.forEach((sentence: Sentence, at) => {
      if (at > 0) plain += role === 'source' || isOwnLine(sentence) ? '\n' : ' ';
      add(sentence.text, 'sentence', role, sentence.from);
    });
  }
  return { plain, spans };
}

const isOwnLine = ({ text, from }: Sentence): boolean =>
  from.includes('template:signature') || /: https?:\/\/\S+$/.test(text);

/** One form as text. */
export const plainOf = (text: Pick<AnswerText, 'channel' | 'title' | 'blocks'>): string => layOut(text).plain;
