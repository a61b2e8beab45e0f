import { isAscii, isUtf8 } from 'node:buffer';

export interface DecodedText {
  text: string;
  /** Lower-case label, as named by the bytes or the server; `utf-8` when nobody said. */
  charset: string;
}

export interface DecodeHints {
  contentType?: string | null;
  /** Where a document says its own encoding: an XML prolog or an HTML meta element. */
  kind: 'xml' | 'html';
}

/** How far into a document its own statement is looked for (the HTML standard's 1024, with room for late meta elements). */
const headLength = 4096;

/**
 * Bytes to text: byte-order mark, then the server's charset, then the document's own, then UTF-8 if it fits, else
 * windows-1252. A stated encoding that cannot be right (UTF-8 with many broken sequences) gives way to the next one.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  const wide32 = utf32Order(bytes);
  if (wide32 !== null) return { text: decodeUtf32(bytes, wide32 === 'le'), charset: `utf-32${wide32}` };
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decoderFor(marked)!.decode(bytes), charset: marked };
  const head = latin1Head(bytes);
  const wide = wideCharset(bytes);
  const stated = hints.kind === 'xml' ? prologCharset(head) : metaCharset(head);
  const candidates = [wide, headerCharset(hints.contentType), stated].filter((name) => name !== null);
  for (const charset of candidates) {
    const text = decodeAs(bytes, charset);
    if (text !== null) return { text, charset };
  }
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' };
  return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' };
}

/** By mark or by the four bytes of `<` (XML 1.0 appendix F). */
function utf32Order(bytes: Uint8Array): 'le' | 'be' | null {
  const start = (bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!;
  if (start === 0x0000feff || start === 0x0000003c) return 'be';
  return start === (0xfffe0000 | 0) || start === 0x3c000000 ? 'le' : null;
}

/** TextDecoder knows no UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let out = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    out += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  }
  return out;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** `<` and `?` spread over two bytes give UTF-16 away without a mark (XML 1.0 appendix F). */
function wideCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be';
  return null;
}

const latin1Head = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headLength)).toString('latin1');

const cleanLabel = (label: string | undefined): string | null => label?.trim().toLowerCase() || null;

export function headerCharset(contentType: string | null | undefined): string | null {
  return cleanLabel(/charset\s*[=:]\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
}

function prologCharset(head: string): string | null {
  return cleanLabel(/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]);
}

function metaCharset(head: string): string | null {
  return (
    cleanLabel(/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]) ?? prologCharset(head)
  );
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

/** Share of replacement characters above which a stated encoding is taken for wrong; a few are transmission errors. */
const maxBrokenShare = 0.002;

function decodeAs(bytes: Uint8Array, charset: string): string | null {
  const decoder = decoderFor(charset);
  if (!decoder) return null;
  // A document that says UTF-16 in bytes one can read as ASCII is not UTF-16.
  const wide = decoder.encoding.startsWith('utf-16');
  if (wide && wideCharset(bytes) === null) return null;
  // Letters beyond ASCII that all form whole UTF-8 sequences are no accident: servers name Latin 1 by default.
  if (decoder.encoding === 'windows-1252' && !isAscii(bytes) && isUtf8(bytes))
    return new TextDecoder().decode(bytes);
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'utf-8') return text;
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return broken > 0 && broken > text.length * maxBrokenShare ? null : text;
}
