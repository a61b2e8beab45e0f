import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../domain/instant.ts';
import { nationalScope } from '../domain/unit.ts';
import { buildIssue } from '../testing/build-issue.ts';
import { BadCursor } from './item-index.ts';
import { type Records, VersionConflict } from './records.ts';

const at = Date.UTC(2024, 10, 27, 1);

/** What every Records promises about issues. */
export function describeIssueRecordsContract(backend: {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}): void {
  describe(`Issue records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<typeof backend.create>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    it('gives numbers once, also to two who ask at the same time', async () => {
      const lists = await Promise.all([1, 2, 3, 4].map((n) => records.issues.nextNumbers(2024, n)));
      expect(lists.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await records.issues.nextNumbers(2025, 1)).toEqual([1]);
    });

    it('refuses a write over somebody else’s', async () => {
      const issue = buildIssue(1);
      await records.issues.put([issue]);
      await records.issues.put([{ ...issue, title: 'Baru', version: 2 }]);
      await expect(records.issues.put([{ ...issue, title: 'Lama', version: 2 }])).rejects.toBeInstanceOf(
        VersionConflict,
      );
      await expect(records.issues.put([issue])).rejects.toBeInstanceOf(VersionConflict);
      expect((await records.issues.get(issue.number, nationalScope))?.title).toBe('Baru');
    });

    it('writes hundreds of issues at once, new ones, changed ones and one that changed twice', async () => {
      const old = Array.from({ length: 150 }, (_, n) => buildIssue(n + 1));
      await records.issues.put(old);
      const next = old.map((issue) => ({ ...issue, version: 2, title: `Kedua ${issue.number}` }));
      const fresh = Array.from({ length: 150 }, (_, n) => buildIssue(n + 151));
      await records.issues.put([...next, ...fresh, { ...next[0]!, version: 3, title: 'Ketiga' }]);
      const kept = await records.issues.many([...old, ...fresh].map(({ id }) => id));
      expect(kept).toHaveLength(300);
      const titles = new Map(kept.map(({ id, title }) => [id, title]));
      expect(titles.get(old[0]!.id)).toBe('Ketiga');
      expect(titles.get(old[149]!.id)).toBe(`Kedua ${old[149]!.number}`);
      expect(titles.get(fresh[149]!.id)).toBe(fresh[149]!.title);
    });

    it('writes none of many when one of them is written over, is not there, or has another’s number', async () => {
      const [a, b] = [buildIssue(1), buildIssue(2)];
      await records.issues.put([a]);
      const next = { ...a, version: 2, title: 'Baru' };
      for (const wrong of [
        { ...next, version: 4 },
        { ...b, version: 2 },
        { ...b, number: a.number },
      ])
        await expect(records.issues.put([buildIssue(3), next, wrong])).rejects.toThrow(
          new VersionConflict(wrong.number),
        );
      expect((await records.issues.many([a.id, b.id, buildIssue(3).id])).map(({ title }) => title)).toEqual([
        a.title,
      ]);
    });

    it('takes text with a zero character, wherever it comes from', async () => {
      await records.issues.put([buildIssue(1, { title: 'Surat\u0000suara' })]);
      const drop = { stage: 'collect' as const, code: 'c', detail: 'a\u0000b', subject: '\u0000' };
      await records.sources.countDrops(at, [drop]);
      expect((await records.sources.drops(at))[0]?.count).toBe(1);
      const base = { scope: nationalScope, sort: 'newest' as const, limit: 5 };
      expect((await records.issues.list({ ...base, text: 'surat\u0000' })).total).toBe(1);
      expect(await records.issues.get('\u0000', nationalScope)).toBeNull();
    });

    it('shows only what lies in the scope', async () => {
      await records.issues.put([
        buildIssue(1),
        buildIssue(2, { unit: '35' }),
        buildIssue(3, { unit: 'RI' }),
        buildIssue(4, { unit: '73.71' }),
      ]);
      const units = async (unit: string) =>
        (await records.issues.list({ scope: { unit }, sort: 'priority', limit: 10 })).issues.map(
          (issue) => issue.unit,
        );
      expect(await units('RI')).toEqual(['73.71', 'RI', '35', '35.73']);
      expect(await units('35')).toEqual(['35', '35.73']);
      expect(await units('35.73')).toEqual(['35.73']);
      expect(await records.issues.get('issue-004', { unit: '35' })).toBeNull();
    });

    it('opens what was handed over to a unit or is shown to it from above, and nothing else', async () => {
      await records.issues.put([
        buildIssue(1, { unit: 'RI', visibility: 'below' }),
        buildIssue(2, { unit: 'RI' }),
        buildIssue(3, { unit: '35', visibility: 'below', owner: 'u' }),
        buildIssue(4, { unit: '73.71', visibility: 'below' }),
        buildIssue(5, { unit: '35.78', handler: '35.73' }),
        buildIssue(6, { visibility: 'below' }),
      ]);
      expect(await records.issues.beyond('35.73')).toEqual({
        handled: ['issue-005'],
        shown: ['issue-003', 'issue-001'],
      });
      expect(await records.issues.beyond('35')).toEqual({ handled: [], shown: ['issue-001'] });
      expect(await records.issues.beyond('RI')).toEqual({ handled: [], shown: [] });
      const scope = { unit: '35.73', issues: ['issue-001', 'issue-005'] };
      const { issues } = await records.issues.list({ scope, sort: 'priority', limit: 10 });
      expect(issues.map(({ id }) => id)).toEqual(['issue-006', 'issue-005', 'issue-001']);
      expect(await records.issues.get('issue-001', scope)).not.toBeNull();
      expect(await records.issues.get('issue-002', scope)).toBeNull();
      const base = { scope: nationalScope, sort: 'priority' as const, limit: 10 };
      expect((await records.issues.list({ ...base, owner: 'u' })).total).toBe(1);
      expect((await records.issues.list({ ...base, owned: true })).total).toBe(1);
    });

    it('shows local issues under the one they belong to, unless that one is out of scope', async () => {
      await records.issues.put([
        buildIssue(1, { unit: '35' }),
        buildIssue(2, { parentId: 'issue-001' }),
        buildIssue(3),
      ]);
      const ids = async (filter: object) =>
        (
          await records.issues.list({ scope: nationalScope, sort: 'priority', limit: 10, ...filter })
        ).issues.map((issue) => issue.id);
      expect(await ids({ topmost: true })).toEqual(['issue-003', 'issue-001']);
      expect(await ids({ topmost: true, scope: { unit: '35' } })).toEqual(['issue-003', 'issue-001']);
      expect(await ids({ topmost: true, scope: { unit: '35.73' } })).toEqual(['issue-003', 'issue-002']);
      expect(await ids({ parentId: 'issue-001' })).toEqual(['issue-002']);
    });

    it('filters, sorts and pages', async () => {
      await records.issues.put(
        Array.from({ length: 7 }, (_, n) =>
          buildIssue(n, {
            priority: { score: n % 3, parts: [], reason: '', nextStep: '' },
            state: n === 0 ? 'closed' : 'new',
            topic: n === 1 ? 'dpt' : 'logistik',
            lastAt: at + n * hourMs,
            firstAt: at,
            counts: { ...buildIssue(1).counts, negative: n },
          }),
        ),
      );
      const base = { scope: nationalScope, sort: 'priority' as const, limit: 3 };
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await records.issues.list({ ...base, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.total).toBe(7);
        seen.push(...page.issues.map((issue) => `${issue.priority.score}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(['2', '2', '1', '1', '0', '0', '0']);
      const total = async (filter: object) => (await records.issues.list({ ...base, ...filter })).total;
      expect(await total({ states: ['closed'] })).toBe(1);
      expect(await total({ topics: ['dpt'] })).toBe(1);
      expect(await total({ levels: ['kritis'] })).toBe(0);
      expect(await total({ tone: 'negative' })).toBe(6);
      expect(await total({ units: ['35'] })).toBe(7);
      expect(await total({ units: ['RI'] })).toBe(0);
      expect(await total({ from: at + 5 * hourMs })).toBe(2);
      expect(await total({ to: at })).toBe(0);
      expect(await total({ text: 'SUARA kurang' })).toBe(7);
      expect(await total({ text: '100%' })).toBe(0);
      await expect(records.issues.list({ ...base, cursor: 'zzz' })).rejects.toBeInstanceOf(BadCursor);
      expect((await records.issues.list({ ...base, sort: 'newest', limit: 1 })).issues[0]?.id).toBe(
        'issue-006',
      );
      expect((await records.issues.many(['issue-001', 'none'])).map((issue) => issue.id)).toEqual([
        'issue-001',
      ]);
    });
  });
}
