import type { Kysely } from 'kysely';
import type { CitizenReport } from '../../shared/domain/citizen-report.ts';
import type { EvidenceRecord } from '../../shared/domain/evidence.ts';
import type { EvidenceRecords, ReportRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

/** Ids of one statement: a batch of the pipe has 200, engines take at least 32,766. */
const chunk = 500;

export function createEvidenceRecords(db: Kysely<Tables>): EvidenceRecords {
  const of = async (itemIds: readonly string[]): Promise<EvidenceRecord[]> => {
    const records: EvidenceRecord[] = [];
    for (let first = 0; first < itemIds.length; first += chunk) {
      const rows = await db
        .selectFrom('evidence_record')
        .select('document')
        .where('item_id', 'in', itemIds.slice(first, first + chunk))
        .orderBy('at')
        .orderBy('id')
        .execute();
      records.push(...rows.map((row) => JSON.parse(row.document) as EvidenceRecord));
    }
    return records;
  };
  return {
    async add(record) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('evidence_record')
        .values({ id: record.id, item_id: record.itemId, at: record.at, document: JSON.stringify(record) })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) > 0;
    },
    of,
    async removeOf(itemIds) {
      const hashes = new Set((await of(itemIds)).flatMap(({ parts }) => parts.map(({ hash }) => hash)));
      for (let first = 0; first < itemIds.length; first += chunk)
        await db
          .deleteFrom('evidence_record')
          .where('item_id', 'in', itemIds.slice(first, first + chunk))
          .execute();
      const free: string[] = [];
      for (const hash of hashes) if (!(await isReferredTo(db, hash))) free.push(hash);
      return free;
    },
    async list({ after, limit }) {
      let query = db.selectFrom('evidence_record').select('document');
      if (after !== undefined) query = query.where('id', '>', after);
      const rows = await query.orderBy('id').limit(limit).execute();
      return rows.map((row) => JSON.parse(row.document));
    },
  };
}

/** Whether another item's evidence, a report's screenshot or an attachment has these bytes. */
async function isReferredTo(db: Kysely<Tables>, hash: string): Promise<boolean> {
  const named = `%"${hash}"%`;
  for (const table of ['evidence_record', 'citizen_report', 'issue_attachment'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('document', 'like', named)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** Contacts forgotten in one statement's round; more wait for the next call. */
const forgottenAtOnce = 500;

export function createReportRecords(db: Kysely<Tables>): ReportRecords {
  const put = async (report: CitizenReport): Promise<void> => {
    const { id, unit, at, state } = report;
    const has_contact = report.contact === null ? 0 : 1;
    const row = { id, unit, at, state, has_contact, document: JSON.stringify(report) };
    await db
      .insertInto('citizen_report')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
  };
  return {
    put,
    async get(id, scope) {
      const query = db.selectFrom('citizen_report').select('document').where('id', '=', id);
      const row = await query.where(inScope(scope)).executeTakeFirst();
      return row ? JSON.parse(row.document) : null;
    },
    async list({ scope, state, limit }) {
      let query = db.selectFrom('citizen_report').select('document').where(inScope(scope));
      if (state !== undefined) query = query.where('state', '=', state);
      const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => JSON.parse(row.document));
    },
    async ofContact(contact) {
      const wanted = contact.trim().toLowerCase();
      const rows = await db
        .selectFrom('citizen_report')
        .select('document')
        .where('has_contact', '=', 1)
        .execute();
      return rows
        .map((row) => JSON.parse(row.document) as CitizenReport)
        .filter((report) => report.contact?.trim().toLowerCase() === wanted);
    },
    async forgetContacts(before) {
      const rows = await db
        .selectFrom('citizen_report')
        .select('document')
        .where('at', '<', before)
        .where('has_contact', '=', 1)
        .limit(forgottenAtOnce)
        .execute();
      for (const row of rows) await put({ ...(JSON.parse(row.document) as CitizenReport), contact: null });
      return rows.length;
    },
  };
}
