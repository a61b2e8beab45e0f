import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOpinionMap } from '../../pipelines/report/opinion-map/build-opinion-map.ts';
import { gatherInput } from '../../pipelines/report/opinion-map/gather-input.ts';
import { weekSpan } from '../../pipelines/report/report-span.ts';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope, nationalUnit, type Unit } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import type { Bench, BenchResult } from './bench.ts';
import { benchTexts } from './bench-items.ts';
import { fillIndex } from './fill-index.ts';

const unit: Unit = {
  code: nationalUnit,
  name: 'KPU RI',
  tier: 'national',
  parent: null,
  zone: 'Asia/Jakarta',
};
const span = weekSpan('2026-W47', unit.zone);
const issueCount = 500;

/** The weekly map of KPU RI in every format. */
export const reportBench: Bench<{ items?: string }> = {
  name: 'report',
  summary: 'Seconds for the weekly map in all formats; yardstick: the bare scan of the same items.',
  options: [['--items <n>', 'items of the week (default 100000)']],
  async run({ items = '100000' }, { open, reports }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
    const count = Number(items);
    try {
      const installation = await open(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
      await fillIndex(installation.index, { texts, count, end: span.to });
      const at = { firstAt: span.from, lastAt: span.to - 1 };
      for (let n = 1; n <= issueCount; n += 1) await installation.records.issues.put([buildIssue(n, at)]);
      const scanSeconds = await timeScan(installation);
      const parts: Record<string, number> = {};
      const [cpuBefore, startedAt] = [process.cpuUsage(), performance.now()];
      const input = await gatherInput(installation, {
        unit,
        span,
        areas: areas.filter(({ level }) => level === 'province'),
        modelErrors: [],
      });
      const map = buildOpinionMap(input);
      parts['numbers'] = (performance.now() - startedAt) / 1_000;
      for (const { format, render } of await reports.renderers()) {
        const before = performance.now();
        await render(map);
        parts[format] = (performance.now() - before) / 1_000;
      }
      const seconds = (performance.now() - startedAt) / 1_000;
      const used = process.cpuUsage(cpuBefore);
      const cpu = (used.user + used.system) / 1e6;
      await installation.close();
      const rate = (value: number): number => Math.round(count / value);
      return {
        itemsPerSecond: rate(seconds),
        yardstick: { name: 'bare scan', itemsPerSecond: rate(scanSeconds) },
        ratio: Number((scanSeconds / seconds).toFixed(3)),
        peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
        texts: from,
        n: count,
        counted: input.current.all.items,
        seconds: Number(seconds.toFixed(2)),
        cpuSeconds: Number(cpu.toFixed(2)),
        parts: Object.fromEntries(
          Object.entries(parts).map(([name, took]) => [name, Number(took.toFixed(2))]),
        ),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function timeScan({ index }: Installation): Promise<number> {
  const startedAt = performance.now();
  let seen = 0;
  for await (const batch of index.scan({ scope: nationalScope, from: span.from, to: span.to }, 1_000))
    seen += batch.length;
  if (seen === 0) throw new Error('nothing to scan');
  return (performance.now() - startedAt) / 1_000;
}
