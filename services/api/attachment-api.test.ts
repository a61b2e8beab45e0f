import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const pdf = Buffer.from('%PDF-1.7\nsurat keputusan');
let api: TestApp;
let officer: Entered;
beforeEach(async () => {
  const store = createSqliteEvidence(openSqlite(':memory:'));
  api = await openTestApp({ collecting: { store, publicReports: false } as never });
  await api.records.issues.put([buildIssue(1)]);
  officer = await enterAs(api, 'malang', 'analyst', '35.73');
});
afterEach(() => api.close());

async function attach(name: string, bytes: Buffer, cookie = 'cookie-malang') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = new Response(form);
  const got = await api.app.inject({
    method: 'POST',
    url: '/v1/issues/issue-001/attachments',
    headers: {
      cookie: `saring_session=${cookie}`,
      'x-csrf-token': 'csrf',
      'content-type': response.headers.get('content-type')!,
    },
    payload: Buffer.from(await response.arrayBuffer()),
  });
  return { status: got.statusCode, body: got.json() };
}

describe('attachments', () => {
  it('keep a file as it was, for those who work on the issue, and leave a trace when removed', async () => {
    const { status, body } = await attach('../../SK Ketua.pdf', pdf);
    expect([status, body.name, body.type, body.bytes]).toEqual([
      201,
      'SK Ketua.pdf',
      'application/pdf',
      pdf.length,
    ]);
    const file = await api.app.inject({
      url: `/v1/attachments/${body.id}`,
      headers: { cookie: 'saring_session=cookie-malang' },
    });
    expect([
      file.rawPayload.equals(pdf),
      file.headers['content-disposition'],
      file.headers['x-content-type-options'],
    ]).toEqual([true, "attachment; filename*=UTF-8''SK%20Ketua.pdf", 'nosniff']);
    const other = await enterAs(api, 'surabaya', 'head', '35.78');
    expect((await other.call('GET', `/v1/attachments/${body.id}`)).status).toBe(404);
    expect((await other.call('GET', '/v1/issues/issue-001/attachments')).status).toBe(404);
    const remove = `/v1/attachments/${body.id}/remove`;
    expect((await officer.call('POST', remove, { reason: 'salah berkas' })).body.attachments).toEqual([]);
    expect((await officer.call('GET', `/v1/attachments/${body.id}`)).status).toBe(404);
    expect((await api.records.audit.of('issue-001', 5)).map(({ action }) => action)).toEqual([
      'issue.detach',
      'issue.attach',
    ]);
  });

  it.each([
    ['halaman.html', Buffer.from('<script>alert(1)</script>')],
    ['gambar.svg', Buffer.from('<svg onload="x"/>')],
    ['program.exe', Buffer.from('MZ')],
    ['surat.pdf', Buffer.from('<html>')],
    ['foto.png', Buffer.from([0xff, 0xd8, 0xff])],
    ['data.csv', Buffer.from([0x61, 0x00, 0x62])],
    ['arsip.zip', Buffer.from('PK\u0003\u0004')],
    ['laporan.docx', Buffer.from('PK\u0003\u0004 apa saja')],
    ['tanpa-akhiran', pdf],
    ['constructor', pdf],
  ])('refuse %s', async (name, bytes) => {
    expect((await attach(name, bytes)).status).toBe(415);
  });

  it('refuse what is too large or empty', async () => {
    expect((await attach('besar.pdf', Buffer.concat([pdf, Buffer.alloc(20_000_001)]))).status).toBe(413);
    expect((await attach('kosong.pdf', Buffer.alloc(0))).status).toBe(400);
  });
});
