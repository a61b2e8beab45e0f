import type { Kysely } from 'kysely';
import type { ApiKey, Credential, Invitation, Session } from '../../shared/domain/sign-in.ts';
import type { User } from '../../shared/domain/user.ts';
import { EmailTaken, type PeopleRecords } from '../../shared/ports/people-records.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import { createIdentities, createPending } from './identity-records.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
const parsed = <T>(row: { document: string } | undefined): T | null =>
  row ? (JSON.parse(row.document) as T) : null;

function createUsers(db: Db): PeopleRecords['users'] {
  const taken = async ({ id, email }: User): Promise<void> => {
    const other = await db.selectFrom('app_user').select('id').where('email', '=', email).executeTakeFirst();
    if (other && other.id !== id) throw new EmailTaken(`somebody has the address ${email} already`);
  };
  return {
    async put(user) {
      await taken(user);
      const row = { version: user.version, email: user.email, document: JSON.stringify(user) };
      const { id, version } = user;
      const done =
        version === 1
          ? await db
              .insertInto('app_user')
              .values({ id, ...row })
              .onConflict((c) => c.doNothing())
              .executeTakeFirst()
          : await db
              .updateTable('app_user')
              .set(row)
              .where('id', '=', id)
              .where('version', '=', version - 1)
              .executeTakeFirst();
      const changed = 'numUpdatedRows' in done ? done.numUpdatedRows : (done.numInsertedOrUpdatedRows ?? 0n);
      if (changed === 0n) throw new VersionConflict(`user ${id} was changed by somebody else`);
    },
    get: async (id) =>
      parsed<User>(
        await db.selectFrom('app_user').select('document').where('id', '=', id).executeTakeFirst(),
      ),
    byEmail: async (email) =>
      parsed<User>(
        await db.selectFrom('app_user').select('document').where('email', '=', email).executeTakeFirst(),
      ),
    async list({ after = '', limit }) {
      const rows = await db
        .selectFrom('app_user')
        .select('document')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.document) as User);
    },
    async count() {
      const { n } = await db
        .selectFrom('app_user')
        .select((e) => e.fn.countAll<number | bigint>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
  };
}

function createCredentials(db: Db): PeopleRecords['credentials'] {
  const get = async (userId: string): Promise<Credential | null> => {
    const row = await db
      .selectFrom('credential')
      .select(['document', 'totp_step'])
      .where('id', '=', userId)
      .executeTakeFirst();
    return row ? { ...(JSON.parse(row.document) as Credential), totpStep: Number(row.totp_step) } : null;
  };
  return {
    get,
    async put(credential) {
      const row = { totp_step: credential.totpStep, document: JSON.stringify(credential) };
      await db
        .insertInto('credential')
        .values({ id: credential.userId, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async takeStep(userId, step) {
      const { numUpdatedRows } = await db
        .updateTable('credential')
        .set({ totp_step: step })
        .where('id', '=', userId)
        .where('totp_step', '<', step)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async takeRecovery(userId, hash) {
      const row = await db
        .selectFrom('credential')
        .select('document')
        .where('id', '=', userId)
        .executeTakeFirst();
      if (!row) return false;
      const credential = JSON.parse(row.document) as Credential;
      if (!credential.recoveryHashes.includes(hash)) return false;
      const rest = credential.recoveryHashes.filter((one) => one !== hash);
      const { numUpdatedRows } = await db
        .updateTable('credential')
        .set({ document: JSON.stringify({ ...credential, recoveryHashes: rest }) })
        .where('id', '=', userId)
        .where('document', '=', row.document)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function createSessions(db: Db): PeopleRecords['sessions'] {
  return {
    async put(session) {
      const row = { user_id: session.userId, seen_at: session.seenAt, document: JSON.stringify(session) };
      await db
        .insertInto('session')
        .values({ id: session.tokenHash, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    get: async (tokenHash) =>
      parsed<Session>(
        await db.selectFrom('session').select('document').where('id', '=', tokenHash).executeTakeFirst(),
      ),
    async remove(tokenHash) {
      await db.deleteFrom('session').where('id', '=', tokenHash).execute();
    },
    async removeOf(userId) {
      const { numDeletedRows } = await db
        .deleteFrom('session')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async removeUnseen(since) {
      const { numDeletedRows } = await db
        .deleteFrom('session')
        .where('seen_at', '<', since)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function createKeys(db: Db): PeopleRecords['apiKeys'] {
  return {
    async put(key) {
      const row = { token_hash: key.tokenHash, document: JSON.stringify(key) };
      await db
        .insertInto('api_key')
        .values({ id: key.id, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    byHash: async (tokenHash) =>
      parsed<ApiKey>(
        await db
          .selectFrom('api_key')
          .select('document')
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst(),
      ),
    get: async (id) =>
      parsed<ApiKey>(
        await db.selectFrom('api_key').select('document').where('id', '=', id).executeTakeFirst(),
      ),
    async list() {
      const rows = await db.selectFrom('api_key').select('document').orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.document) as ApiKey);
    },
  };
}

function createInvitations(db: Db): PeopleRecords['invitations'] {
  return {
    async put(invitation) {
      const row = { used_at: invitation.usedAt, document: JSON.stringify(invitation) };
      await db
        .insertInto('invitation')
        .values({ id: invitation.tokenHash, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async get(tokenHash) {
      const row = await db
        .selectFrom('invitation')
        .select(['document', 'used_at'])
        .where('id', '=', tokenHash)
        .executeTakeFirst();
      if (!row) return null;
      const usedAt = row.used_at === null ? null : Number(row.used_at);
      return { ...(JSON.parse(row.document) as Invitation), usedAt };
    },
    async take(tokenHash, at) {
      const { numUpdatedRows } = await db
        .updateTable('invitation')
        .set({ used_at: at })
        .where('id', '=', tokenHash)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function createFailures(db: Db): PeopleRecords['failures'] {
  const get: PeopleRecords['failures']['get'] = async (emailHash) => {
    const row = await db
      .selectFrom('sign_in_failure')
      .selectAll()
      .where('id', '=', emailHash)
      .executeTakeFirst();
    return row ? { emailHash, count: Number(row.count), lastAt: Number(row.last_at) } : null;
  };
  return {
    get,
    async add(emailHash, at) {
      await db
        .insertInto('sign_in_failure')
        .values({ id: emailHash, count: 1, last_at: at })
        .onConflict((c) =>
          c.column('id').doUpdateSet((e) => ({ count: e('sign_in_failure.count', '+', 1), last_at: at })),
        )
        .execute();
      return (await get(emailHash))?.count ?? 1;
    },
    async clear(emailHash) {
      await db.deleteFrom('sign_in_failure').where('id', '=', emailHash).execute();
    },
  };
}

export const createPeopleRecords = (db: Db): PeopleRecords => ({
  users: createUsers(db),
  credentials: createCredentials(db),
  sessions: createSessions(db),
  apiKeys: createKeys(db),
  invitations: createInvitations(db),
  identities: createIdentities(db),
  pending: createPending(db),
  failures: createFailures(db),
});
