import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite, type Sqlite } from '../../infra/sqlite/open-sqlite.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Alert } from '../../shared/domain/alert.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { receiptOf } from '../../shared/domain/receipt.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import {
  type Addressee,
  type Channel,
  Misconfigured,
  PermanentRefusal,
  TemporaryFailure,
} from '../../shared/ports/channel.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildAlert, buildRecipient } from '../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createFixedClock, type FixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { deliverDue } from './deliver-due.ts';
import { desk } from './desk.ts';
import { enqueueDeliveries } from './enqueue-deliveries.ts';
import { enqueueDigests } from './enqueue-digests.ts';
import { openDelivery } from './open-delivery.ts';
import { defaultDeliverySettings } from './settings.ts';

const baseUrl = 'https://saring.example';

describe('the outbox', () => {
  let sqlite: Sqlite;
  let records: Records;
  let clock: FixedClock;
  let close: () => Promise<void>;
  let sent: { message: Message; to: Addressee }[];
  let index: ReturnType<typeof createSqliteIndex>;

  beforeEach(async () => {
    sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records, close } = await createRecords(createSqliteDialect(sqlite)));
    clock = createFixedClock();
    sent = [];
  });
  afterEach(async () => {
    await close();
    sqlite.close();
  });

  /** A channel of this process: what it is given is what arrived. */
  const channel = (name: ChannelName, fail?: () => Error): Channel => ({
    name,
    limits: { perSecond: 100_000, atOnce: 50 },
    async send(message, to) {
      if (fail) throw fail();
      sent.push({ message, to });
      return { state: 'sent', providerId: null };
    },
    close: async () => {},
  });
  const delivery = (...channels: Channel[]) =>
    openDelivery({
      records,
      index,
      clock,
      baseUrl,
      channels: new Map(channels.map((one) => [one.name, one])),
    });
  const raise = (alert: Alert): Promise<number> =>
    records.transaction(async (inner) => {
      await inner.alerts.put([alert]);
      return enqueueDeliveries(inner, [alert], { now: clock.now(), zoneOf });
    });
  const receipts = async () =>
    (await records.deliveries.list({ scope: nationalScope, limit: 1_000 })).map(receiptOf);

  it('follows an alert from the transaction to the receipt', async () => {
    await records.recipients.put(buildRecipient());
    const alert = buildAlert({ issueId: null });
    expect(await raise(alert)).toBe(1);
    expect(await raise(alert)).toBe(0);
    expect((await receipts())[0]).toMatchObject({ state: 'queued', channel: 'email', tries: 0 });
    expect(await deliverDue(delivery(channel('email')), 'email')).toMatchObject({ sent: 1, failed: 0 });
    expect(sent).toHaveLength(1);
    expect((await receipts())[0]).toMatchObject({ state: 'sent', tries: 1, possibleDoubles: 0 });
    expect((await deliverDue(delivery(channel('email')), 'email')).sent).toBe(0);
  });

  it('tells what was observed, usual and how many times, why, stories, the first item, platforms, places and link', async () => {
    await records.recipients.put(buildRecipient());
    await records.issues.put([
      buildIssue(1, {
        spread: { authors: 9, platforms: { x: 20, facebook: 12 }, outlets: {}, areas: {}, maxFollowers: 0 },
        areas: ['35.73', '35.07'],
        title: 'Surat suara <b>kurang</b> di TPS 1',
      }),
    ]);
    await records.stories.put([
      {
        id: 's1',
        issueId: 'issue-001',
        title: 'Warga mengeluh',
        firstAt: 1,
        lastAt: 2,
        unique: 3,
        items: 12,
      },
      { id: 's2', issueId: 'issue-001', title: 'KPU menjawab', firstAt: 1, lastAt: 2, unique: 3, items: 30 },
    ]);
    await index.put([
      buildIndexedItem({ nativeId: 'a', text: 'Suratnya habis', issueId: 'issue-001', linkedAt: 1 }),
      buildIndexedItem({
        nativeId: 'b',
        text: 'Menyusul',
        issueId: 'issue-001',
        linkedAt: 1,
        publishedAt: clock.now() + 60_000,
      }),
    ]);
    await raise(buildAlert());
    await deliverDue(delivery(channel('email')), 'email');
    const message = sent[0]!.message;
    for (const part of [
      '42 unggahan dalam satu jam',
      '3 unggahan per jam',
      '14 kali',
      '1. KPU menjawab (30 unggahan)',
      '2. Warga mengeluh (12 unggahan)',
      'Pertama terlihat: Rabu, 27 Nov 2024 08.00 WIB, X: “Suratnya habis”',
      'Platform: X 20, Facebook 12',
      'Wilayah: Kota Malang, Kabupaten Malang',
      'Langkah berikutnya: Pilah sekarang',
      'https://saring.example/isu/ISU-2024-000001',
    ])
      expect(message.text).toContain(part);
    expect(message.subject).toBe('KRITIS – Kota Malang: Surat suara <b>kurang</b> di TPS 1');
    expect(message.short).toBe('42 unggahan dalam satu jam, biasanya 3 unggahan per jam (14 kali).');
    expect(message.short.length).toBeLessThanOrEqual(160);
    expect(message.html).toContain('Surat suara &lt;b&gt;kurang&lt;/b&gt; di TPS 1');
    expect(message.html).not.toContain('<b>kurang');
    expect(message.html).not.toMatch(/<(script|img|link|iframe)|https?:\/\/(?!saring\.example)/);
  });

  it('goes on to the next channel when one refuses or is not set up, and tells why', async () => {
    await records.recipients.put(
      buildRecipient({
        contacts: [
          { channel: 'telegram', address: '1' },
          { channel: 'email', address: 'a@b.example' },
          { channel: 'in_app', address: '-' },
        ],
      }),
    );
    await raise(buildAlert({ issueId: null }));
    const deps = delivery(
      channel('email', () => new PermanentRefusal('Kotak surat penuh.')),
      channel('in_app'),
    );
    await deliverDue(deps, 'telegram');
    await deliverDue(deps, 'email');
    await deliverDue(deps, 'in_app');
    expect((await receipts())[0]).toMatchObject({ state: 'sent', channel: 'in_app', tries: 3 });
    const [made] = await records.deliveries.list({ scope: nationalScope, limit: 1 });
    expect(made!.attempts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['misconfigured', 'Saluran ini belum disiapkan pada instalasi ini.'],
      ['refused', 'Kotak surat penuh.'],
      ['sent', null],
    ]);
  });

  it('does not send to somebody who said stop in between', async () => {
    const recipient = buildRecipient({ contacts: [{ channel: 'email', address: 'a@b.example' }] });
    await records.recipients.put(recipient);
    await raise(buildAlert({ issueId: null }));
    const contacts = recipient.contacts.map((contact) => ({ ...contact, optedOutAt: clock.now() }));
    await records.recipients.put({ ...recipient, contacts });
    await deliverDue(delivery(channel('email')), 'email');
    expect(sent).toEqual([]);
    expect((await receipts()).find((one) => one.recipientId === recipient.id)?.state).toBe('failed');
  });

  it('escalates the alert of a unit without contacts and says so', async () => {
    await records.recipients.put(buildRecipient({ id: 'prov', unit: '35', units: ['35'] }));
    await raise(buildAlert({ issueId: null }));
    await deliverDue(delivery(channel('email')), 'email');
    expect(sent.map(({ to }) => to.recipientId)).toEqual(['prov']);
    expect(sent[0]!.message.text).toContain('karena KPU Kota Malang belum punya kontak yang dapat dihubungi');
    expect(sent[0]!.message.short).toContain('KPU Kota Malang');
    expect((await receipts())[0]).toMatchObject({ escalatedFrom: '35.73', state: 'sent' });
  });

  it('escalates to KPU RI’s desk when nobody can be reached at all', async () => {
    await records.recipients.put(
      buildRecipient({ contacts: [{ channel: 'whatsapp', address: '6281200000000' }] }),
    );
    await raise(buildAlert({ issueId: null }));
    expect((await receipts()).map((one) => [one.recipientId, one.channel])).toEqual([[desk.id, 'in_app']]);
    await deliverDue(delivery(channel('in_app')), 'in_app');
    expect(sent).toHaveLength(1);
  });

  it('escalates when every channel of every contact has failed', async () => {
    await records.recipients.put(
      buildRecipient({ contacts: [{ channel: 'email', address: 'a@b.example' }] }),
    );
    await records.recipients.put(
      buildRecipient({
        id: 'prov',
        unit: '35',
        units: ['35'],
        contacts: [{ channel: 'in_app', address: '-' }],
      }),
    );
    await raise(buildAlert({ issueId: null }));
    const deps = delivery(
      channel('email', () => new Misconfigured('Kata sandi salah.')),
      channel('in_app'),
    );
    await deliverDue(deps, 'email');
    await deliverDue(deps, 'in_app');
    expect((await receipts()).map((one) => [one.recipientId, one.state]).sort()).toEqual([
      ['humas-malang', 'failed'],
      ['prov', 'sent'],
    ]);
  });

  it('tells the unit above when the only channel stays dead for a quarter of an hour, and goes on trying', async () => {
    await records.recipients.put(
      buildRecipient({ contacts: [{ channel: 'email', address: 'a@b.example' }] }),
    );
    await raise(buildAlert({ issueId: null }));
    const deps = delivery(
      channel('email', () => new TemporaryFailure('Server mati.')),
      channel('in_app'),
    );
    const states = async () => (await receipts()).map((one) => `${one.recipientId} ${one.state}`).sort();
    await deliverDue(deps, 'email');
    clock.advance(10 * 60_000);
    await deliverDue(deps, 'email');
    expect(await states()).toEqual(['humas-malang queued']);
    clock.advance(10 * 60_000);
    await deliverDue(deps, 'email');
    await deliverDue(deps, 'in_app');
    expect(await states()).toEqual(['humas-malang queued', `${desk.id} sent`]);
    clock.advance(30 * 60_000);
    await deliverDue(delivery(channel('email')), 'email');
    expect(await states()).toEqual(['humas-malang sent', `${desk.id} sent`]);
  });

  it('throws away what nobody needs any more', async () => {
    await records.recipients.put(
      buildRecipient({ contacts: [{ channel: 'email', address: 'a@b.example' }] }),
    );
    await raise(buildAlert({ issueId: null }));
    clock.advance(25 * hourMs);
    expect(await deliverDue(delivery(channel('email')), 'email')).toMatchObject({ sent: 0, failed: 1 });
    expect((await receipts()).find((one) => one.channel === 'email')?.reason).toMatch(/Kedaluwarsa/);
  });

  it('serves 10,000 recipients in bounded pages, each once', async () => {
    await records.transaction(async (inner) => {
      for (let n = 0; n < 10_000; n += 1)
        await inner.recipients.put(
          buildRecipient({
            id: `r${String(n).padStart(5, '0')}`,
            contacts: [{ channel: 'in_app', address: '-' }],
          }),
        );
    });
    let largest = 0;
    const watched: Records = {
      ...records,
      deliveries: {
        ...records.deliveries,
        enqueue: (rows) => {
          largest = Math.max(largest, rows.length);
          return records.deliveries.enqueue(rows);
        },
      },
    };
    const added = await enqueueDeliveries(watched, [buildAlert({ issueId: null })], {
      now: clock.now(),
      zoneOf,
    });
    await records.alerts.put([buildAlert({ issueId: null })]);
    expect([added, largest]).toEqual([10_000, defaultDeliverySettings.pageSize]);
    // the channel's rate: a second lets so many through and no more
    const deps = delivery({ ...channel('in_app'), limits: { perSecond: 500, atOnce: 50 } });
    for (let second = 1; second <= 4; second += 1) {
      expect((await deliverDue(deps, 'in_app')).paced).toBe(true);
      expect(sent).toHaveLength(500 * second);
      clock.advance(1_000);
    }
    expect(new Set(sent.map(({ to }) => to.deliveryId)).size).toBe(2_000);
  }, 60_000);

  describe('digests', () => {
    const digests = () =>
      enqueueDigests({
        records,
        now: clock.now(),
        settings: defaultDeliverySettings,
        baseUrl,
        zoneOf,
        unitName,
      });
    const at = (day: number, hour: number, minute = 0) => Date.UTC(2024, 10, day, hour - 7, minute);

    it('come at 07:00 and 16:00 of the unit, once, with what was not told, gravest first', async () => {
      await records.recipients.put(buildRecipient());
      await records.recipients.put(buildRecipient({ id: 'timur', unit: '91.71', units: ['35.73'] }));
      await records.issues.put([buildIssue(1), buildIssue(2, { title: 'Antrean <i>panjang</i>' })]);
      clock.set(at(27, 8));
      expect(await digests()).toBe(0);
      await records.alerts.put([
        buildAlert({ id: 'a1', at: at(27, 9), push: false, level: 'sedang' }),
        buildAlert({ id: 'a2', at: at(27, 10), push: false, level: 'rendah', issueId: 'issue-002' }),
        buildAlert({ id: 'a3', at: at(27, 11), push: true, level: 'kritis' }),
        buildAlert({ id: 'a4', at: at(27, 12), unit: '73.71', level: 'sedang', push: false }),
        buildAlert({ id: 'a5', at: at(27, 12), falseAlarm: true, issueId: null }),
      ]);
      clock.set(at(27, 14));
      expect(await digests()).toBe(1);
      clock.set(at(27, 16, 1));
      expect(await digests()).toBe(1);
      expect(await digests()).toBe(0);
      await deliverDue(delivery(channel('email')), 'email');
      const western = sent.find(({ to }) => to.recipientId === 'humas-malang')!.message;
      expect(western.subject).toBe('Ringkasan Rabu, 27 Nov 2024 16.00 WIB: 2 isu (1 kritis, 1 rendah)');
      expect(western.text).toContain('1. [KRITIS] Surat suara kurang di TPS 1');
      expect(western.text).toContain('2 peringatan; sudah dikirim');
      expect(western.text).not.toContain('Makassar');
      expect(western.html).toContain('Antrean &lt;i&gt;panjang&lt;/i&gt;');
      expect(western.short.length).toBeLessThanOrEqual(160);
      const eastern = sent.find(({ to }) => to.recipientId === 'timur')!.message;
      expect(eastern.subject).toContain('16.00 WIT: ');
    });

    it('cover units without contacts for the one above, and say so', async () => {
      await records.recipients.put(buildRecipient({ unit: '35', units: ['35'] }));
      clock.set(at(27, 8));
      await digests();
      await records.alerts.put([buildAlert({ at: at(27, 9), push: false, level: 'sedang' })]);
      clock.set(at(27, 16));
      expect(await digests()).toBe(1);
      await deliverDue(delivery(channel('email')), 'email');
      expect(sent[0]!.message.text).toContain('unit ini belum punya kontak');
    });

    it('make neither a flood nor a repeat of a clock that jumps', async () => {
      await records.recipients.put(buildRecipient());
      clock.set(at(1, 8));
      await digests();
      await records.alerts.put([
        buildAlert({ id: 'alt', at: at(2, 9) }),
        buildAlert({ id: 'neu', at: at(26, 9) }),
      ]);
      clock.set(at(27, 8));
      expect(await digests()).toBe(1);
      clock.set(at(3, 8));
      expect(await digests()).toBe(0);
      clock.set(at(27, 15));
      expect(await digests()).toBe(0);
      await deliverDue(delivery(channel('email')), 'email');
      expect(sent[0]!.message.data['alerts']).toHaveLength(1);
    });
  });
});
