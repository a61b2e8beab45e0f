import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nationalScope } from '../domain/unit.ts';
import { buildAnswer, buildFact, buildPublication, buildReferral } from '../testing/build-answer.ts';
import { type Records, VersionConflict } from './records.ts';

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

/** What every Records promises about facts, answers, publications and referrals. */
export function describeAnswerRecordsContract(backend: {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}): void {
  describe(`Answer records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<typeof backend.create>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());

    it('keeps every version and refuses a write over somebody else’s', async () => {
      const { facts, answers, publications, referrals } = made.records;
      const kinds = [
        [facts, buildFact],
        [answers, buildAnswer],
        [publications, buildPublication],
        [referrals, buildReferral],
      ] as const;
      for (const [kept, build] of kinds) {
        const put = (version: number) => kept.put(build(1, { version }) as never);
        await put(1);
        await put(2);
        await expect(put(1)).rejects.toBeInstanceOf(VersionConflict);
        await expect(put(2)).rejects.toBeInstanceOf(VersionConflict);
        await expect(put(4)).rejects.toBeInstanceOf(VersionConflict);
      }
      expect((await answers.versions('answer-001')).map(({ version }) => version)).toEqual([2, 1]);
      expect((await facts.versions('fact-001')).map(({ version }) => version)).toEqual([2, 1]);
    });

    it('offers a unit the facts of the units above it, its own, and none of its neighbours', async () => {
      const { facts } = made.records;
      await facts.put(buildFact(1));
      await facts.put(buildFact(2, { unit: '35' }));
      await facts.put(buildFact(3, { unit: '35.73' }));
      await facts.put(buildFact(4, { unit: '35.78' }));
      await facts.put(buildFact(5, { unit: '51' }));
      const seen = async (unit: string) => idsOf(await facts.list({ scope: { unit }, limit: 10 }));
      expect(await seen('35.73')).toEqual(['fact-001', 'fact-002', 'fact-003']);
      expect(await seen('35')).toEqual(['fact-001', 'fact-002', 'fact-003', 'fact-004']);
      expect((await seen('RI')).length).toBe(5);
      expect(await facts.get('fact-001', { unit: '35.73' })).not.toBeNull();
      expect(await facts.get('fact-004', { unit: '35.73' })).toBeNull();
      expect(idsOf(await facts.many(['fact-004', 'none']))).toEqual(['fact-004']);
    });

    it('finds facts by words, use, topic, approval and review date, and notices a change', async () => {
      const { facts } = made.records;
      const before = await facts.stamp();
      await facts.put(
        buildFact(1, { statement: 'Rekapitulasi berjenjang dimulai di kecamatan.', use: 'how_to_check' }),
      );
      await facts.put(buildFact(2, { approver: null, approvedAt: null, reviewAt: null, topic: 'dpt' }));
      await facts.put(buildFact(3, { withdrawnAt: 5, reviewAt: 1 }));
      await facts.put(buildFact(4, { reviewAt: 1_000 }));
      expect(await facts.stamp()).not.toBe(before);
      const find = async (over: object) =>
        idsOf(await facts.list({ scope: nationalScope, limit: 10, ...over }));
      expect(await find({})).toEqual(['fact-001', 'fact-002', 'fact-004']);
      expect(await find({ text: 'BERJENJANG kecamatan' })).toEqual(['fact-001']);
      expect(await find({ text: 'pkpu 25/2023', uses: ['statement'] })).toEqual(['fact-002', 'fact-004']);
      expect(await find({ topics: ['dpt'] })).toEqual(['fact-002']);
      expect(await find({ unapproved: true })).toEqual(['fact-002']);
      expect(await find({ reviewBefore: 1_001 })).toEqual(['fact-004']);
      expect(await find({ withdrawn: true })).toEqual(['fact-003']);
      expect(await find({ after: 'fact-001', limit: 1 })).toEqual(['fact-002']);
    });

    it('shows drafts and referrals within the scope only', async () => {
      const { answers, referrals } = made.records;
      for (const [n, unit] of [
        [1, '35.73'],
        [2, '35.78'],
        [3, 'RI'],
      ] as const) {
        await answers.put(buildAnswer(n, { unit, issueId: `issue-${n}` }));
        await referrals.put(buildReferral(n, { unit, issueId: `issue-${n}` }));
      }
      for (const kept of [answers, referrals]) {
        const seen = async (unit: string) =>
          idsOf(await kept.list({ scope: { unit }, limit: 10 })).map((id) => id.at(-1));
        expect(await seen('35.73')).toEqual(['1']);
        expect(await seen('35')).toEqual(['2', '1']);
        expect(await seen('RI')).toEqual(['3', '2', '1']);
        expect(idsOf(await kept.list({ scope: nationalScope, issueId: 'issue-2', limit: 10 })).length).toBe(
          1,
        );
      }
      expect(await answers.get('answer-002', { unit: '35.73' })).toBeNull();
      expect(await answers.get('answer-002', { unit: '35' })).not.toBeNull();
      expect(await referrals.get('referral-003', { unit: '35.78' })).toBeNull();
      const drafts = await answers.list({ scope: nationalScope, states: ['approved'], limit: 10 });
      expect(drafts).toEqual([]);
      const all = await answers.list({ scope: nationalScope, limit: 10 });
      const { updatedAt: at, id } = all[0]!;
      const behind = (place: { at: number; id: string }) =>
        answers.list({ scope: nationalScope, after: place, limit: 10 });
      expect(idsOf(await behind({ at, id }))).toEqual(idsOf(all.slice(1)));
      expect(idsOf(await behind({ at: at + 1, id: '' }))).toEqual(idsOf(all));
    });

    it('gives publications to everybody, by id or by the code of their page', async () => {
      const { publications } = made.records;
      await publications.put(buildPublication(1));
      await publications.put(buildPublication(2, { unit: 'RI', claimId: 'other' }));
      await publications.put(buildPublication(3, { state: 'withdrawn' }));
      expect((await publications.get('p0000001'))?.id).toBe('publication-001');
      expect((await publications.get('publication-002'))?.unit).toBe('RI');
      expect(await publications.get('\u0000')).toBeNull();
      const find = async (over: object) => idsOf(await publications.list({ limit: 10, ...over }));
      expect(await find({})).toEqual(['publication-003', 'publication-002', 'publication-001']);
      expect(await find({ states: ['live'], units: ['35.73'] })).toEqual(['publication-001']);
      expect(await find({ claimId: 'other' })).toEqual(['publication-002']);
      const third = { at: buildPublication(3).publishedAt, id: 'publication-003' };
      expect(await find({ after: third, limit: 1 })).toEqual(['publication-002']);
      expect(await find({ after: { ...third, id: 'publication-002' }, states: ['withdrawn'] })).toEqual([]);
      const { publishedAt } = buildPublication(2);
      expect(await find({ from: publishedAt, before: publishedAt + 1 })).toEqual(['publication-002']);
      await publications.put(buildPublication(1, { version: 2, state: 'withdrawn' }));
      expect((await publications.versions('publication-001')).map(({ state }) => state)).toEqual([
        'withdrawn',
        'live',
      ]);
    });
  });
}
