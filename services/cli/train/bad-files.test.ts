import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trainIndicationCommand } from './indication.ts';
import { trainTargetCommand } from './target.ts';
import { trainToneCommand } from './tone.ts';

const folder = mkdtempSync(join(tmpdir(), 'saring-bad-'));
const context = { readModel: async () => null };
let count = 0;
const file = (text: string): string => {
  const path = join(folder, `rows-${count++}.jsonl`);
  writeFileSync(path, text);
  return path;
};
const jsonl = (...rows: object[]): string => file(rows.map((row) => JSON.stringify(row)).join('\n'));
const out = join(folder, 'model.bin');
const mood = (text: string, label: string, source = 'a') => ({ text, label, source });

describe('training tone from a bad file', () => {
  it.each([
    [
      'a label of another kind',
      jsonl(mood('x', 'neutral'), mood('y', 'bagus')),
      /rows-0.jsonl: line 2: label: .*, not "bagus"/,
    ],
    ['a missing column', jsonl(mood('x', 'neutral'), { label: 'neutral' }), /line 2: text is missing/],
    ['one class only', jsonl(mood('x', 'neutral'), mood('y', 'neutral')), /all rows are "neutral"/],
    ['no JSON', file('{"text": "x"\n'), /line 1 is not JSON/],
    ['nothing', file('\n\n'), /holds no rows/],
    ['binary rubbish', file('\u0000\ufffd\u0001'), /line 1 is not JSON/],
  ])('%s is one clear line', async (_, data, message) => {
    await expect(trainToneCommand.run({ data, out }, context)).rejects.toThrow(message);
  });

  it('a label of a post must be of the documented shape', async () => {
    const data = jsonl(mood('x', 'neutral'), mood('y', 'negative'));
    const labels = [jsonl({ key: 'no digest', label: 'neutral', source: 's' })];
    await expect(trainToneCommand.run({ data, labels, out }, context)).rejects.toThrow(/line 1: key/);
  });

  it('warns of held-out texts that are trained on, and trains all the same', async () => {
    const rows = [
      mood('bagus sekali', 'positive'),
      mood('buruk sekali', 'negative'),
      mood('rapat', 'neutral'),
    ];
    const heldOut = [jsonl(mood('Bagus sekali!', 'positive'), mood('lain', 'neutral'))];
    const made = await trainToneCommand.run({ data: jsonl(...rows), heldOut, out }, context);
    expect(made).toMatchObject({ rows: 3, warnings: [expect.stringMatching(/^1 of 2 held-out texts/)] });
  });

  it('measures a source that it left out, and writes nothing', async () => {
    const rows = ['a', 'b'].flatMap((source) => [
      mood('bagus sekali', 'positive', source),
      mood('buruk sekali', 'negative', source),
    ]);
    const data = jsonl(...rows);
    expect(await trainToneCommand.run({ data, leaveOut: 'b' }, context)).toMatchObject({
      leftOut: 'b',
      trainedOn: 2,
      n: 2,
      accuracy: 1,
    });
    await expect(trainToneCommand.run({ data, leaveOut: 'none' }, context)).rejects.toThrow(/source "none"/);
  });
});

describe('training target from a bad folder', () => {
  const data = mkdtempSync(join(tmpdir(), 'saring-bad-target-'));
  const rows = (...all: object[]) =>
    writeFileSync(join(data, 'part-01.jsonl'), all.map((row) => JSON.stringify(row)).join('\n'));
  it('names the line of a wrong label, and what has one class only', async () => {
    rows({ text: 'KPU', tone: 'baik' });
    await expect(trainTargetCommand.run({ data, out }, context)).rejects.toThrow(/line 1: tone/);
    rows({ tone: 'neutral' });
    await expect(trainTargetCommand.run({ data, out }, context)).rejects.toThrow(/line 1: text/);
    rows({ text: 'KPU', tone: 'neutral' }, { text: 'TPS', tone: 'neutral' });
    await expect(trainTargetCommand.run({ data, out }, context)).rejects.toThrow(/at least two classes/);
  });

  it('keeps copies of a text in one part of a cross-validation, and warns where their labels differ', async () => {
    const texts = [
      'KPU lambat',
      'KPU Lambat!',
      'KPU cepat',
      'kpu cepat',
      'harga cabai naik',
      'Harga cabai naik.',
    ];
    const tones = ['negative', 'neutral', 'positive', 'positive', 'unrelated', 'unrelated'];
    const labels = { stance: 'none', topic: 'dpt', language: 'id', criticism: false };
    rows(
      ...texts.flatMap((text, i) => [{ ...labels, text, tone: tones[i] }]),
      { ...labels, text: 'apa', tone: 'neutral', stance: 'bertanya', topic: 'etik', language: 'jv' },
      { ...labels, text: 'piye', tone: 'neutral', stance: 'bertanya', topic: 'etik', language: 'jv' },
    );
    const figures = await trainTargetCommand.run({ data, folds: '2', heldOut: 'none' }, context);
    expect(figures).toMatchObject({ warnings: ['1 texts stand in the training with different labels'] });
  });
});

describe('training indication from a bad file', () => {
  it('names the line without a text, and a side without rows', async () => {
    const positive = [jsonl({ text: 'sebarkan' })];
    await expect(
      trainIndicationCommand.run({ positive, negative: [jsonl({ body: 'x' })], own: [], out }, context),
    ).rejects.toThrow(/line 1: .*needs text, query or title/);
    await expect(
      trainIndicationCommand.run({ positive, negative: [file('')], own: [], out }, context),
    ).rejects.toThrow(/holds no rows/);
  });
});
