import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { itemColumns, itemRows } from '../../pipelines/report/export/item-rows.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Bench, BenchResult, Yardstick } from './bench.ts';
import { benchTexts } from './bench-items.ts';
import { fillIndex } from './fill-index.ts';

/** Rows of items from the embedded installation to a file. */
export const exportBench: Bench<{ items?: string; format?: string }> = {
  name: 'export',
  summary:
    'Rows per second from the SQLite index to a file; yardstick: the bare documents read and written as they are.',
  options: [
    ['--items <n>', 'how many (default 100000)'],
    ['--format <format>', 'csv (default), jsonl or xlsx'],
  ],
  async run({ items = '100000', format = 'csv' }, { open: openIn, reports }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
    try {
      const installation = await openIn(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
      await fillIndex(installation.index, { texts, count: Number(items), end: Date.now() });
      const filledRssMb = Math.round(process.memoryUsage().rss / 1_048_576);
      const writer = (await reports.rowWriters()).find((one) => one.format === format)!;
      const out = join(folder, `rows.${format}`);
      const [cpuBefore, startedAt] = [process.cpuUsage(), performance.now()];
      let peakRss = 0;
      const watch = (rows: number): void => {
        if (rows % 10_000 === 0) peakRss = Math.max(peakRss, process.memoryUsage.rss());
      };
      const { rows } = await writer.write(
        out,
        itemColumns,
        itemRows(installation.index, { scope: nationalScope }),
        watch,
      );
      const seconds = (performance.now() - startedAt) / 1_000;
      const used = process.cpuUsage(cpuBefore);
      const cpu = (used.user + used.system) / 1e6;
      await installation.close();
      const yardstick = await timeYardstick(folder, rows);
      const itemsPerSecond = Math.round(rows / seconds);
      return {
        itemsPerSecond,
        yardstick,
        ratio: Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(3)),
        peakRssMb: Math.round(peakRss / 1_048_576),
        filledRssMb,
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
