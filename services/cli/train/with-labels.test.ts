import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelVersions } from '../../../infra/models/model-versions.ts';
import { readModel } from '../../../infra/models/read-model.ts';
import { encodeModelParts } from '../../../pipelines/enrich/model/linear-model-format.ts';
import { targetHeads } from '../../../pipelines/enrich/target-models.ts';
import type { TargetRow } from '../../../pipelines/evaluate/target.ts';
import { keepLabel } from '../../../pipelines/learn/keep-label.ts';
import { mergeHeads } from '../../../pipelines/train/merge-heads.ts';
import { targetRecipe } from '../../../pipelines/train/target-recipe.ts';
import { trainLinearParts } from '../../../pipelines/train/train-linear.ts';
import { settingsSchema } from '../../../shared/config/settings.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { openEmbedded } from '../../standalone/main.ts';
import { listModels, promoteModel, rollbackModel } from '../quality/models.ts';
import { learn } from './with-labels.ts';

/** The recipe without its cues and calibration, for speed. */
const train = (rows: readonly TargetRow[]) =>
  mergeHeads(
    'target',
    targetHeads.map((head) =>
      trainLinearParts({
        ...targetRecipe(head, rows, () => ({})),
        features: { bits: 10, minCharGram: 3, maxCharGram: 3 },
        folds: 0,
      }),
    ),
  );

const base = { target: true, criticism: false, stance: 'none', topic: 'lainnya', areas: [], language: 'id' };
const shipped = [
  { ...base, text: 'KPU mantap sekali', tone: 'positive', stance: 'bertanya' },
  { ...base, text: 'KPU lambat sekali', tone: 'negative', criticism: true, topic: 'dpt' },
  { ...base, text: 'KPU mengumumkan jadwal', tone: 'neutral', language: 'jv' },
  { ...base, text: 'Harga cabai naik', tone: 'unrelated', target: false },
];
const gold = shipped.map((row) => ({ ...row, text: `${row.text} ini` }));
const jsonl = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('learning from people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-learn-'));
  const versions = createModelVersions(folder);
  const shippedBytes = encodeModelParts(train(shipped as TargetRow[]));
  /** What the project would ship. */
  const readShipped = async (path: string) =>
    path === 'target/model.bin'
      ? shippedBytes
      : path === 'target/gold/gold.jsonl'
        ? new TextEncoder().encode(jsonl(gold))
        : readModel(path);
  const options = { rows: folder, folds: 2, told: () => {}, train };
  let installation: Installation;

  beforeAll(async () => {
    writeFileSync(join(folder, 'part-01.jsonl'), jsonl(shipped));
    installation = await openEmbedded(settingsSchema.parse({ dataDir: folder }));
    const { index, records, clock, ids } = installation;
    const items = Array.from({ length: 24 }, (_, n) =>
      buildIndexedItem({
        nativeId: `${n}`,
        text: n % 2 === 0 ? `KPU ambyar tenan ${n}` : `KPU mengumumkan ${n}`,
      }),
    );
    await index.put(items);
    for (const [n, { id }] of items.entries())
      await keepLabel(
        { records, index, clock, ids },
        {
          itemId: id,
          values: { tone: n % 2 === 0 ? 'negative' : 'neutral' },
          by: 'petugas',
          actor: 'administrator',
          reason: 'dari antrean',
          scope: nationalScope,
        },
      );
  });
  afterAll(() => installation.close());

  it('makes a candidate, promotes it only on demand, and takes it back', async () => {
    const withShipped = { ...installation, readModel: readShipped };
    const report = await learn(withShipped, versions, readShipped, { ...options, promote: false });
    expect(report).toMatchObject({
      version: 1,
      against: 0,
      labels: 24,
      rows: 24,
      fit: true,
      promoted: false,
    });
    expect((report['comparisons'] as { set: string }[]).map(({ set }) => set)).toEqual(['gold', 'people']);
    expect(await versions.current('target')).toBe(0);

    expect(await promoteModel(installation, versions, 'target', 1)).toEqual({
      model: 'target',
      before: 0,
      current: 1,
    });
    const inForce = await installation.readModel('target/model.bin');
    expect(Buffer.from(inForce!).equals((await readModel('target/model.bin'))!)).toBe(false);
    const list = await listModels(versions, 'target', shippedBytes);
    expect(list.versions[1]).toMatchObject({ version: 1, inForce: true, shippedIsNewer: false });
    expect((await listModels(versions, 'target', new Uint8Array(1))).versions[1]).toMatchObject({
      shippedIsNewer: true,
    });

    expect(await rollbackModel(installation, versions, 'target')).toMatchObject({ before: 1, current: 0 });
    const after = await installation.readModel('target/model.bin');
    expect(Buffer.from(after!).equals((await readModel('target/model.bin'))!)).toBe(true);
    const trail = await installation.records.audit.of('model target', 10);
    expect(trail.map(({ action }) => action)).toEqual(['model.rollback', 'model.promote']);
  });

  it('refuses what is unfit or not there', async () => {
    const entry = { at: 1, shippedSha256: '', against: 0, comparison: [], labelledRows: 1, labelledUntil: 1 };
    const { version } = await versions.add('target', shippedBytes, { ...entry, fit: false });
    await expect(promoteModel(installation, versions, 'target', version)).rejects.toThrow(/tidak boleh/);
    await expect(rollbackModel(installation, versions, 'target', version)).rejects.toThrow(/tidak pernah/);
    await expect(promoteModel(installation, versions, 'target', 99)).rejects.toThrow(/Tidak ada versi 99/);
    await expect(rollbackModel(installation, versions, 'target')).rejects.toThrow(/bawaan sedang dipakai/);
    await expect(rollbackModel(installation, versions, 'target', 99)).rejects.toThrow(/missing/);
    expect(await versions.current('target')).toBe(0);
  });
});
