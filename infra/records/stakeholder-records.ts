import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import type { Stakeholder } from '../../shared/domain/stakeholder.ts';
import type { OptOutRecords, StakeholderRecords } from '../../shared/ports/stakeholder-records.ts';
import {
  getDocument,
  parseAll,
  putDocument,
  type Row,
  removeDocument,
  withinScope,
} from './document-table.ts';
import { type Tables, withoutZero } from './tables.ts';

/** How names are found: in lower case; SQLite's own lower() knows ASCII only. */
const nameKey = (name: string): string => withoutZero(name.toLowerCase());
/** A person's address by its channel's rules: e-mail is the same in any case. */
const addressKey = (address: string): string => address.trim().toLowerCase();

async function forget(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('stakeholder_person').where('stakeholder_id', '=', id).execute();
  await db.deleteFrom('stakeholder_address').where('stakeholder_id', '=', id).execute();
}

async function remember(db: Kysely<Tables>, { id, persons }: Stakeholder): Promise<void> {
  await forget(db, id);
  if (persons.length === 0) return;
  await db
    .insertInto('stakeholder_person')
    .values(persons.map((person) => ({ id: person.id, stakeholder_id: id, opt_out_key: person.optOutKey })))
    .execute();
  const addresses = persons.flatMap(({ contacts }) =>
    contacts.map(({ channel, address }) => ({
      stakeholder_id: id,
      channel,
      address: addressKey(address),
    })),
  );
  if (addresses.length > 0) await db.insertInto('stakeholder_address').values(addresses).execute();
}

export function createStakeholderRecords(db: Kysely<Tables>): StakeholderRecords {
  const ofPersonRow = async (column: 'id' | 'opt_out_key', value: string): Promise<Stakeholder | null> => {
    const row = await db
      .selectFrom('stakeholder')
      .innerJoin('stakeholder_person', 'stakeholder_person.stakeholder_id', 'stakeholder.id')
      .select('stakeholder.document')
      .where(`stakeholder_person.${column}`, '=', withoutZero(value))
      .executeTakeFirst();
    return row ? JSON.parse(row.document) : null;
  };
  return {
    async put(stakeholder) {
      const { kind, name } = stakeholder;
      await putDocument(db, 'stakeholder', stakeholder, { kind, name_key: nameKey(name) });
      await remember(db, stakeholder);
    },
    get: (id, scope) => getDocument<Stakeholder>(db, 'stakeholder', id, scope),
    async list({ scope, kinds, text, after, limit }) {
      let query = withinScope(db, 'stakeholder', scope);
      if (kinds && kinds.length > 0) query = query.where('kind', 'in', kinds);
      if (text !== undefined && text !== '')
        query = query.where('name_key', 'like', `%${nameKey(text).replace(/[%_\\]/g, '')}%`);
      if (after !== undefined) query = query.where('id', '>', after);
      return parseAll<Stakeholder>(await query.orderBy('id').limit(limit).execute());
    },
    async remove(id) {
      await forget(db, id);
      await removeDocument(db, 'stakeholder', id);
    },
    ofPerson: (personId) => ofPersonRow('id', personId),
    ofOptOutKey: (key) => ofPersonRow('opt_out_key', key),
    async byAddress(channel, address) {
      const rows: Row[] = await plain()
        .where('id', 'in', (e) =>
          e
            .selectFrom('stakeholder_address')
            .select('stakeholder_id')
            .where('channel', '=', channel)
            .where('address', '=', addressKey(address)),
        )
        .orderBy('id')
        .execute();
      return parseAll<Stakeholder>(rows);
    },
  };
  function plain() {
    return db.selectFrom('stakeholder').select('document');
  }
}

/** 256 bits of the address: who has an address can ask about it, nobody can read addresses out of the table. */
const hashOf = (channel: ChannelName, address: string): string =>
  createHash('sha256')
    .update(`opt-out ${channel} ${addressKey(address)}`)
    .digest('hex');

export function createOptOutRecords(db: Kysely<Tables>): OptOutRecords {
  return {
    async add(channel, address, at) {
      const row = { address_hash: hashOf(channel, address), at };
      await db
        .insertInto('opt_out')
        .values(row)
        .onConflict((c) => c.column('address_hash').doUpdateSet({ at }).where('opt_out.at', '<', at))
        .execute();
    },
    async at(channel, address) {
      const row = await db
        .selectFrom('opt_out')
        .select('at')
        .where('address_hash', '=', hashOf(channel, address))
        .executeTakeFirst();
      return row ? Number(row.at) : null;
    },
  };
}
