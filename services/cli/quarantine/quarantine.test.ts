import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PermanentFailure } from '../../../shared/ports/queue.ts';
import { type CommandInFolder, commandInFolder } from '../testdata/command-in-folder.ts';

describe('saring quarantine', () => {
  let folder = '';
  let command: CommandInFolder;
  const run = (...words: string[]): Promise<string> => command.run('quarantine', ...words);
  const ids = async (): Promise<string[]> =>
    (JSON.parse(await run('list', '--json')) as { jobs: { id: string }[] }).jobs.map(({ id }) => id);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'quarantine-'));
    command = commandInFolder(folder);
    const { queue, close } = await command.open();
    for (const name of ['enrich', 'enrich', 'link']) await queue.add([{ name, payload: {} }]);
    for (const name of ['enrich', 'link'])
      queue.work(
        name,
        async () => {
          throw new PermanentFailure('the payload is none\nat line 1');
        },
        {},
      );
    await vi.waitFor(async () => {
      const counts = Object.values(await queue.counts());
      expect(counts.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBe(3);
    });
    await close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lists what failed and why, in a line each', async () => {
    const text = await run('list');
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toMatch(/ {2}link {2}\d{4}-.*Z {2}1 percobaan: the payload is none\n/);
    expect((await run('list', '--stage', 'link')).split('\n')).toHaveLength(3);
  });

  it('puts back and throws away what is named, leaves a trail, and refuses what is unclear', async () => {
    const [first, second] = await ids();
    await expect(run('replay')).rejects.toThrow('--all');
    await expect(run('replay', first!, '--all')).rejects.toThrow('--all');
    await expect(run('replay', first!, '--stage', 'link')).rejects.toThrow('--stage');
    await expect(run('replay', first!, 'none')).rejects.toThrow('Tidak ada di karantina: none');
    expect(await ids()).toHaveLength(3);
    expect(await run('replay', first!, '--reason', 'server kembali')).toBe(
      '1 pekerjaan dikembalikan ke antrean.\n',
    );
    expect(await run('discard', second!, '--json')).toBe('{"jobs":1}\n');
    expect(await run('replay', '--all')).toBe('1 pekerjaan dikembalikan ke antrean.\n');
    expect(await run('list')).toBe('Karantina kosong.\n');
    const { queue, records, close } = await command.open();
    const counts = Object.values(await queue.counts());
    expect(counts.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(2);
    const trail = await records.audit.list({ after: 0, limit: 10 });
    expect(trail.map(({ action }) => action).sort()).toEqual([
      'quarantine.discard',
      'quarantine.replay',
      'quarantine.replay',
    ]);
    expect(trail.find(({ reason }) => reason === 'server kembali')).toMatchObject({
      actor: 'administrator',
      before: [{ id: first, error: expect.stringContaining('payload') }],
    });
    await close();
  });
});
