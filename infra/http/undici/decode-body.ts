import { Readable, type Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { BodyTooLarge } from '../../../shared/ports/fetcher.ts';

/** Servers that name more encodings than this are broken or hostile. */
const maxEncodings = 2;

/**
 * Reads a body to its end, undoing Content-Encoding, and stops as soon as more than `maxBytes` decoded bytes came out.
 * A body that is labelled gzip or zstd but does not start like one is taken as it is.
 * @throws BodyTooLarge, or the stream's own error when the body is cut off or broken
 */
export async function decodeBody(
  source: Readable,
  encoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > maxEncodings) throw new Error(`too many encodings: ${encoding}`);
  let body = await collect(source, names.at(-1), maxBytes, url);
  for (const name of names.slice(0, -1).reverse()) {
    body = await collect(Readable.from([body]), name, maxBytes, url);
  }
  return body;
}

async function collect(
  source: Readable,
  encoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const take = (chunk: Uint8Array): void => {
    total += chunk.length;
    if (total > maxBytes) throw new BodyTooLarge(url, maxBytes);
    chunks.push(chunk);
  };
  let decoder: Transform | null = null;
  let decoded: Promise<void> = Promise.resolve();
  let started = false;
  try {
    for await (const raw of source as AsyncIterable<Uint8Array>) {
      if (!started && raw.length > 0) {
        started = true;
        decoder = encoding === undefined ? null : createDecoder(encoding, raw);
        if (decoder) decoded = drain(decoder, take);
        decoded.catch(() => {}); // awaited below; this only keeps an early failure from being "unhandled"
      }
      if (!decoder) take(raw);
      else if (!decoder.write(raw)) await Promise.race([nextDrain(decoder), decoded]);
    }
    decoder?.end();
    await decoded;
  } finally {
    decoder?.destroy();
    source.destroy();
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, total);
}

const nextDrain = (stream: Transform): Promise<void> =>
  new Promise((resolve) => stream.once('drain', resolve));

async function drain(decoder: Transform, take: (chunk: Uint8Array) => void): Promise<void> {
  for await (const chunk of decoder as AsyncIterable<Uint8Array>) take(chunk);
}

/** @param start the first bytes, which tell mislabelled bodies and the two kinds of "deflate" apart */
function createDecoder(encoding: string, start: Uint8Array): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return start[0] === 0x1f && (start.length < 2 || start[1] === 0x8b) ? createGunzip() : null;
    case 'deflate':
      return (start[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return start[0] === 0x28 ? createZstdDecompress() : null;
    default:
      throw new Error(`unknown encoding: ${encoding}`);
  }
}
