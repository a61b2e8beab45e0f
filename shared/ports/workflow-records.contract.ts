import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handover, PersonNotice } from '../domain/teamwork.ts';
import { freshCase } from '../domain/workflow.ts';
import { type Records, VersionConflict } from './records.ts';

export interface WorkflowRecordsBackend {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const at = Date.UTC(2024, 10, 27, 1);

const handover = (id: string, over: Partial<Handover> = {}): Handover => ({
  id,
  issueId: 'i',
  kind: 'up',
  state: 'open',
  from: '35.73',
  to: '35',
  reason: 'perlu data provinsi',
  dueAt: at + 10,
  at,
  by: 'u',
  answeredAt: null,
  answeredBy: null,
  answer: null,
  ...over,
});

/** What every WorkflowRecords promises; register it once for each backend. */
export function describeWorkflowRecordsContract(backend: WorkflowRecordsBackend): void {
  describe(`WorkflowRecords on ${backend.name}`, () => {
    let made: Awaited<ReturnType<WorkflowRecordsBackend['create']>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());

    it('refuses a case that somebody else wrote in between, and finds those of a claim', async () => {
      const { cases } = made.records.workflow;
      const first = { ...freshCase('i'), version: 1, claimId: 'k' };
      const both = await Promise.allSettled([cases.put(first), cases.put({ ...first, claimId: 'm' })]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(cases.put({ ...first, version: 3 })).rejects.toBeInstanceOf(VersionConflict);
      await cases.put({ ...first, version: 2 });
      await expect(cases.put({ ...first, version: 2 })).rejects.toBeInstanceOf(VersionConflict);
      expect(await cases.ofClaim('k')).toEqual([{ ...first, version: 2 }]);
      expect(await cases.get('\u0000')).toBeNull();
      expect(await cases.many(['i', 'none'])).toHaveLength(1);
    });

    it('gives an issue to one reader, however many ask at once and in whatever order', async () => {
      const { leases } = made.records.workflow;
      const ids = Array.from({ length: 40 }, (_, n) => `i${n}`);
      const ask = (holder: string, list: readonly string[]) =>
        leases.take(list, { holder, now: at, untilAt: at + 100 });
      const got = await Promise.all(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((holder, n) => ask(holder, n % 2 === 0 ? ids : ids.toReversed())),
      );
      expect(got.flat().length).toBe(40);
      expect(new Set(got.flat()).size).toBe(40);
      const [first] = await leases.active(at);
      expect(await ask(first!.holder, [first!.issueId])).toEqual([first!.issueId]);
      expect(await ask('z', [first!.issueId])).toEqual([]);
      expect(await leases.release([first!.issueId], 'z')).toBe(0);
      expect(await leases.release([first!.issueId], first!.holder)).toBe(1);
      expect(await leases.active(at + 100)).toEqual([]);
      expect(await leases.take(['i7'], { holder: 'z', now: at + 100, untilAt: at + 200 })).toEqual(['i7']);
      expect(await ask('z', [])).toEqual([]);
    });

    it('keeps notes, attachments and hand-overs of an issue', async () => {
      const { notes, attachments, handovers } = made.records.workflow;
      const note = { id: 'n1', issueId: 'i', at, by: 'u', text: 'cek \u0000', mentions: [] };
      await notes.add(note);
      await notes.add({ ...note, id: 'n2', at: at + 1 });
      expect((await notes.of('i', 5)).map(({ id }) => id)).toEqual(['n2', 'n1']);
      const file = { id: 'f1', issueId: 'i', at, by: 'u', name: 'sk.pdf', type: 'application/pdf', bytes: 9 };
      const kept = { ...file, hash: 'a'.repeat(64), removedAt: null };
      await attachments.put(kept);
      expect(await attachments.of('i')).toEqual([kept]);
      await attachments.put({ ...kept, removedAt: at });
      expect([await attachments.of('i'), (await attachments.get('f1'))?.removedAt]).toEqual([[], at]);
      await handovers.put(handover('h1'));
      await handovers.put(handover('h2', { to: '51', dueAt: at + 5, at: at + 1 }));
      await handovers.put(handover('h3', { state: 'accepted' }));
      const open = async (filter: object) =>
        (await handovers.open({ limit: 9, ...filter })).map(({ id }) => id);
      expect(await open({})).toEqual(['h2', 'h1']);
      expect(await open({ to: ['35'] })).toEqual(['h1']);
      expect(await open({ dueBefore: at + 6 })).toEqual(['h2']);
      expect((await handovers.of('i')).map(({ id }) => id)).toEqual(['h2', 'h3', 'h1']);
    });

    it('tells a person once, and remembers what they read', async () => {
      const { notices } = made.records.workflow;
      const notice: PersonNotice = {
        id: 'p1',
        userId: 'u',
        at,
        readAt: null,
        kind: 'mention',
        issueId: 'i',
        text: 't',
      };
      expect([await notices.add(notice), await notices.add(notice)]).toEqual([true, false]);
      await notices.add({ ...notice, id: 'p2', userId: 'v' });
      expect(await notices.markRead('u', ['p1', 'p2'], at + 5)).toBe(1);
      expect(await notices.markRead('u', ['p1'], at + 6)).toBe(0);
      expect(await notices.of({ userId: 'u', limit: 5 })).toEqual([{ ...notice, readAt: at + 5 }]);
      expect(await notices.of({ userId: 'u', unread: true, limit: 5 })).toEqual([]);
      expect([await notices.removeBefore(at), await notices.removeBefore(at + 1)]).toEqual([0, 2]);
    });
  });
}
