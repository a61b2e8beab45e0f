import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandInFolder, commandInFolder } from '../testdata/command-in-folder.ts';

describe('saring audit verify', () => {
  let folder = '';
  let command: CommandInFolder;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
    command = commandInFolder(folder);
    const installation = await command.open();
    for (const action of ['a', 'b', 'c'])
      await installation.records.audit.append({
        at: 1,
        actor: 'u',
        action,
        subject: 's',
        before: null,
        after: null,
        reason: null,
      });
    await installation.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says that the trail is whole, then where somebody altered it', async () => {
    const verify = () => command.run('audit', 'verify');
    expect(await verify()).toBe('Jejak audit utuh: 3 catatan diperiksa.\n');
    const db = new DatabaseSync(join(folder, 'saring.sqlite'));
    db.exec(`update audit_entry set document = replace(document, '"b"', '"x"') where sequence = 2`);
    db.close();
    await expect(verify()).rejects.toThrow('rusak mulai catatan 2');
  });
});
