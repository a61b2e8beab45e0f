import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildItem } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { bundleEvidence, verifyEvidence } from './evidence-bundle.ts';
import { createEvidenceKeeper, type EvidenceKeeper } from './keep-evidence.ts';

const html = new TextEncoder().encode('<html><body>Surat suara</body></html>');

describe('evidence of an item', () => {
  const item = buildItem({ title: 'Surat suara', platform: 'news', url: 'https://warta.example/1' });
  const clock = createFixedClock();
  let sqlite: ReturnType<typeof openSqlite>;
  let store: ReturnType<typeof createSqliteEvidence>;
  let records: Records;
  let keeper: EvidenceKeeper;
  beforeEach(async () => {
    sqlite = openSqlite(':memory:');
    store = createSqliteEvidence(sqlite);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    keeper = createEvidenceKeeper({ store, records, clock, level: 'sedang', riskOf: async () => null });
    const page = {
      html,
      headers: { 'content-type': 'text/html' },
      status: 200,
      url: item.url!,
      at: clock.now(),
    };
    await keeper.keep(item, page, { reason: 'risk', level: 'tinggi' });
  });
  afterEach(() => sqlite.close());

  const bundle = async () => bundleEvidence(item.id, await records.evidence.of([item.id]), store);

  it('is one ZIP whose hash list fits every file, the same each time', async () => {
    const { zip, missing } = await bundle();
    expect(missing).toEqual([]);
    const files = unzipSync(zip);
    const sums = strFromU8(files['SHA256SUMS']!)
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.length).toBe(5);
    for (const [hash, path] of sums)
      expect(createHash('sha256').update(files[path!]!).digest('hex'), path).toBe(hash);
    const page = Object.keys(files).find((path) => path.endsWith('/page.html'))!;
    expect(files[page]).toEqual(html);
    expect(JSON.parse(strFromU8(files['manifest.json']!))).toMatchObject({
      item: item.id,
      kept: [{ reason: 'risk', level: 'tinggi', at: '2024-11-27T01:00:00.000Z' }],
    });
    expect((await bundle()).zip).toEqual(zip);
  });

  it('is found whole, and every altered or missing file is found', async () => {
    expect(await verifyEvidence(store, records)).toEqual({ records: 1, files: 4, findings: [] });
    const [record] = await records.evidence.of([item.id]);
    const hashOf = (name: string) => record!.parts.find((part) => part.name === name)!.hash;
    sqlite.writer
      .prepare('UPDATE evidence SET body = ? WHERE hash = ?')
      .run(new Uint8Array([1]), hashOf('page.html'));
    sqlite.writer.prepare('DELETE FROM evidence WHERE hash = ?').run(hashOf('text.txt'));
    expect((await verifyEvidence(store, records)).findings).toEqual([
      { kind: 'missing', hash: hashOf('text.txt'), itemId: item.id, name: 'text.txt' },
      { kind: 'altered', hash: hashOf('page.html'), itemId: item.id, name: 'page.html' },
    ]);
    const { zip, missing } = await bundle();
    expect(missing.map((path) => path.split('/')[1])).toEqual(['text.txt', 'page.html']);
    expect(Object.keys(unzipSync(zip))).toContain('manifest.json');
  });
});
