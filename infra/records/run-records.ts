import type { Kysely } from 'kysely';
import type { ReportRun } from '../../shared/domain/report-run.ts';
import { covers } from '../../shared/domain/unit.ts';
import type { RunRecords } from '../../shared/ports/report-records.ts';
import { behindPlace } from './behind-place.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

const parse = (row: { document: string }): ReportRun => JSON.parse(row.document);

/** Bytes are kept as base64: text is what both engines hold alike. */
export function createRunRecords(db: Kysely<Tables>): RunRecords {
  return {
    async put(run) {
      const { id, unit, state } = run;
      const row = { id, unit, state, requested_at: run.requestedAt, document: JSON.stringify(run) };
      await db
        .insertInto('report_run')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id, scope) {
      const row = await db
        .selectFrom('report_run')
        .select(['unit', 'document'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row && covers(scope.unit, row.unit) ? parse(row) : null;
    },
    async list({ scope, after, limit }) {
      let query = db.selectFrom('report_run').select('document');
      query = query.where(inScope(scope));
      if (after) query = query.where(behindPlace(after, 'requested_at'));
      return (await query.orderBy('requested_at', 'desc').orderBy('id').limit(limit).execute()).map(parse);
    },
    async putPart(runId, file, number, bytes) {
      const row = { run_id: runId, file, number, content: Buffer.from(bytes).toString('base64') };
      await db
        .insertInto('report_part')
        .values(row)
        .onConflict((c) => c.columns(['run_id', 'file', 'number']).doUpdateSet(row))
        .execute();
    },
    async part(runId, file, number) {
      const row = await db
        .selectFrom('report_part')
        .select('content')
        .where('run_id', '=', runId)
        .where('file', '=', file)
        .where('number', '=', number)
        .executeTakeFirst();
      return row ? new Uint8Array(Buffer.from(row.content, 'base64')) : null;
    },
    async removeParts(runId) {
      await db.deleteFrom('report_part').where('run_id', '=', runId).execute();
    },
    async removeBefore(at) {
      const old = db.selectFrom('report_run').select('id').where('requested_at', '<', at);
      await db.deleteFrom('report_part').where('run_id', 'in', old).execute();
      const [result] = await db.deleteFrom('report_run').where('requested_at', '<', at).execute();
      return Number(result?.numDeletedRows ?? 0);
    },
  };
}
