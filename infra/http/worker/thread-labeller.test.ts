import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLabeller } from '../../../pipelines/enrich/label-items.ts';
import { openEnricher } from '../../../pipelines/enrich/open-enricher.ts';
import type { ItemLabeller } from '../../../shared/ports/item-labeller.ts';
import { buildItem } from '../../../shared/testing/build-item.ts';
import { createModelReader } from '../../models/model-versions.ts';
import { readModel } from '../../models/read-model.ts';
import { createThreadLabeller } from './thread-labeller.ts';

const texts = [
  'Warga keluhkan TPS 4 Sidoarjo yang terlambat buka',
  'KPU Kota Malang melayani dengan baik',
  '🙏',
];

describe('labels from a thread of its own', () => {
  let folder = '';
  let inThread: ItemLabeller;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'labeller-'));
    inThread = createThreadLabeller({
      module: new URL('../../../services/labeller/main.ts', import.meta.url),
      data: { dataDir: folder },
    });
  });
  afterAll(async () => {
    await inThread.close();
    rmSync(folder, { recursive: true });
  });

  it('are those of the same models in the caller’s thread', async () => {
    const tasks = texts.map((text, n) => ({ item: buildItem({ nativeId: `n${n}`, text }) }));
    const here = createLabeller(await openEnricher(createModelReader(folder, readModel)));
    expect(await inThread.label(tasks)).toEqual(await here.label(tasks));
  });

  it('costs an item that kills the thread its labels, and no other', async () => {
    const module = join(folder, 'fragile.mjs');
    writeFileSync(
      module,
      `export const label = (tasks) => tasks.map(({ item }) => {
         if (item.text === 'mati') process.exit(3);
         return { item };
       });`,
    );
    const fragile = createThreadLabeller({ module: pathToFileURL(module), data: {} });
    const answers = await fragile.label(
      ['satu', 'dua', 'mati', 'empat', 'lima'].map((text, n) => ({
        item: buildItem({ nativeId: `n${n}`, text }),
      })),
    );
    expect(answers.map((answer) => ('item' in answer ? answer.item.text : 'unreadable'))).toEqual([
      'satu',
      'dua',
      'unreadable',
      'empat',
      'lima',
    ]);
    await fragile.close();
  });
});
