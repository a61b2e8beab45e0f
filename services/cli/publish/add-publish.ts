import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { siteFiles } from '../../../pipelines/respond/publish/site-files.ts';
import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';

type Within = (
  dataDir: string | undefined,
  work: (installation: Installation) => Promise<void>,
) => Promise<void>;

interface Options {
  out: string;
  unit: string;
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
    .option('--unit <code>', 'whose name stands at the head of the pages', 'RI')
    .option('--url <address>', 'public address of the folder; default SARING_PUBLIC_URL')
    .option('--data <dir>', 'data folder')
    .action(({ out, unit, url, data }: Options) =>
      within(data, async ({ records, answerFiles, clock, publicUrl }) => {
        const base = (url ?? publicUrl).replace(/\/+$/, '');
        if (!/^https?:\/\//.test(base)) throw new CliError('--url harus diawali http:// atau https://.');
        const site = { url: base, unitName: unitOfCode(unit).name };
        const publications = (await records.publications.list({ limit: most })).map((one) => ({
          ...one,
          url: `${base}/${one.code}`,
        }));
        const { writeFile } = (await context.services()).reports;
        let files = 0;
        for await (const { path, body } of siteFiles(site, publications, answerFiles, clock.now())) {
          await mkdir(dirname(join(out, path)), { recursive: true });
          await writeFile(join(out, path), typeof body === 'string' ? new TextEncoder().encode(body) : body);
          files += 1;
        }
        context.out(`${files} berkas untuk ${publications.length} klarifikasi ditulis ke ${out}.\n`);
      }),
    );
}
