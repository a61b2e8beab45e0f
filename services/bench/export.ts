import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { itemColumns, itemRows } from '../../pipelines/report/export/item-rows.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Bench, BenchContext, BenchResult, Yardstick } from './bench.ts';
import { benchTexts } from './bench-items.ts';
import { fillIndex } from './fill-index.ts';

/** Rows of items from the embedded installation to a file. */
export const exportBench: Bench<{ items?: string; format?: string; fill?: string }> = {
  name: 'export',
  summary:
    'Rows per second from the SQLite index to a file; yardstick: the bare documents read and written as they are.',
  options: [
    ['--items <n>', 'how many (default 100000)'],
    ['--format <format>', 'csv (default), jsonl or xlsx'],
    ['--fill <dir>', 'only fill a folder: done in a process of its own, so that its memory is not counted'],
  ],
  async run({ items = '100000', format = 'csv', fill }, { open: openIn, reports }): Promise<BenchResult> {
    if (fill !== undefined) return fillFolder(fill, Number(items), openIn);
    const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
    try {
      const { texts: from } = await fillApart(folder, items);
      const installation = await openIn(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
      const openedRssMb = Math.round(process.memoryUsage().rss / 1_048_576);
      const writer = (await reports.rowWriters()).find((one) => one.format === format)!;
      const out = join(folder, `rows.${format}`);
      const [cpuBefore, startedAt] = [process.cpuUsage(), performance.now()];
      const { rows } = await writer.write(
        out,
        itemColumns,
        itemRows(installation.index, { scope: nationalScope }),
      );
      const seconds = (performance.now() - startedAt) / 1_000;
      const used = process.cpuUsage(cpuBefore);
      const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
      const cpu = (used.user + used.system) / 1e6;
      await installation.close();
      const yardstick = await timeYardstick(folder, rows);
      const itemsPerSecond = Math.round(rows / seconds);
      return {
        itemsPerSecond,
        yardstick,
        ratio: Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(3)),
        peakRssMb,
        openedRssMb,
        texts: from,
        n: rows,
        format,
        megabytes: Math.round(statSync(out).size / 1e6),
        seconds: Number(seconds.toFixed(1)),
        rowsPerCpuSecond: Math.round(rows / cpu),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function fillFolder(folder: string, count: number, openIn: BenchContext['open']): Promise<BenchResult> {
  const { texts, from } = benchTexts();
  const installation = await openIn(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
  const startedAt = performance.now();
  await fillIndex(installation.index, { texts, count, end: Date.now() });
  await installation.close();
  const itemsPerSecond = Math.round(count / ((performance.now() - startedAt) / 1_000));
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  return {
    itemsPerSecond,
    yardstick: { name: 'itself', itemsPerSecond },
    ratio: 1,
    peakRssMb,
    texts: from,
    n: count,
  };
}

/** Fills the folder in another process; its last line says from which texts. */
async function fillApart(folder: string, items: string): Promise<{ texts: string }> {
  const call = [...process.execArgv, process.argv[1]!, 'export', '--items', items, '--fill', folder];
  const { stdout } = await promisify(execFile)(process.execPath, call);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

/** The least an export has to do: every document out of the table in order, and into a file. */
async function timeYardstick(folder: string, count: number): Promise<Yardstick> {
  const db = new DatabaseSync(join(folder, 'saring.sqlite'), { readOnly: true });
  const file = await open(join(folder, 'bare.jsonl'), 'w');
  const startedAt = performance.now();
  let text = '';
  for (const row of db.prepare('SELECT document FROM item_document ORDER BY row').iterate()) {
    text += `${row['document']}\n`;
    if (text.length < 1 << 18) continue;
    await file.write(text);
    text = '';
  }
  await file.write(text);
  const seconds = (performance.now() - startedAt) / 1_000;
  await file.close();
  db.close();
  return { name: 'bare documents read and written', itemsPerSecond: Math.round(count / seconds) };
}
