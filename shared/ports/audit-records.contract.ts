import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Records } from './records.ts';

interface AuditBackend {
  name: string;
  /** Fresh, migrated records; `tamper` runs raw SQL as somebody with the database file would. */
  create(): Promise<{ records: Records; tamper(sql: string): Promise<void>; destroy(): Promise<void> }>;
}

const at = Date.UTC(2024, 10, 27, 1);

/** What the audit chain of every Records promises; a backend's test registers it. */
export function describeAuditContract(backend: AuditBackend): void {
  describe(`Records contract, audit: ${backend.name}`, () => {
    let made: Awaited<ReturnType<AuditBackend['create']>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    const entry = {
      at,
      actor: 'petugas',
      action: 'issue.merge',
      subject: 'issue-001',
      before: { b: 1, a: [2] },
      after: null,
      reason: 'Perkara yang sama',
    };

    it('chains entries and finds any that was altered, removed or reordered', async () => {
      for (let n = 0; n < 5; n += 1) await records.audit.append({ ...entry, subject: `issue-${n}` });
      expect(await records.audit.verify()).toEqual({ entries: 5, brokenAt: null });
      expect((await records.audit.of('issue-2', 10))[0]).toMatchObject({
        sequence: 3,
        before: { a: [2], b: 1 },
      });
      await made.tamper(
        `UPDATE audit_entry SET document = replace(document, 'petugas', 'lain') WHERE sequence = 4`,
      );
      expect((await records.audit.verify()).brokenAt).toBe(4);
      await made.tamper('DELETE FROM audit_entry WHERE sequence = 2');
      expect((await records.audit.verify()).brokenAt).toBe(2);
    });

    it('is found from all that an entry is about, newest first, each once, and the chain covers that', async () => {
      await records.audit.append({ ...entry, subject: 'issue-2' });
      await records.audit.append({ ...entry, about: ['issue-002', 'issue-001', 'issue-002'] });
      await records.audit.append({ ...entry, subject: 'item', about: ['issue-002'] });
      const found = async (subject: string, limit = 10) =>
        (await records.audit.of(subject, limit)).map(({ sequence }) => sequence);
      expect(await found('issue-001')).toEqual([2]);
      expect(await found('issue-002')).toEqual([3, 2]);
      expect(await found('issue-002', 1)).toEqual([3]);
      expect((await records.audit.of('item', 1))[0]).toMatchObject({ about: ['issue-002'] });
      expect(await records.audit.verify()).toEqual({ entries: 3, brokenAt: null });
      await made.tamper(
        `UPDATE audit_entry SET document = replace(document, 'issue-002', 'issue-009') WHERE sequence = 3`,
      );
      expect((await records.audit.verify()).brokenAt).toBe(3);
    });

    it('stays whole when many append at once', async () => {
      await Promise.all(
        Array.from({ length: 30 }, () => records.transaction((inner) => inner.audit.append(entry))),
      );
      expect(await records.audit.verify()).toEqual({ entries: 30, brokenAt: null });
    });
  });
}
