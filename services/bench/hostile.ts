import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEnricher } from '../../pipelines/enrich/enrich-item.ts';
import { createIndication } from '../../pipelines/enrich/indication.ts';
import { decodeLinearModel } from '../../pipelines/enrich/model/linear-model.ts';
import { loadTargetModels } from '../../pipelines/enrich/target-models.ts';
import { createTextTone } from '../../pipelines/enrich/text-tone.ts';
import { plainItem } from '../../pipelines/evaluate/plain-item.ts';
import { createRandom } from '../../pipelines/train/random.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import { splitSentences } from '../../shared/text/split-sentences.ts';
import { tokenise } from '../../shared/text/tokenise.ts';
import type { Bench, BenchResult } from './bench.ts';

const SIZE = 1_000_000;
/** What an item of a megabyte may cost. */
const LIMIT_MS = 50;
/** The least of so many runs counts: the machine's own pauses only ever add. */
const RUNS = 5;
const FUZZED = 60;

/** What makes scanners, tables and patterns slow: one sign, one word, distinct words, openings that never close. */
const PIECES = [
  ...[
    'a',
    ' ',
    'kpu ',
    '?',
    '#',
    '#aB',
    '@',
    '<',
    '<a',
    '&',
    '&amp;',
    '1.',
    "a'",
    'a-',
    '_',
    ':-',
    '(',
    '"',
    '\n',
  ],
  ...[
    '😡',
    '﷽',
    'e\u0301',
    '\u202e',
    '\ud800',
    '\u0000',
    'é',
    'кpu',
    '選',
    'www.',
    'http://',
    'a\u200b',
    'Ⅷ',
  ],
  ...['tidak ', 'kpu malang ', '#KawalPemilu', 'wkwk', '1,', '50% ', 'k4', 'aA1_'],
];

/** Texts of a megabyte by name: each piece repeated, with and without a foreign end; distinct words; mixtures by lot. */
function* hostileTexts(): Generator<readonly [name: string, text: string]> {
  for (const piece of PIECES) {
    const many = piece.repeat(SIZE / piece.length);
    yield [JSON.stringify(piece), many];
    yield [`${JSON.stringify(piece)} between foreign letters`, `é${many.slice(0, 9_000)}Ж${many}`];
  }
  const random = createRandom(7);
  const letters = (n: number) =>
    Array.from({ length: n }, () => String.fromCharCode(97 + Math.floor(26 * random()))).join('');
  yield ['distinct words', Array.from({ length: SIZE / 8 }, () => letters(7)).join(' ')];
  yield ['distinct long words', Array.from({ length: SIZE / 36 }, () => letters(35)).join(' ')];
  yield ['distinct hashtags', Array.from({ length: SIZE / 22 }, () => `#${letters(20)}`).join(' ')];
  for (let i = 0; i < FUZZED; i++) {
    const few = Array.from(
      { length: 1 + Math.floor(5 * random()) },
      () => PIECES[Math.floor(PIECES.length * random())],
    );
    const unit = `${few.join('')}${random() < 0.5 ? letters(3) : ''}`;
    yield [`mixture ${JSON.stringify(unit)}`, unit.repeat(Math.ceil(SIZE / unit.length))];
  }
}

const readModel = async (path: string): Promise<Uint8Array | null> => {
  const file = join('models', path);
  return existsSync(file) ? readFileSync(file) : null;
};

/** Everything that reads an item's text, as the flow puts it together. */
async function openReader(): Promise<(text: string) => void> {
  const tone = await readModel('tone/model.bin');
  const claims = await readModel('indication/model.bin');
  const indicate = claims ? createIndication(decodeLinearModel(claims)) : undefined;
  const enricher = createEnricher({
    textTone: tone ? createTextTone(decodeLinearModel(tone)) : undefined,
    indication: indicate ? (item) => indicate(fullText(item)) : undefined,
    targetModels: await loadTargetModels(readModel),
  });
  return (text) => {
    enricher.enrich(plainItem({ id: 'hostile', text, at: 0 }));
    tokenise(text);
    splitSentences(text);
  };
}

/** Least processor milliseconds of some runs. */
function costOf(work: () => void, runs = RUNS): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && (run === 0 || least > LIMIT_MS / 10); run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The dearest item of a megabyte: processor time of labelling it with all models, over texts made to be slow. */
export const hostileBench: Bench = {
  name: 'hostile',
  summary: 'The dearest of many hostile items of 1 MB, in ms of processor time; none should take over 50.',
  options: [],
  async run(): Promise<BenchResult> {
    const startedAt = performance.now();
    const read = await openReader();
    const loadMs = Math.round(performance.now() - startedAt);
    const plain =
      'KPU Kota Malang tidak terbuka soal surat suara yang kurang di beberapa TPS kemarin. '.repeat(2);
    for (let i = 0; i < 2_000; i++) read(`${plain}${i}`);
    const plainMs = costOf(() => {
      for (let i = 0; i < 200; i++) read(plain);
    });
    const costs = [...hostileTexts()].map(([name, text]) => ({ name, ms: costOf(() => read(text)) }));
    costs.sort((a, b) => b.ms - a.ms);
    const worst = costs[0]!;
    const rate = 1000 / worst.ms;
    const yardstick = { name: 'an ordinary item of 26 words', itemsPerSecond: Math.round(200_000 / plainMs) };
    return {
      itemsPerSecond: Number(rate.toFixed(1)),
      yardstick,
      ratio: Number((rate / yardstick.itemsPerSecond).toFixed(5)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      texts: 'generated',
      n: costs.length,
      loadMs,
      limitMs: LIMIT_MS,
      overLimit: costs.filter(({ ms }) => ms > LIMIT_MS).length,
      worstMs: Number(worst.ms.toFixed(1)),
      dearest: costs.slice(0, 5).map(({ name, ms }) => ({ text: name, ms: Number(ms.toFixed(1)) })),
    };
  },
};
