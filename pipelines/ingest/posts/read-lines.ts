export interface NumberedLine {
  /** From 1. */
  line: number;
  /** Null when the line was longer than the limit and was skipped. */
  text: string | null;
}

/** Longest line read: a text of 1 MB may take six bytes a character when escaped. */
export const maxLineLength = 8_000_000;

/** Bytes or text in pieces → numbered lines, holding one line at a time. A byte-order mark and `\r` are taken off. */
export async function* readLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let tooLong = false;
  const finish = (text: string): NumberedLine => {
    line += 1;
    const whole =
      tooLong || text.length > maxLineLength ? null : text.endsWith('\r') ? text.slice(0, -1) : text;
    tooLong = false;
    return { line, text: whole };
  };
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield finish(rest + text.slice(start, end));
      rest = '';
      start = end + 1;
    }
    rest += text.slice(start);
    if (rest.length > maxLineLength) {
      tooLong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (rest !== '' || tooLong) yield finish(rest);
}
