import type { Writable } from 'node:stream';

/** Chosen: large enough that a write costs nothing a row, small enough to sit in the processor's cache. */
const blockBytes = 1 << 18;
/** A UTF-16 unit takes at most three bytes in UTF-8. */
const mostBytesPerUnit = 3;

/** Text gathered into one block of memory that is used over and over, so that a million rows leave no garbage behind. */
export interface TextBlocks {
  /** @throws what the stream failed with */
  add(text: string): Promise<void>;
  /** Writes what is left. */
  end(): Promise<void>;
}

export function createTextBlocks(stream: Writable): TextBlocks {
  const block = Buffer.allocUnsafe(blockBytes);
  let used = 0;
  // The block is written out before it is filled again: a stream does not copy what it is given.
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  const flush = async (): Promise<void> => {
    if (used === 0) return;
    const bytes = block.subarray(0, used);
    used = 0;
    await write(bytes);
  };
  return {
    async add(text) {
      const most = text.length * mostBytesPerUnit;
      if (used + most > blockBytes) await flush();
      if (most > blockBytes) await write(Buffer.from(text));
      else used += block.write(text, used);
    },
    end: flush,
  };
}
