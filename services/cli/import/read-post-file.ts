import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  type PostOutcome,
  type PostsContext,
  parseCsvPosts,
  parseJsonl,
} from '../../../pipelines/ingest/posts/parse-posts.ts';
import { CliError } from '../cli-context.ts';

export interface PostFile {
  sizeBytes: number;
  outcomes: AsyncIterable<PostOutcome>;
  /** Bytes read so far. */
  readBytes(): number;
}

/** Opens a file of posts by its ending. @throws CliError with what to do */
export async function readPostFile(path: string, context: PostsContext): Promise<PostFile> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new CliError(`${path} tidak ada atau bukan berkas: periksa nama dan foldernya.`);
  const parse = parserOf(path);
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      read += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  }
  return { sizeBytes: info.size, outcomes: parse(counted(), context), readBytes: () => read };
}

function parserOf(path: string): typeof parseJsonl {
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return parseJsonl;
    case '.csv':
    case '.tsv':
      return parseCsvPosts;
    default:
      throw new CliError(
        `${basename(path)}: hanya .jsonl, .ndjson, .csv dan .tsv yang dapat diimpor. Simpan berkas sebagai CSV lalu ulangi.`,
      );
  }
}
