import type { Kysely } from 'kysely';
import type { Activity } from '../../shared/domain/activity.ts';
import { type TieredReport, tieredKey } from '../../shared/domain/tiered-report.ts';
import { covers, type Scope } from '../../shared/domain/unit.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import type { ActivityRecords, SurveyRecords, TieredRecords } from '../../shared/ports/report-records.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

type Row = { document: string };
const parse = <T>(row: Row | undefined): T | null => (row ? JSON.parse(row.document) : null);
const parseAll = <T>(rows: readonly Row[]): T[] => rows.map((row) => JSON.parse(row.document));

const scoped = <T extends { unit: string }>(one: T | null, scope: Scope): T | null =>
  one && covers(scope.unit, one.unit) ? one : null;

export function createTieredRecords(db: Kysely<Tables>): TieredRecords {
  return {
    async put(report) {
      const { id, unit, state, version } = report;
      const row = {
        id,
        unit,
        state,
        version,
        period: tieredKey(report.period),
        document: JSON.stringify(report),
      };
      if (version === 1) {
        const made = await db
          .insertInto('tiered_report')
          .values(row)
          .onConflict((c) => c.doNothing())
          .executeTakeFirst();
        if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0)
          throw new VersionConflict(`${unit} ${row.period}`);
        return;
      }
      const { numUpdatedRows } = await db
        .updateTable('tiered_report')
        .set(row)
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) throw new VersionConflict(`${unit} ${row.period}`);
    },
    async get(id, scope) {
      const row = await db
        .selectFrom('tiered_report')
        .select('document')
        .where('id', '=', id)
        .executeTakeFirst();
      return scoped(parse<TieredReport>(row), scope);
    },
    async list({ scope, periods, states, unit }) {
      let query = db.selectFrom('tiered_report').select('document');
      query = query.where(inScope(scope));
      if (periods) query = query.where('period', 'in', periods);
      if (states) query = query.where('state', 'in', states);
      if (unit !== undefined) query = query.where('unit', '=', unit);
      return parseAll(await query.orderBy('period').orderBy('unit').execute());
    },
  };
}

export function createActivityRecords(db: Kysely<Tables>): ActivityRecords {
  return {
    async put(activity) {
      const { id, unit, kind, at } = activity;
      const row = { id, unit, kind, at, document: JSON.stringify(activity) };
      await db
        .insertInto('activity')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id, scope) {
      const row = await db.selectFrom('activity').select('document').where('id', '=', id).executeTakeFirst();
      return scoped(parse<Activity>(row), scope);
    },
    async remove(id) {
      await db.deleteFrom('activity').where('id', '=', id).execute();
    },
    async list({ scope, from, to, kinds, limit }) {
      let query = db.selectFrom('activity').select('document');
      query = query.where(inScope(scope));
      if (from !== undefined) query = query.where('at', '>=', from);
      if (to !== undefined) query = query.where('at', '<', to);
      if (kinds) query = query.where('kind', 'in', kinds);
      return parseAll(await query.orderBy('at').orderBy('id').limit(limit).execute());
    },
  };
}

/** Answers of one statement: four values each, engines take at least 32,766. */
const chunk = 500;

export function createSurveyRecords(db: Kysely<Tables>): SurveyRecords {
  return {
    async put(survey) {
      const { id, unit, from, to } = survey;
      const row = { id, unit, from_at: from, to_at: to, document: JSON.stringify(survey) };
      await db
        .insertInto('survey')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id) {
      return parse(await db.selectFrom('survey').select('document').where('id', '=', id).executeTakeFirst());
    },
    async list({ scope, from, to }) {
      let query = db.selectFrom('survey').select('document');
      query = query.where(inScope(scope));
      if (from !== undefined) query = query.where('to_at', '>', from);
      if (to !== undefined) query = query.where('from_at', '<', to);
      return parseAll(await query.orderBy('from_at', 'desc').orderBy('id').execute());
    },
    async addAnswers(answers) {
      let added = 0;
      for (let first = 0; first < answers.length; first += chunk) {
        const rows = answers.slice(first, first + chunk).map((answer) => ({
          id: answer.id,
          survey_id: answer.surveyId,
          at: answer.at,
          document: JSON.stringify(answer),
        }));
        const [result] = await db
          .insertInto('survey_answer')
          .values(rows)
          .onConflict((c) => c.column('id').doNothing())
          .execute();
        added += Number(result?.numInsertedOrUpdatedRows ?? 0);
      }
      return added;
    },
    async answers(surveyId, { after, limit }) {
      let query = db.selectFrom('survey_answer').select('document').where('survey_id', '=', surveyId);
      if (after !== undefined) query = query.where('id', '>', after);
      return parseAll(await query.orderBy('id').limit(limit).execute());
    },
  };
}
