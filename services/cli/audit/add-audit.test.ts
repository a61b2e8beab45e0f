import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../shared/config/load-config.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { buildProgram } from '../program.ts';

describe('saring audit verify', () => {
  let folder = '';
  let said = '';
  const open = (): Promise<Installation> =>
    openEmbedded(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
  const context = {
    environment: {},
    open,
    out: (text: string) => {
      said += text;
    },
    err: () => {},
  } as unknown as CliContext;
  const verify = (): Promise<unknown> => {
    said = '';
    return buildProgram(context).parseAsync(['audit', 'verify', '--data', folder], { from: 'user' });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const installation = await open();
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
    await verify();
    expect(said).toBe('Jejak audit utuh: 3 catatan diperiksa.\n');
    const db = new DatabaseSync(join(folder, 'saring.sqlite'));
    db.exec(`update audit_entry set document = replace(document, '"b"', '"x"') where sequence = 2`);
    db.close();
    await expect(verify()).rejects.toThrow('rusak mulai catatan 2');
  });
});
