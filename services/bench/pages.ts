import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../../pipelines/ingest/page/extract-article.ts';
import { decodeText } from '../../pipelines/ingest/text/decode-text.ts';
import type { Bench, BenchResult } from './bench.ts';

const DEFAULT_DIR = '../shared/data/pages/benchmark';
const ROUNDS = 5;

/** A page of a small outlet, for a checkout without the shared data. */
const samplePage = (n: number): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><html lang="id"><head><title>Kabar ${n}</title></head><body><nav>${'<a href="/x">Menu</a>'.repeat(80)}</nav><article><h1>Kabar ${n}</h1>${`<p>Petugas menjelaskan kejadian nomor ${n} di tempat pemungutan suara kepada warga yang datang sejak pagi.</p>`.repeat(25)}</article><aside>${'<div class="terkait"><a href="/y">Baca juga kabar lain hari ini</a></div>'.repeat(40)}</aside></body></html>`,
  );

function pagesOf(dir: string): { pages: Uint8Array[]; from: string } {
  if (!existsSync(dir)) return { pages: Array.from({ length: 80 }, (_, n) => samplePage(n)), from: 'sample' };
  const names = readdirSync(dir).filter((name) => /\.html(\.gz)?$/.test(name));
  const pages = names.map((name) => {
    const bytes = readFileSync(join(dir, name));
    return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  });
  return { pages, from: 'shared-data' };
}

/** Pages a second of processor time, and by the clock. */
function rate(pages: readonly Uint8Array[], rounds: number, read: (html: string) => void) {
  const cpuBefore = process.threadCpuUsage();
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1)
    for (const page of pages) read(decodeText(page, { kind: 'html' }).text);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const n = pages.length * rounds;
  return { perSecond: Math.round(n / seconds), perCpuSecond: Math.round((n * 1e6) / (user + system)) };
}

/** Bytes of a page to its article on one core, beside Readability.js on the same pages. */
export const pagesBench: Bench<{ dir?: string }> = {
  name: 'pages',
  summary: 'Pages extracted per second on one core from memory; yardstick: Readability.js on linkedom.',
  options: [['--dir <dir>', `saved pages, .html or .html.gz (default: ${DEFAULT_DIR})`]],
  async run({ dir = DEFAULT_DIR }): Promise<BenchResult> {
    const { pages, from } = pagesOf(dir);
    const read = (html: string): void => void extractArticle(html, 'https://a.example/');
    rate(pages, 1, read);
    const own = rate(pages, ROUNDS, read);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const other = rate(pages, 1, (html) => {
      const { document } = parseHTML(html);
      new Readability(document as unknown as Document).parse();
    });
    return {
      itemsPerSecond: own.perSecond,
      yardstick: { name: 'Readability.js on linkedom', itemsPerSecond: other.perSecond },
      ratio: Number((own.perSecond / other.perSecond).toFixed(1)),
      peakRssMb,
      texts: from,
      itemsPerCpuSecond: own.perCpuSecond,
      n: pages.length,
      meanKb: Math.round(pages.reduce((sum, page) => sum + page.length, 0) / pages.length / 1_000),
    };
  },
};
