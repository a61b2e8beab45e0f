import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { LinkedIdentity, PendingSignIn } from '../../shared/domain/sign-in.ts';
import type { PeopleRecords } from '../../shared/ports/people-records.ts';
import type { Tables } from './tables.ts';

/** Issuer and subject are of any length; JSON keeps `a`+`bc` and `ab`+`c` apart. */
const identityId = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex');

const parse = <T>({ document }: { document: string }): T => JSON.parse(document);

export const createIdentities = (db: Kysely<Tables>): PeopleRecords['identities'] => ({
  async add(identity) {
    const { issuer, subject, userId } = identity;
    const row = {
      id: identityId(issuer, subject),
      user_id: userId,
      document: JSON.stringify(identity),
    };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('linked_identity')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows ?? 0) > 0;
  },
  async get(issuer, subject) {
    const row = await db
      .selectFrom('linked_identity')
      .select('document')
      .where('id', '=', identityId(issuer, subject))
      .executeTakeFirst();
    return row ? parse<LinkedIdentity>(row) : null;
  },
  async of(userId) {
    const rows = await db
      .selectFrom('linked_identity')
      .select('document')
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    return rows.map((row) => parse<LinkedIdentity>(row));
  },
  async remove(issuer, subject) {
    await db.deleteFrom('linked_identity').where('id', '=', identityId(issuer, subject)).execute();
  },
});

export const createPending = (db: Kysely<Tables>): PeopleRecords['pending'] => ({
  async add(pending, now) {
    await db.deleteFrom('pending_sign_in').where('expires_at', '<=', now).execute();
    const { tokenHash: id, expiresAt } = pending;
    await db
      .insertInto('pending_sign_in')
      .values({ id, expires_at: expiresAt, document: JSON.stringify(pending) })
      .execute();
  },
  async take(tokenHash, now) {
    const row = await db
      .deleteFrom('pending_sign_in')
      .where('id', '=', tokenHash)
      .returning(['document', 'expires_at'])
      .executeTakeFirst();
    return row && Number(row.expires_at) > now ? parse<PendingSignIn>(row) : null;
  },
});
