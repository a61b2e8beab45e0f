import type { Insertable, Kysely } from 'kysely';
import { type Alert, alertSchema } from '../../shared/domain/alert.ts';
import { type ResponseClock, responseClockSchema } from '../../shared/domain/response-clock.ts';
import type {
  AlertRecords,
  ClockRecords,
  SeriesHour,
  SeriesRecords,
  StateRecords,
} from '../../shared/ports/records.ts';
import { behindPlace } from './behind-place.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

/** Alerts of earlier versions lack what came later: the schema fills it in. */
const toAlert = (row: { document: string }): Alert => alertSchema.parse(JSON.parse(row.document));

const toRow = (alert: Alert): Insertable<Tables['alert']> => ({
  id: alert.id,
  issue_id: alert.issueId,
  unit: alert.unit,
  at: alert.at,
  push: alert.push ? 1 : 0,
  document: JSON.stringify(alert),
});

export function createAlertRecords(db: Kysely<Tables>): AlertRecords {
  return {
    async raise(alerts) {
      for (const alert of alerts) await db.insertInto('alert').values(toRow(alert)).execute();
    },
    async put(alerts) {
      for (const alert of alerts) {
        const row = toRow(alert);
        await db
          .insertInto('alert')
          .values(row)
          .onConflict((c) => c.column('id').doUpdateSet(row))
          .execute();
      }
    },
    async get(id, scope) {
      let query = db.selectFrom('alert').select('document').where('id', '=', id);
      query = query.where(inScope(scope));
      const row = await query.executeTakeFirst();
      return row ? toAlert(row) : null;
    },
    async list({ scope, issueId, from, after, limit }) {
      let query = db.selectFrom('alert').select('document');
      query = query.where(inScope(scope));
      if (issueId !== undefined) query = query.where('issue_id', '=', issueId);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (after !== undefined) query = query.where(behindPlace(after, 'at'));
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(toAlert);
    },
    async pushes(from) {
      const rows = await db
        .selectFrom('alert')
        .select('document')
        .where('push', '=', 1)
        .where('at', '>=', from)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(toAlert);
    },
  };
}

const toHour = (row: Tables['series_hour']): SeriesHour => ({
  key: row.key,
  at: Number(row.at),
  counts: JSON.parse(row.counts),
  actors: JSON.parse(row.actors),
});

/** Rows of one statement: four values each, well below SQLite's 32,766. */
const chunk = 500;

export function createSeriesRecords(db: Kysely<Tables>): SeriesRecords {
  const since = (from: number) =>
    db.selectFrom('series_hour').selectAll().where('at', '>=', from).orderBy('at').orderBy('key');
  return {
    async put(hours) {
      for (let first = 0; first < hours.length; first += chunk) {
        const rows = hours.slice(first, first + chunk).map(({ key, at, counts, actors }) => ({
          key,
          at,
          counts: JSON.stringify(counts),
          actors: JSON.stringify(actors.slice(0, 64)),
        }));
        await db
          .insertInto('series_hour')
          .values(rows)
          .onConflict((c) =>
            c.columns(['key', 'at']).doUpdateSet((e) => ({
              counts: e.ref('excluded.counts'),
              actors: e.ref('excluded.actors'),
            })),
          )
          .execute();
      }
    },
    async since(from, keys = []) {
      if (keys.length === 0) return (await since(from).execute()).map(toHour);
      const hours: SeriesHour[] = [];
      for (let first = 0; first < keys.length; first += chunk)
        hours.push(
          ...(
            await since(from)
              .where('key', 'in', keys.slice(first, first + chunk))
              .execute()
          ).map(toHour),
        );
      return hours;
    },
  };
}

export function createClockRecords(db: Kysely<Tables>): ClockRecords {
  return {
    async put(clocks) {
      const byIssue = new Map(clocks.map((clock) => [clock.issueId, clock]));
      const rows = Array.from(byIssue, ([issue_id, clock]) => ({
        issue_id,
        document: JSON.stringify(clock),
      }));
      for (let first = 0; first < rows.length; first += chunk)
        await db
          .insertInto('response_clock')
          .values(rows.slice(first, first + chunk))
          .onConflict((c) =>
            c.column('issue_id').doUpdateSet((e) => ({ document: e.ref('excluded.document') })),
          )
          .execute();
    },
    async many(issueIds) {
      const clocks: ResponseClock[] = [];
      for (let first = 0; first < issueIds.length; first += chunk) {
        const rows = await db
          .selectFrom('response_clock')
          .select('document')
          .where('issue_id', 'in', issueIds.slice(first, first + chunk))
          .execute();
        clocks.push(...rows.map((row) => responseClockSchema.parse(JSON.parse(row.document))));
      }
      return clocks;
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
