import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeLinearModel } from '../../pipelines/enrich/model/linear-model.ts';
import { createTextTone } from '../../pipelines/enrich/text-tone.ts';
import { parseRows } from '../../pipelines/evaluate/parse-rows.ts';
import { type ToneRow, toneRowSchema } from '../../pipelines/evaluate/tone.ts';
import type { Bench, BenchResult } from './bench.ts';
import { timeYardstick } from './yardstick.ts';

const ROUNDS = 5;
const DEFAULT_DATA = '../shared/data/sentiment/train.jsonl';

/** Raw text to tone on one core, beside natural's Bayes classifier trained on rows of the same file. */
export const toneBench: Bench<{ data?: string; model?: string }> = {
  name: 'tone',
  summary: "Texts read per second on one core; yardstick: natural's Bayes classifier.",
  options: [
    ['--data <file>', `rows {text, label} as JSONL (default: ${DEFAULT_DATA})`],
    ['--model <file>', 'the tone model (default: models/tone/model.bin)'],
  ],
  async run({ data = DEFAULT_DATA, model = 'models/tone/model.bin' }): Promise<BenchResult> {
    const shared = existsSync(data);
    const rows = shared ? parseRows(readFileSync(data, 'utf8'), toneRowSchema) : sampleRows();
    const { judge } = createTextTone(decodeLinearModel(readFileSync(resolve(model))));
    const rates: number[] = [];
    const cpuBefore = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now();
      for (const { text } of rows) judge(text);
      rates.push(rows.length / ((performance.now() - startedAt) / 1000));
    }
    const { user, system } = process.cpuUsage(cpuBefore);
    rates.sort((a, b) => a - b);
    const itemsPerSecond = Math.round(rates[Math.floor(ROUNDS / 2)] as number);
    const yardstick = timeYardstick(rows);
    return {
      itemsPerSecond,
      yardstick,
      ratio: Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(1)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      texts: shared ? 'shared-data' : 'sample',
      /** The same by processor time: what one free core would do on a machine that is busy with other things. */
      itemsPerCpuSecond: Math.round((ROUNDS * rows.length) / ((user + system) / 1e6)),
      n: rows.length,
      wordsPerItem: Number(meanWords(rows).toFixed(1)),
    };
  },
};

function meanWords(rows: readonly ToneRow[]): number {
  return rows.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) / rows.length;
}

/** Made-up texts for a checkout without the shared data. */
function sampleRows(): ToneRow[] {
  const parts = [
    ['Pelayanan di TPS cepat, petugas ramah dan antrean tertib', 'positive'],
    ['KPU mengumumkan jadwal rapat pleno rekapitulasi tingkat kecamatan', 'neutral'],
    ['Parah bgt, surat suara kurang dan petugas gak tau aturan!!', 'negative'],
    ['Terima kasih KPPS yang sudah bekerja sampai pagi 🙏', 'positive'],
    ['Hasil hitung di aplikasi beda dgn C.Hasil, kok bisa??', 'negative'],
  ] as const;
  return Array.from({ length: 5_000 }, (_, i) => {
    const [text, label] = parts[i % parts.length] as (typeof parts)[number];
    return {
      text: `${text}, TPS ${i % 97} ${(parts[(i * 7 + 1) % parts.length] as (typeof parts)[number])[0]}`,
      label,
    };
  });
}
