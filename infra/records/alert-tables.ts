import { type Kysely, sql } from 'kysely';

export interface AlertTables {
  alert: {
    id: string;
    issue_id: string | null;
    unit: string;
    at: number;
    /** 1 where it woke people: the alert budget counts those. */
    push: number;
    document: string;
  };
  response_clock: { issue_id: string; document: string };
}

/** Which alerts woke people, as a column, and the response clocks. */
export async function createClockTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('alert')
    .addColumn('push', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update alert set push = 1 where document like '%"push":true%'`.execute(db);
  await db.schema.createIndex('alert_push').on('alert').columns(['push', 'at']).execute();
  await db.schema
    .createTable('response_clock')
    .addColumn('issue_id', 'text', (c) => c.primaryKey())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
}
