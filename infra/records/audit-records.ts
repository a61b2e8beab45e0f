import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { AuditRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';

type Content = Omit<AuditEntry, 'hash'>;

/** JSON with sorted keys, so that a hash does not depend on the order in which fields were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 over the entry and the hash before it. */
const hashOf = (content: Content): string => createHash('sha256').update(canonical(content)).digest('hex');

const firstHash = '0'.repeat(64);

type Row = { sequence: number; document: string; previous_hash: string; hash: string };

const toEntry = (row: Row): AuditEntry => ({
  ...(JSON.parse(row.document) as Omit<Content, 'sequence' | 'previousHash'>),
  sequence: Number(row.sequence),
  previousHash: row.previous_hash,
  hash: row.hash,
});

export function createAuditRecords(db: Kysely<Tables>): AuditRecords {
  return {
    async append({ at, actor, action, subject, about = [], before, after, reason }) {
      const last = await db
        .selectFrom('audit_entry')
        .select(['sequence', 'hash'])
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      const others = [...new Set(about)].filter((one) => one !== subject);
      const document = canonical({
        at,
        actor,
        action,
        subject,
        ...(others.length > 0 ? { about: others } : {}),
        before: before ?? null,
        after: after ?? null,
        reason,
      });
      const content: Content = {
        ...JSON.parse(document),
        sequence: Number(last?.sequence ?? 0) + 1,
        previousHash: last?.hash ?? firstHash,
      };
      const entry = { ...content, hash: hashOf(content) };
      await db
        .insertInto('audit_entry')
        .values({
          sequence: entry.sequence,
          at,
          actor,
          action,
          subject,
          document,
          previous_hash: entry.previousHash,
          hash: entry.hash,
        })
        .execute();
      if (others.length > 0)
        await db
          .insertInto('audit_about')
          .values(others.map((one) => ({ subject: one, sequence: entry.sequence })))
          .execute();
      return entry;
    },
    async of(subject, limit) {
      const about = await db
        .selectFrom('audit_about')
        .select('sequence')
        .where('subject', '=', subject)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      const sequences = about.map((row) => Number(row.sequence));
      const rows = await db
        .selectFrom('audit_entry')
        .select(['sequence', 'document', 'previous_hash', 'hash'])
        .where((e) =>
          sequences.length === 0
            ? e('subject', '=', subject)
            : e.or([e('subject', '=', subject), e('sequence', 'in', sequences)]),
        )
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },
    async list({ after, limit }) {
      const rows = await db
        .selectFrom('audit_entry')
        .select(['sequence', 'document', 'previous_hash', 'hash'])
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },
    async verify() {
      let entries = 0;
      let previous = firstHash;
      for (;;) {
        const rows = await db
          .selectFrom('audit_entry')
          .select(['sequence', 'document', 'previous_hash', 'hash'])
          .where('sequence', '>', entries)
          .orderBy('sequence')
          .limit(1_000)
          .execute();
        if (rows.length === 0) return { entries, brokenAt: null };
        for (const row of rows) {
          const { hash, ...content } = toEntry(row);
          if (
            content.sequence !== entries + 1 ||
            content.previousHash !== previous ||
            hashOf(content) !== hash
          )
            return { entries, brokenAt: entries + 1 };
          entries += 1;
          previous = hash;
        }
      }
    },
  };
}
