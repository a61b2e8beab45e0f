import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIds } from '../../../infra/clock/system-clock.ts';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite, type Sqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { type Addressee, type Channel, TemporaryFailure } from '../../../shared/ports/channel.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { buildRecipient } from '../../../shared/testing/build-delivery.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { sendTestAlert } from './test.ts';

describe('saring alerts test', () => {
  const clock = createFixedClock();
  let sqlite: Sqlite;
  let installation: Installation;
  let sent: Addressee[] = [];
  const email: Channel = {
    name: 'email',
    limits: { perSecond: 10, atOnce: 1 },
    async send(_message, addressee) {
      if (addressee.contact.address === 'mati@b.example') throw new TemporaryFailure('Server surel mati.');
      sent.push(addressee);
      return { state: 'sent', providerId: 'p1' };
    },
    close: async () => {},
  };
  const channels = new Map([[email.name, email]]);
  const send = (over: object) =>
    sendTestAlert(installation, channels, {
      channel: 'email',
      baseUrl: 'https://saring.example',
      json: false,
      ...over,
    });

  beforeEach(async () => {
    sqlite = openSqlite(':memory:');
    sent = [];
    const { records } = await createRecords(createSqliteDialect(sqlite));
    const index = createSqliteIndex(sqlite, searchTerms);
    installation = { records, index, clock, ids: createIds(clock) } as unknown as Installation;
  });
  afterEach(() => sqlite.close());

  it('sends one to the address it is given, and leaves a receipt but no person', async () => {
    expect(await send({ to: 'a@b.example' })).toContain('Terkirim lewat email');
    expect(sent.map((one) => one.contact.address)).toEqual(['a@b.example']);
    const { records } = installation;
    expect(await records.recipients.list({ scope: nationalScope, limit: 10 })).toEqual([]);
    const receipts = await records.deliveries.list({ scope: nationalScope, limit: 10 });
    expect(receipts).toMatchObject([{ kind: 'test', state: 'sent', providerId: 'p1' }]);
  });

  it('sends to the first stored person otherwise, and only the one message', async () => {
    await installation.records.recipients.put(buildRecipient());
    const receipt = JSON.parse(await send({ json: true }));
    expect(receipt).toMatchObject({ recipientId: 'humas-malang', state: 'sent', tries: 1 });
    expect(sent).toHaveLength(1);
  });

  it('says in one line what is wrong', async () => {
    await expect(send({})).rejects.toThrow('sebutkan alamat dengan --to');
    await expect(send({ channel: 'pos' })).rejects.toThrow('pilih salah satu: email, telegram');
    await expect(send({ to: 'bukan surel' })).rejects.toThrow('Alamat atau kunci tidak cocok');
    await expect(send({ to: 'mati@b.example' })).rejects.toThrow('belum terkirim: Server surel mati.');
    await expect(send({ channel: 'telegram', to: '123' })).rejects.toThrow('belum disiapkan');
  });
});
