import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../domain/delivery.ts';
import { possibleDoubles } from '../domain/delivery.ts';
import { buildDelivery, buildRecipient, deliveryDueAt } from '../testing/build-delivery.ts';
import type { Records } from './records.ts';

interface DeliveryBackend {
  name: string;
  /** Fresh, migrated records. */
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const now = deliveryDueAt;
const row = buildDelivery;

const take = { channel: 'email' as const, now, limit: 10, leaseMs: 1_000 };

/** What the outbox and the recipients of every Records promise; a backend's test registers it. */
export function describeDeliveryRecordsContract(backend: DeliveryBackend): void {
  describe(`Delivery records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<DeliveryBackend['create']>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    it('finds who watches a unit: directly, or from above when asked to', async () => {
      const people = [
        buildRecipient({ id: 'a' }),
        buildRecipient({ id: 'b', unit: '35', units: ['35'], below: true }),
        buildRecipient({ id: 'c', unit: '35', units: ['35'] }),
        buildRecipient({ id: 'd', unit: 'RI', units: ['RI'], below: true }),
        buildRecipient({ id: 'e', active: false }),
      ];
      for (const one of people) await records.recipients.put(one);
      const watching = async (unit: string, after?: string) =>
        (await records.recipients.watching(unit, { limit: 10, ...(after ? { after } : {}) })).map(
          (one) => one.id,
        );
      expect(await watching('35.73')).toEqual(['a', 'b', 'd']);
      expect(await watching('35.73', 'a')).toEqual(['b', 'd']);
      expect(await watching('35')).toEqual(['b', 'c', 'd']);
      expect(await watching('RI')).toEqual(['d']);
      await records.recipients.put({ ...people[0]!, units: ['73.71'] });
      expect(await watching('35.73')).toEqual(['b', 'd']);
      expect(
        (await records.recipients.byAddress('email', 'humas@malang.example')).map((one) => one.id),
      ).toContain('a');
      await records.recipients.remove('a');
      expect(await records.recipients.get('a')).toBeNull();
      expect(await watching('73.71')).toEqual(['d']);
      const inScope = await records.recipients.list({ scope: { unit: '35' }, limit: 10 });
      expect(inScope.map((one) => one.id)).toEqual(['b', 'c', 'e']);
    });

    it('adds a row once', async () => {
      expect(await records.deliveries.enqueue([row(1), row(2)])).toBe(2);
      expect(await records.deliveries.enqueue([row(2, { state: 'failed' }), row(3)])).toBe(1);
      expect((await records.deliveries.get('delivery-00002'))?.state).toBe('queued');
      expect(await records.deliveries.enqueue([])).toBe(0);
    });

    it('lands with its transaction or not at all', async () => {
      const broken = records.transaction(async (inner) => {
        await inner.deliveries.enqueue([row(1)]);
        throw new Error('half-way');
      });
      await expect(broken).rejects.toThrow('half-way');
      expect(await records.deliveries.get('delivery-00001')).toBeNull();
    });

    it('claims what is due on a channel, the gravest and oldest first, each once', async () => {
      await records.deliveries.enqueue([
        row(1),
        row(2, { level: 'kritis' }),
        row(3, { dueAt: now + 1 }),
        row(4, { channel: 'telegram' }),
        row(5, { dueAt: now - 5 }),
      ]);
      const [gravest] = await records.deliveries.claim({ ...take, limit: 1 });
      expect(gravest).toMatchObject({ recipientId: 'r2', state: 'sending', leaseUntil: now + 1_000 });
      const [oldest] = await records.deliveries.claim({ ...take, limit: 1 });
      expect(oldest!.recipientId).toBe('r5');
      await records.deliveries.enqueue(Array.from({ length: 20 }, (_, n) => row(10 + n)));
      const both = (await Promise.all([1, 2, 3].map(() => records.deliveries.claim(take)))).flat();
      const rest = await records.deliveries.claim({ ...take, limit: 100 });
      const ids = [...both, ...rest].map((one) => one.recipientId);
      expect(ids).toHaveLength(21);
      expect(new Set(ids).size).toBe(21);
      expect(await records.deliveries.claim(take)).toEqual([]);
      const only = { ...take, now: now + 2, id: 'delivery-00003' };
      expect((await records.deliveries.claim(only)).map((one) => one.recipientId)).toEqual(['r3']);
    });

    it('hands a crashed one out again, with the open try on record as unknown', async () => {
      await records.deliveries.enqueue([row(1)]);
      const [first] = await records.deliveries.claim(take);
      expect(await records.deliveries.claim({ ...take, now: now + 999 })).toEqual([]);
      const [second] = await records.deliveries.claim({ ...take, now: now + 1_000 });
      expect(second!.attempts.map((one) => one.outcome)).toEqual(['unknown', 'open']);
      expect(possibleDoubles(second!)).toBe(1);
      // the first sender was only slow: it may no longer write
      expect(await records.deliveries.settle({ ...first!, state: 'sent' })).toBe(false);
      const done = {
        ...second!,
        state: 'sent' as const,
        leaseUntil: null,
        providerId: 'p1',
        finishedAt: now,
      };
      expect(await records.deliveries.settle(done)).toBe(true);
      expect(await records.deliveries.settle(done)).toBe(false);
      expect(await records.deliveries.byProviderId('email', 'p1')).toEqual(done);
      expect(await records.deliveries.byProviderId('telegram', 'p1')).toBeNull();
      await records.deliveries.report({ ...done, state: 'read' });
      expect((await records.deliveries.get(done.id))?.state).toBe('read');
    });

    it('lists newest first within the scope', async () => {
      await records.deliveries.enqueue([row(1), row(2, { unit: '73.71' }), row(3, { alertId: 'alert-2' })]);
      const ids = async (filter: object) =>
        (await records.deliveries.list({ scope: { unit: 'RI' }, limit: 10, ...filter })).map(
          (one) => one.recipientId,
        );
      expect(await ids({})).toEqual(['r3', 'r2', 'r1']);
      expect(await ids({ scope: { unit: '35' } })).toEqual(['r3', 'r1']);
      expect(await ids({ alertId: 'alert-2' })).toEqual(['r3']);
      expect(await ids({ recipientId: 'r1' })).toEqual(['r1']);
      expect(await ids({ states: ['failed'] })).toEqual([]);
      expect(await ids({ from: now + 2, limit: 1 })).toEqual(['r3']);
      const all = await records.deliveries.list({ scope: { unit: 'RI' }, limit: 10 });
      const { createdAt: at, id } = all[0]!;
      expect(await ids({ after: { at, id }, limit: 1 })).toEqual(['r2']);
      expect(await ids({ after: { at, id: '' } })).toEqual(['r3', 'r2', 'r1']);
      expect(await ids({ after: { at: all[2]!.createdAt, id: all[2]!.id } })).toEqual([]);
    });

    it('keeps the first message of an id', async () => {
      const message = { id: 'm1', subject: 'Pertama' } as Message;
      expect(await records.deliveries.keepMessage(message)).toEqual(message);
      expect(await records.deliveries.keepMessage({ ...message, subject: 'Kedua' })).toEqual(message);
      expect(await records.deliveries.message('m2')).toBeNull();
    });

    it('finds messages by words in them, signs of every kind among these, and words them anew', async () => {
      const said = 'Bu "Rini" 100%_\\ dicoret';
      const message = { id: 'm1', subject: `Waspada: ${said}.` } as Message;
      await records.deliveries.keepMessage(message);
      await records.deliveries.keepMessage({ id: 'm2', subject: 'Bu "Rini" 100 x dicoret' } as Message);
      expect(await records.deliveries.messagesSaying(said)).toEqual([message]);
      expect(await records.deliveries.messagesSaying('dicoret oleh')).toEqual([]);
      const reworded = { ...message, subject: 'Waspada' };
      await records.deliveries.rewordMessages([reworded, { ...message, id: 'm9' }]);
      expect(await records.deliveries.message('m1')).toEqual(reworded);
      expect(await records.deliveries.message('m9')).toBeNull();
    });
  });
}
