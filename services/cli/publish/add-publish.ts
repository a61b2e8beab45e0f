import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { publisherOf } from '../../../pipelines/respond/publish/list-pages.ts';
import { type SiteFile, siteFiles } from '../../../pipelines/respond/publish/site-files.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';
import { unitOfCode } from '../report/unit-of-code.ts';

interface Options {
  out: string;
  unit?: string;
  url?: string;
  data?: string;
}

/** Publications of one unit on a page, in a folder: more are found by search engines. */
const most = 500;

/** `saring publish`: the public pages as a folder that any web server can show. */
export function addPublish(program: Command, context: CliContext, within: Within): void {
  program
    .command('publish')
    .description('write the public clarification pages to a folder for any web server')
    .requiredOption('--out <dir>', 'folder to write to')
    .option('--unit <code>', 'whose name stands at the head; default SARING_PUBLIC_NAME, else who published')
    .option('--url <address>', 'public address of the folder; default SARING_PUBLIC_URL')
    .option('--data <dir>', 'data folder')
    .action(({ out, unit, url, data }: Options) =>
      within(data, async ({ records, answerFiles, publicUrl, publicName }) => {
        const head = unit === undefined ? publicName : unitOfCode(unit).name;
        const base = (url ?? publicUrl).replace(/\/+$/, '');
        if (!/^https?:\/\//.test(base)) throw new CliError('--url harus diawali http:// atau https://.');
        const publications = (await records.publications.list({ limit: most })).map((one) => ({
          ...one,
          url: `${base}/${one.code}`,
        }));
        const site = { url: base, unitName: head ?? publisherOf(publications) };
        const { writeFile } = (await context.services()).reports;
        let files = 0;
        let changed = 0;
        for (const file of siteFiles(site, publications, answerFiles)) {
          if (file.kind !== 'gone') files += 1;
          if (await bring(out, file, writeFile)) changed += 1;
        }
        context.out(
          `${files} berkas untuk ${publications.length} klarifikasi di ${out}; ${changed} di antaranya berubah.\n`,
        );
      }),
    );
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What lies there; null when nothing does. @throws CliError */
async function readThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CliError(`${path} tidak dapat dibaca: ${(error as Error).message}`);
  }
}

/** Makes a file be what it should, or not be there. @returns whether anything had to be done */
async function bring(
  out: string,
  file: SiteFile,
  writeFile: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<boolean> {
  const path = join(out, file.path);
  const there = await readThere(path);
  if (file.kind === 'gone') {
    await rm(path, { force: true });
    return there !== null;
  }
  if (file.kind === 'text') {
    if (there?.equals(bytesOf(file.body))) return false;
  } else if (there !== null) {
    const page = await readThere(join(out, file.page.path));
    if (page?.equals(bytesOf(file.page.body))) return false;
  }
  const bytes = file.kind === 'text' ? bytesOf(file.body) : await file.draw();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return true;
}
