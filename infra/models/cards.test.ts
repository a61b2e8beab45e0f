import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeModelParts } from '../../pipelines/enrich/model/linear-model-format.ts';
import { createItemReader } from '../../pipelines/enrich/read-item.ts';
import { createTargetModels } from '../../pipelines/enrich/target-models.ts';
import { parseRows } from '../../pipelines/evaluate/parse-rows.ts';
import { goldRowSchema } from '../../pipelines/quality/gather-quality.ts';
import { measureSet } from '../../pipelines/quality/measure-set.ts';
import { readingOf } from '../../pipelines/quality/quality-report.ts';

const folder = new URL('../../models/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder));
const names = readdirSync(folder).filter((name) => statSync(new URL(name, folder)).isDirectory());
/** Of what joins matters the weights are read with the code, so that nothing links without them. */
const weights: Record<string, string[]> = {
  link: ['../pipelines/link/word-meanings.json', '../pipelines/link/kin-model.json'],
};
const weightsOf = (name: string): string[] => weights[name] ?? [`${name}/model.bin`];

describe('the card of every model', () => {
  it.each(names)('%s says what it is, how it was made, of what, how good, and what it is not for', (name) => {
    const card = read(`${name}/README.md`).toString();
    if (!weights[name]) expect(decodeModelParts(read(`${name}/model.bin`)).header.name).toBe(name);
    for (const part of ['**Made by** `npm run', '**Data', '## Figures', '## Must not be used for'])
      expect(card, part).toContain(part);
    // A licence, or that there is none; and a figure with its interval.
    expect(card).toMatch(/Apache-2\.0|MIT|none stated|no licence stated/);
    expect(card).toMatch(/0\.\d+–0\.\d+/);
    expect(card).toMatch(/95 %/);
  });

  it('all weights together are at most 20 MB', () => {
    const sizes = names.flatMap(weightsOf).map((path) => read(path).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20e6);
  });

  it('of the target model has the figures that the shipped file has', () => {
    const rows = parseRows(read('target/gold/gold.jsonl').toString(), goldRowSchema);
    const readItem = createItemReader(createTargetModels(decodeModelParts(read('target/model.bin'))));
    const { figures } = measureSet(
      rows,
      rows.map(({ text }) => readingOf(readItem(text))),
    );
    const card = read('target/README.md').toString();
    const said = (label: string): number =>
      Number(new RegExp(`^\\| ${label}[^|]*\\| (0\\.\\d+) \\|`, 'm').exec(card)?.[1]);
    // A point of leeway: a word list may change between two trainings.
    for (const [name, label] of [
      ['targetF1', 'target F1'],
      ['toneMacroF1', 'tone macro-F1'],
      ['criticismF1', 'criticism F1'],
      ['stanceMacroF1', 'stance macro-F1'],
      ['topicAccuracy', 'topic accuracy'],
      ['languageAccuracy', 'language accuracy'],
    ] as const)
      expect(Math.abs(said(label) - figures[name]!.value), label).toBeLessThan(0.01);
  });
});
