import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  type PostOutcome,
  type PostsContext,
  parseCsvPosts,
  parseJsonl,
  parseSheetPosts,
} from '../../../pipelines/ingest/posts/parse-posts.ts';
import type { ReadWorkbook } from '../../../pipelines/ingest/posts/read-workbook.ts';
import { CliError } from '../cli-context.ts';

export interface PostFile {
  sizeBytes: number;
  outcomes: AsyncIterable<PostOutcome>;
  /** Bytes read so far. */
  readBytes(): number;
}

/** Opens a file of posts by its ending. @throws CliError with what to do */
export async function readPostFile(
  path: string,
  context: PostsContext,
  readWorkbook?: ReadWorkbook,
): Promise<PostFile> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new CliError(`${path} tidak ada atau bukan berkas: periksa nama dan foldernya.`);
  if (info.size === 0) throw new CliError(`${basename(path)} kosong: tidak ada yang diimpor.`);
  if (extname(path).toLowerCase() === '.xlsx') return readSheetFile(path, info.size, context, readWorkbook);
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

/** Beyond it a workbook is no export of posts; CSV has no such limit. */
const maxWorkbookBytes = 60_000_000;

async function readSheetFile(
  path: string,
  sizeBytes: number,
  context: PostsContext,
  readWorkbook: ReadWorkbook | undefined,
): Promise<PostFile> {
  if (!readWorkbook) throw new CliError('Berkas Excel tidak dibaca di sini; simpan sebagai CSV.');
  if (sizeBytes > maxWorkbookBytes)
    throw new CliError(`${basename(path)}: lebih dari 60 MB; simpan sebagai CSV lalu ulangi.`);
  const sheet = await readWorkbook(await readFile(path));
  if ('refused' in sheet) throw new CliError(`${basename(path)}: ${sheet.refused}`);
  return { sizeBytes, outcomes: parseSheetPosts(sheet, context), readBytes: () => sizeBytes };
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
        `${basename(path)}: hanya .jsonl, .ndjson, .csv, .tsv dan .xlsx yang dapat diimpor. Simpan berkas sebagai CSV lalu ulangi.`,
      );
  }
}
