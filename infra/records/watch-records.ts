import type { Kysely } from 'kysely';
import { nationalUnit } from '../../shared/domain/unit.ts';
import type { AlertRecords, SeriesHour, SeriesRecords, StateRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';

export function createAlertRecords(db: Kysely<Tables>): AlertRecords {
  return {
    async put(alerts) {
      for (const alert of alerts) {
        const row = {
          id: alert.id,
          issue_id: alert.issueId,
          unit: alert.unit,
          at: alert.at,
          document: JSON.stringify(alert),
        };
        await db
          .insertInto('alert')
          .values(row)
          .onConflict((c) => c.column('id').doUpdateSet(row))
          .execute();
      }
    },
    async list({ scope, issueId, from, limit }) {
      let query = db.selectFrom('alert').select('document');
      if (scope.unit !== nationalUnit)
        query = query.where((e) => e.or([e('unit', '=', scope.unit), e('unit', 'like', `${scope.unit}.%`)]));
      if (issueId !== undefined) query = query.where('issue_id', '=', issueId);
      if (from !== undefined) query = query.where('at', '>=', from);
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map((row) => JSON.parse(row.document));
    },
  };
}

const toHour = (row: Tables['series_hour']): SeriesHour => ({
  key: row.key,
  hour: Number(row.hour),
  unique: Number(row.unique_items),
  items: Number(row.items),
  positive: Number(row.positive),
  neutral: Number(row.neutral),
  negative: Number(row.negative),
  authors: JSON.parse(row.authors),
});

/** Rows of one statement: eight values each, well below SQLite's 32,766. */
const chunk = 500;

export function createSeriesRecords(db: Kysely<Tables>): SeriesRecords {
  return {
    async put(hours) {
      for (let at = 0; at < hours.length; at += chunk) {
        const rows = hours.slice(at, at + chunk).map(({ unique, authors, ...hour }) => ({
          ...hour,
          unique_items: unique,
          authors: JSON.stringify(authors.slice(0, 64)),
        }));
        await db
          .insertInto('series_hour')
          .values(rows)
          .onConflict((c) =>
            c.columns(['key', 'hour']).doUpdateSet((e) => ({
              unique_items: e.ref('excluded.unique_items'),
              items: e.ref('excluded.items'),
              positive: e.ref('excluded.positive'),
              neutral: e.ref('excluded.neutral'),
              negative: e.ref('excluded.negative'),
              authors: e.ref('excluded.authors'),
            })),
          )
          .execute();
      }
    },
    async since(from, keys = []) {
      if (keys.length === 0) {
        const rows = await db
          .selectFrom('series_hour')
          .selectAll()
          .where('hour', '>=', from)
          .orderBy('hour')
          .orderBy('key')
          .execute();
        return rows.map(toHour);
      }
      const hours: SeriesHour[] = [];
      for (let at = 0; at < keys.length; at += chunk) {
        const rows = await db
          .selectFrom('series_hour')
          .selectAll()
          .where('hour', '>=', from)
          .where('key', 'in', keys.slice(at, at + chunk))
          .orderBy('hour')
          .orderBy('key')
          .execute();
        hours.push(...rows.map(toHour));
      }
      return hours;
    },
  };
}

export function createStateRecords(db: Kysely<Tables>): StateRecords {
  return {
    async get(name) {
      const row = await db
        .selectFrom('program_state')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst();
      return row ? JSON.parse(row.value) : null;
    },
    async put(name, value) {
      const row = { name, value: JSON.stringify(value) };
      await db
        .insertInto('program_state')
        .values(row)
        .onConflict((c) => c.column('name').doUpdateSet(row))
        .execute();
    },
  };
}
