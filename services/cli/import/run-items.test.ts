import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { buildItem } from '../../../shared/testing/build-item.ts';
import { openEmbedded } from '../../standalone/main.ts';
import { ImportTally } from './import-report.ts';
import { runBatch } from './run-items.ts';

it('accounts for every row, also of an import that was broken off before it linked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-rows-'));
  const installation = await openEmbedded(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
  try {
    const flow = await openFlow(installation);
    const at = { publishedAt: installation.clock.now(), collectedAt: installation.clock.now() };
    const items = ['satu', 'dua', 'tiga'].map((word) =>
      buildItem({ nativeId: word, text: `KPU Kota Malang: gudang ${word} terkunci`, ...at }),
    );
    await flow.enrich(items.slice(0, 2));
    const tally = new ImportTally();
    await runBatch(flow, [...items, { ...items[0]!, id: 'x' }], tally);
    expect(tally.counts()).toMatchObject({ taken: 1, known: 2, refused: 1 });
    const again = new ImportTally();
    await runBatch(flow, [...items, items[2]!], again);
    expect(again.counts()).toMatchObject({ taken: 0, known: 4, refused: 0 });
  } finally {
    await installation.close();
    rmSync(folder, { recursive: true });
  }
});
