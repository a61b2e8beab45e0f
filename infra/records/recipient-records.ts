import type { Kysely } from 'kysely';
import type { Recipient } from '../../shared/domain/recipient.ts';
import { upwards } from '../../shared/domain/unit.ts';
import type { RecipientRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

async function clear(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('recipient_unit').where('recipient_id', '=', id).execute();
  await db.deleteFrom('recipient_contact').where('recipient_id', '=', id).execute();
}

const unitRows = ({ id, units, below }: Recipient): Tables['recipient_unit'][] =>
  [...new Set(units)].map((unit) => ({ recipient_id: id, unit, below: below ? 1 : 0 }));

const contactRows = ({ id, contacts }: Recipient): Tables['recipient_contact'][] =>
  contacts.map(({ channel, address }) => ({ recipient_id: id, channel, address }));

const toRecipients = (rows: readonly { document: string }[]): Recipient[] =>
  rows.map((row) => JSON.parse(row.document));

export function createRecipientRecords(db: Kysely<Tables>): RecipientRecords {
  return {
    async put(recipient) {
      const { id, unit, active } = recipient;
      const row = { id, unit, active: active ? 1 : 0, document: JSON.stringify(recipient) };
      await db
        .insertInto('recipient')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
      await clear(db, id);
      await db.insertInto('recipient_unit').values(unitRows(recipient)).execute();
      const contacts = contactRows(recipient);
      if (contacts.length > 0) await db.insertInto('recipient_contact').values(contacts).execute();
    },
    async get(id) {
      const row = await db.selectFrom('recipient').select('document').where('id', '=', id).executeTakeFirst();
      return row ? JSON.parse(row.document) : null;
    },
    async remove(id) {
      await db.deleteFrom('recipient').where('id', '=', id).execute();
      await clear(db, id);
    },
    async list({ scope, after, limit }) {
      let query = db.selectFrom('recipient').select('document');
      query = query.where(inScope(scope));
      if (after !== undefined) query = query.where('id', '>', after);
      return toRecipients(await query.orderBy('id').limit(limit).execute());
    },
    async watching(unit, { after, limit }) {
      const above = upwards(unit).slice(1);
      const wanted = db
        .selectFrom('recipient_unit')
        .select('recipient_id')
        .where((e) =>
          above.length === 0
            ? e('unit', '=', unit)
            : e.or([e('unit', '=', unit), e.and([e('below', '=', 1), e('unit', 'in', above)])]),
        );
      let query = db
        .selectFrom('recipient')
        .select('document')
        .where('active', '=', 1)
        .where('id', 'in', wanted);
      if (after !== undefined) query = query.where('id', '>', after);
      return toRecipients(await query.orderBy('id').limit(limit).execute());
    },
    async byAddress(channel, address) {
      const rows = await db
        .selectFrom('recipient')
        .select('document')
        .where('id', 'in', (e) =>
          e
            .selectFrom('recipient_contact')
            .select('recipient_id')
            .where('channel', '=', channel)
            .where('address', '=', address),
        )
        .orderBy('id')
        .limit(1_000)
        .execute();
      return toRecipients(rows);
    },
  };
}
