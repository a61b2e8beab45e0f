import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * Gives `fill` a stream to a file of its own beside `path`; when it is done the file is flushed and renamed. On any
 * error of `fill` or the disk the half file is removed and what was at `path` stays.
 */
export async function writeStreamWhole<T>(path: string, fill: (stream: Writable) => Promise<T>): Promise<T> {
  const half = `${path}.${randomUUID()}.tmp`;
  const stream = createWriteStream(half, { flags: 'wx', highWaterMark: 1 << 18 });
  const done = finished(stream);
  // A disk error may come while `fill` still runs; it is awaited below, never unhandled.
  done.catch(() => {});
  try {
    const result = await fill(stream);
    stream.end();
    await done;
    await flush(half);
    await rename(half, path);
    return result;
  } catch (error) {
    stream.destroy();
    // The file may only just be opening: removed before that, it would come back.
    await done.catch(() => {});
    await rm(half, { force: true });
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes and, when the stream is full, waits until it has drained or failed. */
export async function writeOn(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (stream.write(chunk)) return;
  await new Promise<void>((resolve, reject) => {
    const settle = (end: () => void) => () => {
      stream.off('drain', drained);
      stream.off('error', failed);
      end();
    };
    const drained = settle(resolve);
    const failed = settle(() => reject(stream.errored));
    stream.once('drain', drained);
    stream.once('error', failed);
  });
}
