import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { createAnswerFiles } from '../../../infra/render/create-answer-files.ts';
import { writeFileWhole } from '../../../infra/render/write-file-whole.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { buildPublication } from '../../../shared/testing/build-answer.ts';
import { type CliContext, CliError } from '../cli-context.ts';
import { addPublish } from './add-publish.ts';

/** One with a press release, as the composer writes it. */
const published = (n: number, unit: string): Publication => {
  const one = buildPublication(n, { unit });
  return { ...one, texts: [...one.texts, { ...one.texts[0]!, channel: 'press' }] };
};

describe('saring publish', () => {
  let out: string;
  let records: Records;
  let close: () => Promise<void>;
  beforeEach(async () => {
    out = join(mkdtempSync(join(tmpdir(), 'saring-terbit-')), 'situs', 'baru');
    ({ records, close } = await createRecords(createSqliteDialect(openSqlite(':memory:'))));
  });
  afterEach(async () => {
    await close();
    rmSync(join(out, '..', '..'), { recursive: true });
  });

  /** Runs the command as it is typed; @returns what it said */
  async function run(args: readonly string[] = [], publicName?: string): Promise<string> {
    let said = '';
    const context = {
      out: (text: string) => {
        said += text;
      },
      services: async () => ({ reports: { writeFile: writeFileWhole } }),
    } as unknown as CliContext;
    const installation = {
      records,
      answerFiles: createAnswerFiles(),
      publicUrl: 'https://kpu.example/klarifikasi/',
      ...(publicName ? { publicName } : {}),
    } as unknown as Installation;
    const program = new Command('saring').exitOverride().configureOutput({ writeErr: () => {} });
    addPublish(program, context, (_data, work) => work(installation, loadConfig({})));
    await program.parseAsync(['publish', '--out', out, ...args], { from: 'user' });
    return said;
  }
  const page = (path: string) => readFile(join(out, path), 'utf8');
  /** Every file with its bytes and the moment it was written. */
  async function state(): Promise<Map<string, string>> {
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const pairs = files.map(async (file) => {
      const { mtimeMs, ino } = await stat(file);
      return [
        file.slice(out.length + 1),
        `${ino} ${mtimeMs} ${(await readFile(file)).toString('base64')}`,
      ] as const;
    });
    return new Map((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  it('makes an empty folder a site that says that nothing was published', async () => {
    expect(await run()).toContain('3 berkas untuk 0 klarifikasi');
    expect([...(await state()).keys()]).toEqual(['gaya.css', 'index.html', 'umpan.xml']);
    expect(await page('index.html')).toContain('Belum ada klarifikasi yang diterbitkan.');
    expect(await run()).toContain('; 0 di antaranya berubah');
  });

  it('writes pages, feed, card and papers; the second run changes nothing', async () => {
    const publication = published(1, '35.73');
    await records.publications.put(publication);
    expect(await run()).toContain('7 berkas untuk 1 klarifikasi');
    const first = await state();
    const { code } = publication;
    const own = ['index.html', 'kartu.png', 'siaran.docx', 'siaran.pdf'].map((name) => `${code}/${name}`);
    expect([...first.keys()]).toEqual([...own, 'gaya.css', 'index.html', 'umpan.xml'].sort());
    expect(await page('umpan.xml')).toContain(`https://kpu.example/klarifikasi/${code}/`);
    expect(await run()).toContain('; 0 di antaranya berubah');
    expect(await state()).toEqual(first);
  });

  it('takes card and papers of a withdrawn page away, and writes only what changed', async () => {
    const publication = published(1, '35.73');
    await records.publications.put(publication);
    await run();
    const notices = [
      { at: publication.updatedAt + 1, kind: 'withdrawal' as const, text: 'Keliru.', by: 'budi' },
    ];
    await records.publications.put({ ...publication, version: 2, state: 'withdrawn', notices });
    await run();
    expect(await readdir(join(out, publication.code))).toEqual(['index.html']);
    expect(await page('index.html')).toContain('Penjelasan ini sudah ditarik.');
  });

  it('leaves out papers that a page has no text for, rather than the whole site', async () => {
    const publication = buildPublication(1, { unit: '35.73' });
    await records.publications.put(publication);
    await run();
    expect((await readdir(join(out, publication.code))).sort()).toEqual(['index.html', 'kartu.png']);
  });

  it('names the unit that published, the setting before it, and what was typed before both', async () => {
    const title = async () => /<title>([^<]*)/.exec(await page('index.html'))?.[1];
    await records.publications.put(published(1, '35.73'));
    await run();
    expect(await title()).toContain('KPU Kota Malang');
    await records.publications.put(published(2, '35.78'));
    await run();
    expect(await title()).toContain('KPU Provinsi Jawa Timur');
    await run([], 'Humas KPU Contoh');
    expect(await title()).toContain('Humas KPU Contoh');
    await run(['--unit', '3578'], 'Humas KPU Contoh');
    expect(await title()).toContain('KPU Kota Surabaya');
  });

  it('refuses a unit that is not there and an address that is none, and writes nothing', async () => {
    await expect(run(['--unit', '99.99'])).rejects.toThrow(CliError);
    await expect(run(['--unit', '99.99'])).rejects.toThrow('There is no unit "99.99"');
    await expect(run(['--url', 'ftp://kpu.example'])).rejects.toThrow('--url harus diawali http://');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });
});
