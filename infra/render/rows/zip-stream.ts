import type { Writable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { writeOn } from './write-stream-whole.ts';

/** A ZIP (APPNOTE 6.3) written as it goes: sizes follow each file, so nothing is held. Files end at 4 GB each. */
export interface ZipStream {
  /** Opens the next file; the one before must be closed. */
  open(path: string): ZipFile;
  /** Writes the directory. */
  end(): Promise<void>;
}

export interface ZipFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  path: Buffer;
  offset: number;
  crc: number;
  packed: number;
  plain: number;
}

/** Version 2.0, sizes in a descriptor behind the data and UTF-8 names, deflated, dated 1 January 1980. */
const common = (crc: number, packed: number, plain: number, nameLength: number): Buffer => {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(0x0808, 2);
  bytes.writeUInt16LE(8, 4);
  bytes.writeUInt16LE(0x21, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(plain, 18);
  bytes.writeUInt16LE(nameLength, 22);
  return bytes;
};
const mark = (signature: number, ...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(4 + 4 * numbers.length);
  [signature, ...numbers].forEach((number, at) => void bytes.writeUInt32LE(number, 4 * at));
  return bytes;
};

function directoryEntry({ path, offset, crc, packed, plain }: Entry): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const made = Buffer.from([20, 0]);
  return Buffer.concat([mark(0x02014b50), made, common(crc, packed, plain, path.length), tail, path]);
}

/** Writes an archive into `out`, compressed at the fastest level: rows of a table shrink to a tenth with it already. */
export function createZipStream(out: Writable): ZipStream {
  const entries: Entry[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    await writeOn(out, bytes);
  };
  return {
    open(name) {
      const entry: Entry = { path: Buffer.from(name), offset: 0, crc: 0, packed: 0, plain: 0 };
      entries.push(entry);
      const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 1 << 16 });
      const pump = (async () => {
        entry.offset = offset;
        await put(Buffer.concat([mark(0x04034b50), common(0, 0, 0, entry.path.length), entry.path]));
        for await (const chunk of deflate) {
          entry.packed += chunk.length;
          await put(chunk);
        }
        await put(mark(0x08074b50, entry.crc, entry.packed, entry.plain));
      })();
      // A disk error stops the pump; `close` tells of it, and writers must not wait for a reader that is gone.
      pump.catch((error) => deflate.destroy(error));
      return {
        async write(text) {
          const bytes = Buffer.from(text);
          entry.crc = crc32(bytes, entry.crc);
          entry.plain += bytes.length;
          await writeOn(deflate, bytes);
        },
        async close() {
          deflate.end();
          await pump;
        },
      };
    },
    async end() {
      const start = offset;
      for (const entry of entries) await put(directoryEntry(entry));
      const tail = Buffer.alloc(22);
      tail.writeUInt32LE(0x06054b50, 0);
      tail.writeUInt16LE(entries.length, 8);
      tail.writeUInt16LE(entries.length, 10);
      tail.writeUInt32LE(offset - start, 12);
      tail.writeUInt32LE(start, 16);
      await put(tail);
    },
  };
}
