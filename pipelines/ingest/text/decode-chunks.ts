/** Bytes looked at for a mark of UTF-16 or UTF-8. */
const markLength = 3;

/**
 * A file's bytes in pieces → text in pieces: by its byte-order mark, else UTF-8; from the first letter beyond ASCII on
 * windows-1252, as Excel saves a plain CSV, where that letter's piece is no UTF-8. Text passes as it is. Never fails:
 * single broken bytes of a UTF-8 file become U+FFFD.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string, void, void> {
  let decoder: TextDecoder | null = null;
  let begin = new Uint8Array(0);
  let isMarked = false;
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      yield chunk;
      continue;
    }
    const bytes = begin.length === 0 ? chunk : Buffer.concat([begin, chunk]);
    begin = new Uint8Array(0);
    if (!isMarked && bytes.length < markLength) {
      begin = Uint8Array.from(bytes);
      continue;
    }
    if (!isMarked) decoder = markedDecoder(bytes);
    isMarked = true;
    if (decoder === null && bytes.some((byte) => byte > 127)) decoder = likelierDecoder(bytes);
    yield decoder === null ? ascii.decode(bytes) : decoder.decode(bytes, { stream: true });
  }
  if (begin.length > 0) yield likelierDecoder(begin).decode(begin);
  yield decoder?.decode() ?? '';
}

/** For bytes that all are ASCII, which either of the two others would read the same. */
const ascii = new TextDecoder();

function markedDecoder(bytes: Uint8Array): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? new TextDecoder() : null;
}

/** UTF-8 unless more of the letters beyond ASCII are broken than whole. */
function likelierDecoder(bytes: Uint8Array): TextDecoder {
  let [broken, whole] = [0, 0];
  // What a piece ends in the middle of is left out, not broken.
  for (const char of new TextDecoder().decode(bytes, { stream: true })) {
    if (char === '\ufffd') broken++;
    else if (char > '\u007f') whole++;
  }
  return new TextDecoder(broken > whole ? 'windows-1252' : 'utf-8');
}
