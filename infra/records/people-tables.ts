import type { Kysely } from 'kysely';

interface Named {
  id: string;
  document: string;
}

export interface PeopleTables {
  app_user: Named & { version: number; email: string };
  credential: Named & { totp_step: number };
  session: Named & { user_id: string; seen_at: number };
  api_key: Named & { token_hash: string };
  invitation: Named & { used_at: number | null };
  linked_identity: Named & { user_id: string };
  pending_sign_in: Named & { expires_at: number };
  sign_in_failure: { id: string; count: number; last_at: number };
}

export async function createPeopleTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('document', 'text', (c) => c.notNull());
  await table('app_user')
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .execute();
  await table('credential')
    .addColumn('totp_step', 'bigint', (c) => c.notNull())
    .execute();
  await table('session')
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('session_user').on('session').column('user_id').execute();
  await table('api_key')
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .execute();
  await table('invitation').addColumn('used_at', 'bigint').execute();
  await db.schema
    .createTable('sign_in_failure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .execute();
}

export async function createIdentityTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('document', 'text', (c) => c.notNull());
  await table('linked_identity')
    .addColumn('user_id', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('linked_identity_user').on('linked_identity').column('user_id').execute();
  await table('pending_sign_in')
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
}
