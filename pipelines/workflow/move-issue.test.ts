import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { openStates } from '../../shared/domain/issue.ts';
import type { Permission } from '../../shared/domain/user.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildAnswer, buildPublication } from '../../shared/testing/build-answer.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { CaseChanged, StepRefused } from './change-case.ts';
import { followAnswer } from './follow-answer.ts';
import { stepsFrom } from './judge-step.ts';
import { moveIssue } from './move-issue.ts';
import { steps } from './step-table.ts';

const clock = createFixedClock();
let records: Records;
let close: () => Promise<void>;
const id = 'issue-001';

beforeEach(async () => {
  ({ records, close } = await createRecords(createSqliteDialect(openSqlite(':memory:'))));
  await records.issues.put([buildIssue(1)]);
});
afterEach(() => close());

const move = (step: string, over: object = {}) =>
  moveIssue({ records, clock }, { issue: id, step: step as never, by: 'analis', why: null, ...over });
const stateNow = async () => (await records.issues.many([id]))[0]!.state;
const change = async (over: object) => {
  const issue = (await records.issues.many([id]))[0]!;
  await records.issues.put([{ ...issue, ...over, version: issue.version + 1 }]);
};

describe('the step table', () => {
  it('leads on from every open state, and from every state back to an open one', () => {
    for (const state of openStates)
      for (const path of ['claim', 'criticism', 'question', 'service'] as const) {
        const reachable = steps.some((step) => step.to === state && step.paths.includes(path));
        if (reachable || state === 'new')
          expect(stepsFrom(state, path).length, `${state} ${path}`).toBeGreaterThan(0);
      }
    for (const state of ['closed', 'dismissed'] as const)
      expect(stepsFrom(state, null).map(({ name }) => name)).toEqual(['reopen']);
    expect(stepsFrom('merged', 'claim')).toEqual([]);
  });

  it('has no two steps of one name from one place', () => {
    const seen = steps.flatMap(({ name, from, paths }) =>
      from.flatMap((state) => paths.map((path) => `${name} ${state} ${path}`)),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('never brings criticism, a question or a request to a verdict', () => {
    for (const path of ['criticism', 'question', 'service'] as const) {
      const states = steps.filter((step) => step.paths.includes(path)).map(({ to }) => to);
      expect(states.some((to) => ['verifying', 'drafting', 'approval', 'published'].includes(to))).toBe(
        false,
      );
    }
  });
});

describe('moveIssue', () => {
  it('takes a claim the whole way, each step only when its rules hold', async () => {
    await expect(move('triage')).rejects.toThrow('Pilih jenis perkara');
    await move('triage', { fields: { path: 'claim' } });
    await expect(move('verify')).rejects.toThrow('Belum ada penanggung jawab');
    await change({ owner: 'analis' });
    await move('verify');
    await expect(move('draft')).rejects.toThrow('Belum ada vonis');
    await change({ verdict: 'salah' });
    await move('draft');
    await expect(move('submit')).rejects.toThrow('Belum ada naskah yang diajukan');
    const answer = buildAnswer(1, { issueId: id, state: 'submitted' });
    await records.answers.put(answer);
    await move('submit');
    await expect(move('return')).rejects.toThrow(StepRefused);
    await expect(move('publish')).rejects.toThrow('Belum ada klarifikasi yang terbit');
    await records.publications.put(buildPublication(1, { issueId: id }));
    await move('publish');
    await move('monitor');
    await expect(move('close')).rejects.toThrow('hasil akhirnya');
    await move('close', { fields: { outcome: 'Reda setelah klarifikasi.' } });
    expect(await stateNow()).toBe('closed');
    expect(await records.audit.verify()).toEqual({ entries: 7, brokenAt: null });
    const work = (await records.workflow.cases.get(id))!;
    expect(work.changes.map(({ to }) => to)).toEqual([
      'triaged',
      'verifying',
      'drafting',
      'approval',
      'published',
      'monitored',
      'closed',
    ]);
    expect(work.outcome).toBe('Reda setelah klarifikasi.');
  });

  it('takes criticism a short way', async () => {
    await move('triage', { fields: { path: 'criticism' } });
    await expect(move('verify')).rejects.toThrow('tidak tersedia');
    await move('forward', { why: 'menyangkut anggaran', fields: { forwardTo: 'Bagian Keuangan' } });
    const [paused] = await records.clocks.many([id]);
    expect(paused!.pauses.at(-1)).toMatchObject({ to: null, reason: 'meneruskan isu ke Bagian Keuangan' });
    await move('answer', { fields: { reply: 'Anggaran dimuat di laman.' } });
    const [answered] = await records.clocks.many([id]);
    expect(answered!.pauses.at(-1)!.to).not.toBeNull();
    expect(Object.keys(answered!.doneAt).sort()).toEqual(['clarification', 'holding', 'triage']);
    await move('close', { fields: { outcome: 'Penanya menerima jawaban.' } });
    expect(await stateNow()).toBe('closed');
  });

  it('says who did what to somebody who read an older version, and writes nothing', async () => {
    await move('triage', { fields: { path: 'claim' }, version: 0 });
    const late = move('dismiss', { version: 0, why: 'bukan urusan kita', fields: { cause: 'not_ours' } });
    await expect(late).rejects.toBeInstanceOf(CaseChanged);
    const error = await late.catch((caught: CaseChanged) => caught);
    expect((error as CaseChanged).hint).toMatch(/^analis at .*memilah isu: klaim yang perlu diperiksa\./);
    expect(await stateNow()).toBe('triaged');
    // what the engine writes in between is no conflict
    await change({ counts: { ...buildIssue(1).counts, items: 9 } });
    await move('dismiss', { version: 1, why: 'bukan urusan kita', fields: { cause: 'not_ours' } });
  });

  it('lets one of two win', async () => {
    const both = await Promise.allSettled([
      move('triage', { fields: { path: 'claim' }, version: 0 }),
      move('triage', { fields: { path: 'criticism' }, version: 0 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves a grave issue to those who approve', async () => {
    await change({ risk: { ...buildIssue(1).risk, level: 'kritis' } });
    const fields = { fields: { cause: 'no_matter' }, why: 'tidak perlu dijawab' };
    const may = (...all: Permission[]) => ({ permissions: new Set<Permission>(['read', ...all]) });
    await expect(move('dismiss', { ...fields, ...may() })).rejects.toThrow('memerlukan peran analis');
    await expect(move('dismiss', { ...fields, ...may('triage') })).rejects.toThrow('oleh penyetuju');
    await move('dismiss', { ...fields, ...may('triage', 'approve') });
    await move('reopen', { why: 'muncul lagi di media' });
    expect(await stateNow()).toBe('new');
    const [kept] = await records.clocks.many([id]);
    expect([kept!.doneAt, kept!.pauses.at(-1)!.to === null]).toEqual([{}, false]);
  });
});

describe('followAnswer', () => {
  const event = { issue: id, by: 'penyusun', why: null };
  it('moves an issue with its answer, and criticism to answered', async () => {
    await change({ state: 'verifying', owner: 'analis', verdict: 'salah' });
    await records.answers.put(buildAnswer(1, { issueId: id, state: 'submitted' }));
    expect((await followAnswer({ records, clock }, { ...event, kind: 'submitted' }))!.issue.state).toBe(
      'approval',
    );
    await followAnswer({ records, clock }, { ...event, kind: 'returned', why: 'tambah sumber' });
    expect(await stateNow()).toBe('drafting');
    expect(await followAnswer({ records, clock }, { ...event, kind: 'published' })).toBeNull();
    await records.issues.put([buildIssue(2)]);
    const other = { ...event, issue: 'issue-002' };
    await moveIssue({ records, clock }, { ...other, step: 'triage', fields: { path: 'criticism' } });
    const reply = 'https://kpu.example/jawaban';
    expect(
      (await followAnswer({ records, clock }, { ...other, kind: 'published', reply }))!.issue.state,
    ).toBe('answered');
  });
});
