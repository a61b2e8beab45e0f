import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicationEvaluation } from '../../services/cli/evaluate/indication.ts';
import { toneEvaluation } from '../../services/cli/evaluate/tone.ts';
import { trainToneCommand } from '../../services/cli/train/tone.ts';
import { decodeLinearModel } from '../enrich/model/linear-model.ts';
import { evaluateIndication, indicationRowSchema } from './indication.ts';
import { MissingModelError } from './missing-model.ts';
import { parseRows, RowsError } from './parse-rows.ts';
import { evaluateTone, toneRowSchema } from './tone.ts';

const folder = mkdtempSync(join(tmpdir(), 'saring-evaluate-'));
const write = (name: string, rows: readonly object[]) => {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
};
const shipped = {
  readModel: async (path: string) => readFileSync(new URL(`../../models/${path}`, import.meta.url)),
};

describe('parseRows', () => {
  it.each([
    ['not JSON', '{"text": "a", "label": "neutral"}\n{', /line 2 is not JSON/],
    ['a missing column', '{"label": "neutral"}', /line 1: text/],
    ['a wrong label', '\n{"text": "a", "label": "netral"}', /line 2: label/],
    ['no rows', ' \n', /no rows/],
  ])('names the line of %s', (_, jsonl, message) => {
    expect(() => parseRows(jsonl, toneRowSchema)).toThrow(RowsError);
    expect(() => parseRows(jsonl, toneRowSchema)).toThrow(message);
  });

  it('takes text, query or title', () => {
    const jsonl = '{"title": "a"}\n{"query": "b", "match": "x"}\n{"text": "c", "title": "z"}';
    expect(parseRows(jsonl, indicationRowSchema)).toEqual(['a', 'b', 'c']);
    expect(() => parseRows('{"body": "a"}', indicationRowSchema)).toThrow(RowsError);
  });
});

describe('evaluateTone', () => {
  it('reports all rows and every source apart, and never shows the source to the reader', () => {
    const rows = [
      { text: 'a', label: 'positive', source: 'x' },
      { text: 'b', label: 'negative', source: 'x' },
      { text: 'a', label: 'negative', source: 'y' },
    ] as const;
    let now = 0;
    const report = evaluateTone(
      rows,
      (text) => ({ value: text === 'a' ? 'positive' : 'negative', confidence: 1 }),
      () => (now += 500),
    );
    expect(report.n).toBe(3);
    expect(report.accuracy).toBeCloseTo(2 / 3);
    expect(report.bySource['x']?.macroF1).toBe(1);
    expect(report.bySource['y']?.accuracy).toBe(0);
    expect(report.bySource['x']?.calibrationError).toBe(0);
    expect(report.bySource['y']?.calibrationError).toBe(1);
    expect(report.itemsPerSecond).toBe(6);
  });
});

describe('evaluateIndication', () => {
  it('counts recall at the share of false alarms', () => {
    const score = (text: string) => ({ score: Number(text), raised: Number(text) > 0.5 });
    const report = evaluateIndication(
      ['0.9', '0.8', '0.1'],
      Array.from({ length: 100 }, (_, i) => String(i / 200)),
      score,
    );
    expect(report).toMatchObject({ positives: 3, negatives: 100, raisedNegatives: 0 });
    expect(report.recallAt5).toBeCloseTo(2 / 3);
    expect(report.raisedPositives).toBeCloseTo(2 / 3);
  });
});

describe('the commands', () => {
  const tones = write('tone.jsonl', [
    { text: 'petugas ramah dan cepat', label: 'positive', source: 'a' },
    { text: 'petugas kasar dan lambat', label: 'negative' },
    { text: 'rapat dimulai pukul 10', label: 'neutral' },
  ]);

  it('evaluate tone and evaluate indication read files and print figures', async () => {
    const tone = await toneEvaluation.run({ data: tones }, shipped);
    expect(tone).toMatchObject({ n: 3, bySource: { a: { n: 1 } } });
    const claims = write('claims.jsonl', [
      { query: 'Sebarkan! Media bungkam, surat suara sudah dicoblos semua di gudang' },
    ]);
    const posts = write('posts.jsonl', [{ text: 'Semoga pemilu lancar dan petugas sehat semua ya' }]);
    const indication = await indicationEvaluation.run({ positive: claims, negative: posts }, shipped);
    expect(indication).toMatchObject({ positives: 1, negatives: 1, auc: 1 });
  });

  it('say how to make a model that is missing', async () => {
    const none = { readModel: async () => null };
    await expect(toneEvaluation.run({ data: tones }, none)).rejects.toThrow(MissingModelError);
    await expect(indicationEvaluation.run({ positive: tones, negative: tones }, none)).rejects.toThrow(
      /saring train/,
    );
  });

  it('train tone writes a model that can be read', async () => {
    const out = join(folder, 'model.bin');
    const report = await trainToneCommand.run({ data: tones, out }, shipped);
    expect(report).toMatchObject({ rows: 3 });
    expect(decodeLinearModel(readFileSync(out)).classes).toEqual(['positive', 'neutral', 'negative']);
  });
});
