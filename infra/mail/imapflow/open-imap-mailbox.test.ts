import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsRefused } from '../../../pipelines/ingest/connectors/connector.ts';
import { mailConnector } from '../../../pipelines/ingest/connectors/mail.ts';
import { sourceSchema } from '../../../shared/domain/source.ts';
import { MailboxUnavailable, type MailCursor } from '../../../shared/ports/mailbox.ts';
import { createImapOpener } from './open-imap-mailbox.ts';
import { pictureMail, plainMail, tinyPng } from './testdata/mails.ts';
import { type StoredMail, serveImap } from './testdata/serve-imap.ts';

const gif = new TextEncoder().encode('GIF89a');

describe('a mailbox over IMAP', () => {
  let server: Server;
  let sockets: Socket[] = [];
  let mails: StoredMail[] = [];
  let validity = 7;
  let log: string[] = [];
  let port = 0;
  beforeEach(async () => {
    [sockets, log, validity] = [[], [], 7];
    mails = [
      plainMail(
        3,
        'Fwd: TPS dipindah?',
        'Benarkah TPS 4 dipindah =E2=80=9Cmendadak=E2=80=9D?\r\n-- \r\nWarga Biasa',
      ),
      pictureMail(5, '<p>KPPS membagikan surat suara tercoblos, <b>benarkah</b>?</p>'),
    ];
    server = createServer((socket) => {
      sockets.push(socket);
      serveImap(socket, { mails: () => mails, validity: () => validity, log });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const opener = (password = 'rahasia') =>
    createImapOpener({ url: `imap://humas:${password}@127.0.0.1:${port}/INBOX`, allowPlain: true });
  const read = async (cursor: MailCursor | null, limit = 10) => {
    const mailbox = await opener()();
    try {
      return await mailbox.since(cursor, limit);
    } finally {
      await mailbox.close();
    }
  };

  it('reads texts in any encoding, and changes nothing', async () => {
    const { mails: found, cursor } = await read(null);
    expect(found).toMatchObject([
      { uid: 3, from: 'warga@surat.example', isHtml: false, pictures: [], sentAt: Date.UTC(2024, 10, 27, 1) },
      { uid: 5, messageId: '<m5@surat.example>', isHtml: true, pictures: [tinyPng], picturesLeft: 0 },
    ]);
    expect(found[0]!.text).toContain('TPS 4 dipindah “mendadak”?');
    expect(found[1]!.text).toContain('<b>benarkah</b>');
    expect(cursor).toEqual({ validity: '7', lastUid: 5 });
    expect(log.filter((line) => /^(STORE|UID STORE|EXPUNGE|COPY|MOVE|SELECT|APPEND)/.test(line))).toEqual([]);
  });

  it('leaves pictures that are too large or too many in the mailbox, and counts them', async () => {
    mails = [
      pictureMail(1, 'Satu', { picture: new Uint8Array(5_000_001).fill(1) }),
      pictureMail(2, 'Dua', { statedBytes: 9_000_000 }),
      pictureMail(3, 'Enam', { pictures: 6 }),
    ];
    const { mails: found } = await read(null);
    expect(found.map(({ pictures, picturesLeft }) => [pictures.length, picturesLeft])).toEqual([
      [0, 1],
      [0, 1],
      [5, 1],
    ]);
  });

  it('leaves mails for the next visit where their pictures would fill the memory', async () => {
    const picture = new Uint8Array(4_900_000).fill(1);
    mails = [1, 2, 3].map((uid) => pictureMail(uid, 'Foto', { picture, pictures: 3 }));
    const first = await read(null);
    expect(first.mails.map(({ uid }) => uid)).toEqual([1, 2]);
    expect((await read(first.cursor)).mails.map(({ uid }) => uid)).toEqual([3]);
  });

  it('goes on behind the last one, in pieces, and starts again when the mailbox was made anew', async () => {
    const first = await read(null, 1);
    expect(first.cursor.lastUid).toBe(3);
    mails.push(plainMail(9, 'Baru', 'Isi baru dari warga'));
    expect((await read(first.cursor)).mails.map(({ uid }) => uid)).toEqual([5, 9]);
    expect((await read({ validity: '7', lastUid: 9 })).mails).toEqual([]);
    validity = 8;
    expect((await read({ validity: '7', lastUid: 9 })).mails).toHaveLength(3);
  });

  it('says in words why it cannot be opened', async () => {
    await expect(opener('salah')()).rejects.toMatchObject({
      name: MailboxUnavailable.name,
      explanation: expect.stringContaining('nama atau kata sandi'),
    });
    const closed = createImapOpener({ url: 'imap://a:b@127.0.0.1:1/INBOX', allowPlain: true });
    await expect(closed()).rejects.toMatchObject({
      explanation: expect.stringContaining('tidak dapat dihubungi'),
    });
    const strict = createImapOpener({ url: `imap://humas:rahasia@127.0.0.1:${port}/INBOX` });
    await expect(strict()).rejects.toBeInstanceOf(MailboxUnavailable);
    expect(log.some((line) => line.startsWith('LOGIN') && line.includes('rahasia'))).toBe(false);
  });

  const source = sourceSchema.parse({
    id: 'surat',
    kind: 'mail',
    name: 'Surat laporan',
    url: 'imap',
    platform: 'report',
    outlet: null,
    outletTier: 1,
    homeArea: null,
    intervalMinutes: 10,
    enabled: true,
  });
  const noAllowance = () => Promise.reject(new Error('nothing is counted here'));
  const allowance = { take: noAllowance, giveBack: noAllowance, used: noAllowance };
  const collect = (cursor: Record<string, unknown>, openMailbox = opener()) =>
    mailConnector.collect({
      source,
      cursor,
      fetcher: { fetch: () => Promise.reject(new Error('no web here')), close: async () => {} },
      now: Date.UTC(2024, 10, 28),
      knownIds: async () => new Set(),
      readPage: () => Promise.reject(new Error('no pages here')),
      openMailbox,
      allowance,
      pseudonymise: () => 'samaran',
      secrets: {},
    });

  it('brings reports without their senders', async () => {
    mails.push(pictureMail(7, '', { subject: '' }), pictureMail(8, 'Benarkah ini?', { picture: gif }));
    const { items, drops, cursor, attachments, pictureReports } = await collect({});
    expect(items.map(({ platform, title, text, author }) => [platform, title, text, author])).toEqual([
      ['report', 'TPS dipindah?', 'Benarkah TPS 4 dipindah “mendadak”?', 'samaran'],
      ['report', 'Kabar “TPS”', 'KPPS membagikan surat suara tercoblos, benarkah?', 'samaran'],
      ['report', 'Kabar “TPS”', 'Benarkah ini?', 'samaran'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Warga Biasa|warga@surat/);
    const png = { name: 'picture-1.png', bytes: tinyPng, contentType: 'image/png' };
    expect([...attachments!]).toEqual([[items[1]!.id, [png]]]);
    expect(pictureReports).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{32}$/), picture: png }]);
    expect(drops.map(({ code, subject }) => [code, subject])).toEqual([
      ['picture_left', '<m8@surat.example>'],
    ]);
    expect((await collect(JSON.parse(JSON.stringify(cursor)))).notModified).toBe(true);
  });

  it('needs the setting, and says so', async () => {
    await expect(
      mailConnector.collect({ ...({ source, cursor: {} } as Parameters<typeof mailConnector.collect>[0]) }),
    ).rejects.toBeInstanceOf(SettingsRefused);
  });
});
