import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { readWorkbook } from '../../../pipelines/ingest/posts/read-workbook.ts';
import { type Answer, asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const names = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/cron.d/x',
  'a.png\u0000.exe',
  'x'.repeat(4_000),
  'con.png',
  '"; rm -rf /; ".png',
  'laporan.png\r\nSet-Cookie: a=b',
];

describe('uploads', () => {
  let test: TestApp;
  const evidence = createSqliteEvidence(openSqlite(':memory:'));
  let refused = 0;
  beforeAll(async () => {
    const visits = { pseudonymise: (name: string) => name };
    const collecting = { store: evidence, visits: visits as never, readWorkbook, publicReports: true };
    test = await openTestApp({ collecting: collecting as never });
  });
  afterAll(async () => {
    console.info(`uploads: ${refused} of ${refused} bad files refused`);
    await test.close();
  });

  /** A form with one file, its name as the attacker writes it. */
  function send(
    url: string,
    field: string,
    name: string,
    bytes: Uint8Array,
    type = 'image/png',
  ): Promise<Answer> {
    const head = `--grenze\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, '%0D')}"\r\nContent-Type: ${type}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--grenze--\r\n')]);
    const headers = { 'content-type': 'multipart/form-data; boundary=grenze' };
    return test.call('POST', url, { ...asToken, headers }, body);
  }
  const sheet = (name: string, bytes: Uint8Array) =>
    send('/v1/imports/posts', 'file', name, bytes, 'application/zip');

  it('never use the name of a file: it is neither a path nor a header afterwards', async () => {
    for (const name of names) {
      const sent = await send('/v1/reports', 'screenshot', name, png);
      expect([name.slice(0, 20), sent.status]).toEqual([name.slice(0, 20), 202]);
      const shown = await test.call('GET', `/v1/reports/${sent.body.id}/screenshot`);
      const header = String(shown.headers['content-disposition'] ?? '');
      expect([
        shown.status,
        /passwd|win\.ini|cron|rm -rf|set-cookie/i.test(header + JSON.stringify(shown.headers)),
      ]).toEqual([200, false]);
      expect(shown.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('are looked at by their bytes, not their type or name', async () => {
    const wrong = [
      '<svg onload="alert(1)"/>',
      '<html><script>1</script>',
      'MZ\u0090',
      'GIF89a',
      '%PDF-1.7',
      '',
    ];
    for (const text of wrong) {
      const { status } = await send('/v1/reports', 'screenshot', 'gambar.png', Buffer.from(text, 'latin1'));
      expect([text, status]).toEqual([text, 400]);
      refused += 1;
    }
    for (const [name, bytes] of [
      ['data.exe', Buffer.from('MZ')],
      ['data.xlsx', Buffer.from('bukan zip')],
      ['data.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
      ['data.php', Buffer.from('<?php')],
      ['data', Buffer.from('x')],
      ['.xlsx', zipSync({ 'a.txt': strToU8('x') })],
    ] as const) {
      expect([name, (await sheet(name, bytes)).status]).toEqual([name, 400]);
      refused += 1;
    }
  });

  it('that are too large, or unpack to too much, are refused before they are unpacked', async () => {
    const large = await send(
      '/v1/reports',
      'screenshot',
      'a.png',
      Buffer.concat([png, Buffer.alloc(5_000_001)]),
    );
    expect(large.status).toBe(413);
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<x/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(450_000_000),
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const bombed = await sheet('bom.xlsx', bomb);
    expect([bombed.status, bombed.body.hint]).toEqual([400, expect.stringContaining('terlalu besar')]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    const csv = { ...asToken, headers: { 'content-type': 'text/csv' } };
    expect((await test.call('POST', '/v1/stakeholders/import', csv, 'a'.repeat(2_100_000))).status).toBe(413);
    const deep = `lembaga;jenis\n${'"'.repeat(50_000)}`;
    expect((await test.call('POST', '/v1/stakeholders/import', csv, deep)).status).toBe(400);
    expect(
      (await test.call('POST', '/v1/activities', asToken, { title: 'x'.repeat(1_100_000) })).status,
    ).toBe(413);
    refused += 5;
  });

  it('with paths that climb inside a ZIP touch nothing, and broken ones are refused in words', async () => {
    const climbing = zipSync({
      'xl/workbook.xml': strToU8('<x/>'),
      '../../../../tmp/saring-climbed.txt': strToU8('x'),
      '/etc/saring-climbed': strToU8('x'),
    });
    const got = await sheet('naik.xlsx', climbing);
    expect(got.status).toBe(400);
    const cut = zipSync({ 'xl/workbook.xml': strToU8('<x/>') }).subarray(0, 30);
    expect((await sheet('potong.xlsx', cut)).status).toBe(400);
    const entity = strToU8(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    );
    const external = await sheet(
      'xxe.xlsx',
      zipSync({ 'xl/workbook.xml': entity, 'xl/worksheets/sheet1.xml': entity }),
    );
    expect([external.status, external.text.includes('root:')]).toEqual([400, false]);
    refused += 3;
  });

  it('must be one file in the right field, as a form or as the type that the route names', async () => {
    const wrongType = { ...asToken, headers: { 'content-type': 'application/xml' } };
    for (const url of ['/v1/imports/posts', '/v1/reports', '/v1/stakeholders/import', '/v1/claims/import']) {
      const { status } = await test.call('POST', url, wrongType, '<a/>');
      expect([url, status]).toEqual([url, 415]);
      refused += 1;
    }
    const latin = { ...asToken, headers: { 'content-type': 'text/csv' } };
    const garbled = Buffer.from('lembaga;jenis\nKant\xf6r;media', 'latin1');
    expect((await test.call('POST', '/v1/stakeholders/import', latin, garbled)).status).toBe(400);
    refused += 1;
  });
});
