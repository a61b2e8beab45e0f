import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { NoSuchVersion } from '../../shared/ports/model-versions.ts';
import { createModelReader, createModelVersions } from './model-versions.ts';
import { readModel } from './read-model.ts';

const entry = {
  at: 1,
  shippedSha256: 's',
  against: 0,
  fit: true,
  comparison: [],
  labelledRows: 3,
  labelledUntil: 1,
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('versions of a model in a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'saring-versions-'));
  });
  const read = () => createModelReader(folder, async (path) => bytes(`shipped ${path}`))('target/model.bin');
  const text = async () => Buffer.from((await read())!).toString();

  it('is the shipped one until another is put in force, and again after a rollback', async () => {
    const versions = createModelVersions(folder);
    expect(await versions.current('target')).toBe(0);
    expect(await text()).toBe('shipped target/model.bin');
    expect(await versions.add('target', bytes('one'), entry)).toMatchObject({ version: 1, bytes: 3 });
    await versions.add('target', bytes('two'), entry);
    expect(await text()).toBe('shipped target/model.bin');
    await versions.use('target', 2);
    expect([await text(), await versions.current('target')]).toEqual(['two', 2]);
    await versions.use('target', 1);
    expect(await text()).toBe('one');
    await versions.use('target', 0);
    expect(await text()).toBe('shipped target/model.bin');
    expect((await versions.list('target')).map(({ version }) => version)).toEqual([1, 2]);
    expect(readdirSync(join(folder, 'models/target')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses what is not there or was damaged, rather than reading something else', async () => {
    const versions = createModelVersions(folder);
    await expect(versions.use('target', 1)).rejects.toThrow(NoSuchVersion);
    await versions.add('target', bytes('one'), entry);
    await versions.use('target', 1);
    writeFileSync(join(folder, 'models/target/1.bin'), 'onf');
    await expect(read()).rejects.toThrow(/rollback/);
    writeFileSync(join(folder, 'models/target/current'), 'x');
    await expect(read()).rejects.toThrow(NoSuchVersion);
    await expect(versions.list('../target')).rejects.toThrow(NoSuchVersion);
  });

  it('leaves files that are no model to the project', async () => {
    const reader = createModelReader(folder, readModel);
    expect((await reader('target/gold/gold.jsonl'))!.length).toBeGreaterThan(1_000);
    expect(await reader('target/none.bin')).toBeNull();
  });
});
