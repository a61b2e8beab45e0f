import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReplayClock } from '../../../infra/clock/replay-clock.ts';
import { createModelVersions } from '../../../infra/models/model-versions.ts';
import { readModel } from '../../../infra/models/read-model.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { buildProgram } from '../program.ts';

describe('saring quality, models and learn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-cli-quality-'));
  let printed: string[] = [];
  const context: CliContext = {
    environment: {},
    open: openEmbedded,
    createReplayClock,
    readModel,
    openModels: createModelVersions,
    services: () => Promise.reject(new Error('none here')),
    out: (text) => void printed.push(text),
    err: () => {},
  };
  const run = async (...words: string[]) => {
    await buildProgram(context).parseAsync(words, { from: 'user' });
    return JSON.parse(printed.at(-1) ?? 'null');
  };
  beforeEach(() => {
    printed = [];
  });

  it('prints the report as one JSON value', async () => {
    const report = await run('quality', '--data', folder);
    expect(Object.keys(report)).toEqual(['at', 'model', 'gold', 'people', 'drift']);
    expect(report).toMatchObject({ gold: { n: 419 }, people: { labels: 0, all: null }, drift: null });
  });

  it('lists versions and refuses what is not there', async () => {
    expect(await run('models', 'list', '--data', folder)).toMatchObject({ model: 'target', current: 0 });
    await expect(run('models', 'promote', 'target', '7', '--data', folder)).rejects.toThrow(
      /Tidak ada versi 7/,
    );
    await expect(run('models', 'promote', 'target', '-1', '--data', folder)).rejects.toThrow();
    await expect(run('models', 'rollback', 'target', 'x', '--data', folder)).rejects.toThrow(
      /bukan bilangan/,
    );
  });

  it('learns by either name, and leaves the options of a training to it', async () => {
    await expect(run('learn', '--data', folder)).rejects.toThrow(/nobody has labelled/);
    await expect(run('train', '--with-labels', '--data', folder)).rejects.toThrow(/nobody has labelled/);
    await expect(run('learn', '--folds', '1', '--data', folder)).rejects.toThrow(/--folds/);
    writeFileSync(join(folder, 'broken.jsonl'), '{"label": "neutral"}');
    await expect(run('train', 'tone', '--data', join(folder, 'broken.jsonl'))).rejects.toThrow(
      /line 1: text/,
    );
  });
});
