import type { Kysely } from 'kysely';
import type { Attachment, Handover, IssueNote, PersonNotice } from '../../shared/domain/teamwork.ts';
import type { IssueCase } from '../../shared/domain/workflow.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import type {
  AttachmentRecords,
  CaseRecords,
  HandoverRecords,
  LeaseRecords,
  NoteRecords,
  NoticeRecords,
  WorkflowRecords,
} from '../../shared/ports/workflow-records.ts';
import { type Tables, withoutZero } from './tables.ts';

type Db = Kysely<Tables>;
type Stored = { document: string };

const parse = <T>({ document }: Stored): T => JSON.parse(document);
const parseOne = <T>(row: Stored | undefined): T | null => (row ? parse<T>(row) : null);

/** Ids of one statement. */
const chunk = 500;

export const createWorkflowRecords = (db: Db): WorkflowRecords => ({
  cases: createCases(db),
  notes: createNotes(db),
  attachments: createAttachments(db),
  handovers: createHandovers(db),
  leases: createLeases(db),
  notices: createNotices(db),
});

function createCases(db: Db): CaseRecords {
  const all = () => db.selectFrom('issue_case').select('document');
  return {
    async put(one) {
      const { issueId, version, claimId } = one;
      const row = { issue_id: issueId, version, claim_id: claimId, document: JSON.stringify(one) };
      const insert = db.insertInto('issue_case').values(row);
      const count =
        version === 1
          ? (await insert.onConflict((c) => c.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows
          : (
              await db
                .updateTable('issue_case')
                .set(row)
                .where('issue_id', '=', issueId)
                .where('version', '=', version - 1)
                .executeTakeFirst()
            ).numUpdatedRows;
      if (Number(count ?? 0) === 0) throw new VersionConflict(`the work on issue ${issueId}`);
    },
    get: async (issueId) =>
      parseOne<IssueCase>(await all().where('issue_id', '=', withoutZero(issueId)).executeTakeFirst()),
    async many(issueIds) {
      const found: IssueCase[] = [];
      for (let at = 0; at < issueIds.length; at += chunk) {
        const rows = await all()
          .where('issue_id', 'in', issueIds.slice(at, at + chunk))
          .execute();
        found.push(...rows.map((row) => parse<IssueCase>(row)));
      }
      return found;
    },
    ofClaim: async (claimId) =>
      (await all().where('claim_id', '=', withoutZero(claimId)).execute()).map((row) =>
        parse<IssueCase>(row),
      ),
  };
}

const createNotes = (db: Db): NoteRecords => ({
  async add(note) {
    const { id, issueId, at } = note;
    await db
      .insertInto('issue_note')
      .values({ id, issue_id: issueId, at, document: JSON.stringify(note) })
      .execute();
  },
  async of(issueId, limit) {
    const rows = await db
      .selectFrom('issue_note')
      .select('document')
      .where('issue_id', '=', issueId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => parse<IssueNote>(row));
  },
});

const createAttachments = (db: Db): AttachmentRecords => ({
  async put(attachment) {
    const { id, issueId, at } = attachment;
    const row = { id, issue_id: issueId, at, document: JSON.stringify(attachment) };
    await db
      .insertInto('issue_attachment')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
  },
  get: async (id) =>
    parseOne<Attachment>(
      await db
        .selectFrom('issue_attachment')
        .select('document')
        .where('id', '=', withoutZero(id))
        .executeTakeFirst(),
    ),
  async of(issueId) {
    const rows = await db
      .selectFrom('issue_attachment')
      .select('document')
      .where('issue_id', '=', issueId)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map((row) => parse<Attachment>(row)).filter(({ removedAt }) => removedAt === null);
  },
});

function createHandovers(db: Db): HandoverRecords {
  const all = () => db.selectFrom('issue_handover').select('document');
  return {
    async put(handover) {
      const { id, issueId, at, to, state, dueAt } = handover;
      const row = {
        id,
        issue_id: issueId,
        at,
        to_unit: to,
        state,
        due_at: dueAt,
        document: JSON.stringify(handover),
      };
      await db
        .insertInto('issue_handover')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    get: async (id) => parseOne<Handover>(await all().where('id', '=', withoutZero(id)).executeTakeFirst()),
    of: async (issueId) =>
      (await all().where('issue_id', '=', issueId).orderBy('at', 'desc').orderBy('id', 'desc').execute()).map(
        (row) => parse<Handover>(row),
      ),
    async open({ to, dueBefore, limit }) {
      let query = all().where('state', '=', 'open');
      if (to) query = query.where('to_unit', 'in', [...to]);
      if (dueBefore !== undefined) query = query.where('due_at', '<', dueBefore);
      const rows = await query.orderBy('due_at').orderBy('id').limit(limit).execute();
      return rows.map((row) => parse<Handover>(row));
    },
  };
}

const createLeases = (db: Db): LeaseRecords => ({
  async take(issueIds, { holder, untilAt, now }) {
    if (issueIds.length === 0) return [];
    const rows = await db
      .insertInto('issue_lease')
      // in one order, so that two who take the same ones never wait for each other
      .values(issueIds.toSorted().map((id) => ({ issue_id: id, holder, taken_at: now, until_at: untilAt })))
      // one statement: whoever comes second finds the row of the first and gets nothing of it
      .onConflict((c) =>
        c
          .column('issue_id')
          .doUpdateSet((e) => ({
            holder: e.ref('excluded.holder'),
            taken_at: e.ref('excluded.taken_at'),
            until_at: e.ref('excluded.until_at'),
          }))
          .where((e) => e.or([e('issue_lease.until_at', '<=', now), e('issue_lease.holder', '=', holder)])),
      )
      .returning('issue_id')
      .execute();
    const got = new Set(rows.map((row) => row.issue_id));
    return issueIds.filter((id) => got.has(id));
  },
  async release(issueIds, holder) {
    if (issueIds.length === 0) return 0;
    const { numDeletedRows } = await db
      .deleteFrom('issue_lease')
      .where('issue_id', 'in', [...issueIds])
      .where('holder', '=', holder)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
  async active(now) {
    const rows = await db.selectFrom('issue_lease').selectAll().where('until_at', '>', now).execute();
    return rows.map((row) => ({
      issueId: row.issue_id,
      holder: row.holder,
      takenAt: Number(row.taken_at),
      untilAt: Number(row.until_at),
    }));
  },
});

const createNotices = (db: Db): NoticeRecords => ({
  async add(notice) {
    const { id, userId, at, readAt } = notice;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('person_notice')
      .values({ id, user_id: userId, at, read_at: readAt, document: JSON.stringify(notice) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows ?? 0) > 0;
  },
  async of({ userId, unread, limit }) {
    let query = db.selectFrom('person_notice').select(['document', 'read_at']).where('user_id', '=', userId);
    if (unread) query = query.where('read_at', 'is', null);
    const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    return rows.map((row) => ({
      ...parse<PersonNotice>(row),
      readAt: row.read_at === null ? null : Number(row.read_at),
    }));
  },
  async removeBefore(at) {
    const { numDeletedRows } = await db.deleteFrom('person_notice').where('at', '<', at).executeTakeFirst();
    return Number(numDeletedRows);
  },
  async markRead(userId, ids, at) {
    if (ids.length === 0) return 0;
    const { numUpdatedRows } = await db
      .updateTable('person_notice')
      .set({ read_at: at })
      .where('user_id', '=', userId)
      .where('id', 'in', [...ids])
      .where('read_at', 'is', null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
});
