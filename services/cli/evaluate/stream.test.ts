import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../infra/models/read-model.ts';
import { streamEvaluation } from './stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'saring-streams-'));
afterAll(() => rmSync(folder, { recursive: true }));
const jsonl = (name: string, rows: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
};
const post = (id: number, matter: string | null, text: string) => ({
  id: `p${id}`,
  text,
  created_at: new Date(Date.UTC(2024, 1, 5, id)).toISOString(),
  author: `orang-${id}`,
  matter,
});
const told = Array.from({ length: 12 }, (_, i) =>
  post(
    i,
    'gudang-kebanjiran',
    `Gudang logistik KPU Demak kebanjiran, ratusan kotak suara basah (${'abcdefghijkl'[i]})`,
  ),
);
const near = post(20, null, 'Pasar ikan di Jepara kebanjiran, pedagang pindah ke jalan');
const background = ['Debat semalam seru sekali', 'Lagunya enak didengar', 'Kapan konser lagi kak'];
const data = jsonl(
  'background.jsonl',
  background.map((text) => ({ text })),
);
const context = { readModel };

describe('evaluate stream --planted', () => {
  it('finds a matter told alike among the background, and says so for each file and over all', async () => {
    const one = jsonl('one.jsonl', [...told, near]);
    const two = jsonl('two.jsonl', told);
    const { files, ...mean } = await streamEvaluation.run(
      { planted: `${one},${two}`, data, items: '40' },
      context,
    );
    expect(mean).toEqual({ recall: 1, precision: 1, passed: 2 });
    expect(files).toMatchObject({
      [one]: {
        n: 53,
        recall: 1,
        precision: 1,
        passed: 1,
        matters: [{ matter: 'gudang-kebanjiran', items: 12 }],
      },
      [two]: { n: 52, passed: 1 },
    });
  });

  it('measures a file the same alone and beside others', async () => {
    const one = jsonl('one.jsonl', [...told, near]);
    const two = jsonl('two.jsonl', told);
    const alone = await streamEvaluation.run({ planted: two, data, items: '40' }, context);
    const beside = await streamEvaluation.run({ planted: `${one},${two}`, data, items: '40' }, context);
    expect((beside['files'] as Record<string, unknown>)[two]).toEqual(
      (alone['files'] as Record<string, unknown>)[two],
    );
  });

  it.each([
    ['a bad row', [told[0]!, { ...near, matter: 7 }], /bad\.jsonl: line 2: matter: .*, not 7$/],
    ['near-misses alone', [near], /bad\.jsonl: no row belongs to a matter$/],
  ])('%s is one line with the file', async (_, rows, message) => {
    const planted = jsonl('bad.jsonl', rows);
    await expect(streamEvaluation.run({ planted, data, items: '5' }, context)).rejects.toThrow(message);
  });

  it('wants a set or files, not both', async () => {
    const both = { planted: jsonl('one.jsonl', told), set: '2', data };
    await expect(streamEvaluation.run(both, context)).rejects.toThrow(
      /--set or from --planted, not from both/,
    );
  });
});
