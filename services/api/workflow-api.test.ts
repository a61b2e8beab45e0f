import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepGoing } from '../../pipelines/workflow/keep-going.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { buildClaim } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

let api: TestApp;
beforeEach(async () => {
  api = await openTestApp();
  await api.records.issues.put([buildIssue(1)]);
});
afterEach(() => api.close());

const number = 'ISU-2024-000001';
const url = (name: string, issue: string = number): string => `/v1/issues/${issue}/${name}`;
const titles = (answer: { body: { todo: { kind: string }[] } }) => answer.body.todo.map(({ kind }) => kind);

describe('the workflow of an issue', () => {
  it('tells each role which steps are open and why others are not, in Indonesian', async () => {
    const reader = await enterAs(api, 'baca', 'reader', '35.73');
    const analyst = await enterAs(api, 'analis', 'analyst', '35.73');
    const seen = (await reader.call('GET', url('workflow'))).body;
    expect(seen.stateName).toBe('baru');
    expect(seen.steps.map(({ step, open }: { step: string; open: boolean }) => [step, open])).toEqual([
      ['triage', false],
      ['dismiss', false],
    ]);
    expect(seen.steps[0].blocked[0]).toMatch(/memerlukan peran analis/);
    const own = (await analyst.call('GET', url('workflow'))).body;
    expect(own.steps[0]).toMatchObject({ open: true, needs: [{ field: 'path' }] });
    expect((await reader.call('POST', url('steps'), { step: 'triage', path: 'claim' })).status).toBe(403);
  });

  it('refuses a step whose fields are missing, or that the role may not take', async () => {
    const analyst = await enterAs(api, 'analis', 'analyst', '35.73');
    const missing = await analyst.call('POST', url('steps'), { step: 'triage' });
    expect([missing.status, missing.body.errors[0].path]).toEqual([422, 'path']);
    expect((await analyst.call('POST', url('steps'), { step: 'triage', path: 'x' })).status).toBe(400);
    expect(
      (await analyst.call('POST', url('steps'), { step: 'triage', path: 'claim', state: 'closed' })).status,
    ).toBe(400);
    await analyst.call('POST', url('steps'), { step: 'triage', path: 'question' });
    const answer = await analyst.call('POST', url('steps'), { step: 'answer', reply: 'Sudah dijawab.' });
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'Langkah ini memerlukan peran penyusun naskah atau di atasnya.',
    ]);
  });

  it('shows a conflict with who did what, and writes nothing', async () => {
    const [one, two] = [
      await enterAs(api, 'satu', 'analyst', '35.73'),
      await enterAs(api, 'dua', 'analyst', '35.73'),
    ];
    const { etag } = await one.call('GET', url('workflow'));
    const first = await one.call(
      'POST',
      url('steps'),
      { step: 'triage', path: 'claim' },
      { 'if-match': etag },
    );
    expect([first.status, first.body.state, first.body.version]).toEqual([200, 'triaged', 1]);
    expect(first.etag).not.toBe(etag);
    const late = await two.call('POST', url('take'), undefined, { 'if-match': etag });
    expect([late.status, late.body.hint]).toEqual([412, expect.stringContaining('satu at')]);
    expect(late.body.hint).toContain('memilah isu');
    expect((await two.call('POST', url('take'), undefined, { 'if-match': '"x"' })).status).toBe(412);
    expect((await two.call('GET', url('workflow'))).body.owner).toBeNull();
  });

  it('has one owner, who takes, releases or is given an issue', async () => {
    const one = await enterAs(api, 'satu', 'analyst', '35.73');
    const two = await enterAs(api, 'dua', 'analyst', '35.73');
    const head = await enterAs(api, 'ketua', 'head', '35.73');
    await enterAs(api, 'luar', 'analyst', '35.78');
    expect((await one.call('POST', url('take'))).body).toMatchObject({
      owner: 'satu',
      people: { satu: 'Petugas satu' },
    });
    const refused = await two.call('POST', url('take'));
    expect([refused.status, refused.body.detail]).toEqual([
      422,
      expect.stringContaining('dipegang Petugas satu'),
    ]);
    expect((await two.call('POST', url('release'), {})).status).toBe(422);
    const give = { owner: 'dua', reason: 'cuti besok' };
    expect((await two.call('POST', url('owner'), give)).status).toBe(403);
    expect((await head.call('POST', url('owner'), { ...give, owner: 'luar' })).status).toBe(422);
    expect((await head.call('POST', url('owner'), give)).body.owner).toBe('dua');
    expect(titles(await two.call('GET', '/v1/me/todo'))).toEqual(['owned', 'notice']);
    expect(titles(await one.call('GET', '/v1/me/todo'))).toEqual(['notice']);
    const { notices } = (await two.call('GET', '/v1/me/notices?unread=true')).body;
    expect((await two.call('POST', '/v1/me/notices/read', { ids: [notices[0].id] })).body).toEqual({
      read: 1,
    });
    expect((await one.call('POST', '/v1/me/notices/read', { ids: [notices[0].id] })).body).toEqual({
      read: 0,
    });
    expect(titles(await two.call('GET', '/v1/me/todo'))).toEqual(['owned']);
    expect((await one.call('GET', '/v1/colleagues')).body.colleagues).toHaveLength(3);
  });

  it('gives no two officers the same issue to read, however many ask at once', async () => {
    await api.records.issues.put(Array.from({ length: 34 }, (_, n) => buildIssue(n + 2)));
    const officers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => enterAs(api, id, 'analyst', '35.73')),
    );
    const batches = await Promise.all(officers.map(({ call }) => call('POST', '/v1/checkout', {})));
    const ids = batches.map(({ body }) => body.issues.map(({ id }: { id: string }) => id));
    expect(ids.map((list) => list.length).sort()).toEqual([10, 10, 10, 5]);
    expect(new Set(ids.flat()).size).toBe(35);
    const again = await officers[0]!.call('POST', '/v1/checkout', {});
    expect(again.body.issues.map(({ id }: { id: string }) => id).sort()).toEqual(ids[0]!.toSorted());
    expect((await officers[3]!.call('POST', '/v1/checkout/return', {})).body.returned).toBe(ids[3]!.length);
    const read = ids[1]![0]!;
    await officers[1]!.call('POST', url('steps', read), { step: 'triage', path: 'claim' });
    expect((await officers[1]!.call('GET', url('workflow', read))).body.readBy).toBeNull();
    api.clock.advance(hourMs);
    expect((await officers[2]!.call('POST', '/v1/checkout', { howMany: 50 })).body.issues).toHaveLength(34);
  });

  it('calls who is mentioned, and nobody who may not read it', async () => {
    const one = await enterAs(api, 'satu', 'analyst', '35.73');
    const two = await enterAs(api, 'dua', 'drafter', '35');
    const far = await enterAs(api, 'jauh', 'head', '35.78');
    const note = { text: 'Mohon cek angka DPT.', mentions: ['dua'] };
    expect((await one.call('POST', url('notes'), note)).status).toBe(201);
    expect((await one.call('POST', url('notes'), { ...note, mentions: ['jauh'] })).status).toBe(422);
    expect((await two.call('GET', '/v1/me/todo')).body.todo[0]).toMatchObject({
      kind: 'mention',
      issueNumber: number,
      text: expect.stringContaining('Petugas satu menyebut Anda'),
    });
    expect((await one.call('GET', url('notes'))).body.notes).toHaveLength(1);
    expect((await far.call('GET', url('notes'))).status).toBe(404);
  });

  it('asks a silent owner once, then tells who may put it into other hands', async () => {
    const one = await enterAs(api, 'satu', 'analyst', '35.73');
    const head = await enterAs(api, 'ketua', 'head', '35.73');
    await one.call('POST', url('take'));
    api.clock.advance(25 * hourMs);
    expect((await keepGoing(api)).map(({ userId }) => userId)).toEqual(['satu']);
    expect(await keepGoing(api)).toEqual([]);
    await enterAs(api, 'satu-lagi', 'reader', '35.73');
    api.clock.advance(24 * hourMs);
    expect((await keepGoing(api)).map(({ userId }) => userId)).toEqual(['ketua']);
    const [todo] = (await api.records.workflow.notices.of({ userId: 'ketua', limit: 5 })).map(
      ({ text }) => text,
    );
    expect(todo).toContain('belum bergerak selama 49 jam');
    const late = await enterAs(api, 'x', 'analyst', '35.73');
    expect((await late.call('POST', url('still-working'))).status).toBe(422);
    expect(head.user.id).toBe('ketua');
  });
});

describe('between units', () => {
  const dueAt = () => new Date(api.clock.now() + dayMs).toISOString();

  it('hands an issue up and sideways by the rules of the tiers; it moves when the other one accepts', async () => {
    const regency = await enterAs(api, 'malang', 'analyst', '35.73');
    const neighbour = await enterAs(api, 'surabaya', 'analyst', '35.78');
    const offer = (to: string) => ({ to, reason: 'menyangkut wilayah Anda', dueAt: dueAt() });
    const hand = (to: string) => regency.call('POST', url('handovers'), offer(to));
    expect((await hand('RI')).body.detail).toMatch(/naik satu tingkat/);
    expect((await hand('51')).body.detail).toMatch(/setingkat/);
    expect((await hand('99.99')).status).toBe(422);
    expect(
      (await regency.call('POST', url('handovers'), { ...offer('35'), dueAt: '2020-01-01T00:00:00Z' }))
        .status,
    ).toBe(422);
    expect((await neighbour.call('GET', url('workflow'))).status).toBe(404);
    const { body: handover } = await hand('35.78');
    expect(handover).toMatchObject({ kind: 'sideways', state: 'open', from: '35.73', to: '35.78' });
    expect((await hand('35')).body.detail).toMatch(/belum dijawab/);
    const blocked = (
      await regency.call('POST', url('steps'), { step: 'dismiss', cause: 'not_ours', reason: 'bukan kami' })
    ).body;
    expect(blocked.detail).toMatch(/Pelimpahan ke 35.78 belum dijawab/);
    // what is offered can be read, and nothing more
    expect((await neighbour.call('GET', url('workflow'))).body.isMine).toBe(false);
    expect((await neighbour.call('GET', url('notes'))).status).toBe(403);
    expect((await neighbour.call('POST', url('take'))).status).toBe(404);
    expect(titles(await neighbour.call('GET', '/v1/me/todo'))).toEqual(['handover']);
    const answer = `/v1/handovers/${handover.id}/answer`;
    expect((await regency.call('POST', answer, { accept: true })).status).toBe(404);
    expect((await neighbour.call('POST', answer, { accept: false })).status).toBe(422);
    expect((await neighbour.call('POST', answer, { accept: true })).body.state).toBe('accepted');
    expect((await neighbour.call('POST', answer, { accept: true })).status).toBe(422);
    expect((await neighbour.call('POST', url('take'))).body).toMatchObject({
      handler: '35.78',
      owner: 'surabaya',
    });
    const left = await regency.call('POST', url('steps'), { step: 'triage', path: 'claim' });
    expect([left.status, left.body.hint]).toEqual([403, 'Isu ini sedang ditangani KPU Kota Surabaya.']);
    expect((await neighbour.call('POST', url('steps'), { step: 'triage', path: 'claim' })).status).toBe(200);
    expect(titles(await regency.call('GET', '/v1/me/todo'))).toContain('notice');
  });

  it('returns with a reason, withdraws, and tells both sides of a deadline that passed', async () => {
    const regency = await enterAs(api, 'malang', 'analyst', '35.73');
    const province = await enterAs(api, 'jatim', 'head', '35');
    const hand = () =>
      regency.call('POST', url('handovers'), { to: '35', reason: 'perlu data provinsi', dueAt: dueAt() });
    const first = (await hand()).body;
    const back = { accept: false, reason: 'selesaikan di kota' };
    expect((await province.call('POST', `/v1/handovers/${first.id}/answer`, back)).body.state).toBe(
      'returned',
    );
    expect((await regency.call('GET', url('workflow'))).body.handler).toBe('35.73');
    const second = (await hand()).body;
    expect(
      (await regency.call('POST', `/v1/handovers/${second.id}/withdraw`, { reason: 'sudah beres' })).status,
    ).toBe(200);
    await hand();
    api.clock.advance(2 * dayMs);
    expect((await keepGoing(api)).map(({ userId }) => userId).sort()).toEqual(['jatim', 'malang']);
    expect((await regency.call('GET', url('workflow'))).status).toBe(401); // a session ends
  });

  it('shows a national issue to those below as its owner decides, to look at only', async () => {
    await api.records.issues.put([buildIssue(7, { unit: 'RI', number: 'ISU-2024-000007' })]);
    const head = await enterAs(api, 'pusat', 'head', 'RI');
    const regency = await enterAs(api, 'malang', 'head', '35.73');
    const of = (name: string) => url(name, 'ISU-2024-000007');
    expect((await regency.call('GET', of('workflow'))).status).toBe(404);
    const below = { visibility: 'below', reason: 'agar seragam menjawab' };
    expect((await head.call('POST', of('visibility'), below)).status).toBe(200);
    const seen = (await regency.call('GET', of('workflow'))).body;
    expect([seen.isMine, seen.changes, seen.steps.every(({ open }: { open: boolean }) => !open)]).toEqual([
      false,
      [],
      true,
    ]);
    expect((await regency.call('GET', '/v1/issues')).body.total).toBe(2);
    for (const [name, body] of [
      ['take', undefined],
      ['steps', { step: 'triage', path: 'claim' }],
      ['visibility', { visibility: 'own', reason: 'tutup saja' }],
      ['merge', { into: number, reason: 'sama saja' }],
    ] as const)
      expect((await regency.call('POST', of(name), body)).status, name).toBe(404);
    expect((await regency.call('GET', of('notes'))).status).toBe(403);
    await head.call('POST', of('visibility'), { visibility: 'own', reason: 'sudah selesai' });
    expect((await regency.call('GET', of('workflow'))).status).toBe(404);
  });
});

describe('the verdict of an issue', () => {
  it('is that of a claim that two people stand behind, and follows it', async () => {
    const drafter = await enterAs(api, 'penyusun', 'drafter', '35.73');
    const approver = await enterAs(api, 'penyetuju', 'approver', '35.73');
    await api.records.claims.put(buildClaim(1, { id: 'k1', unit: '35.73' }));
    const judge = () => drafter.call('POST', url('verdict'), { claim: 'k1', reason: 'klaim yang sama' });
    expect((await judge()).body.detail).toMatch(/belum diperiksa/);
    const evidence = [{ title: 'PKPU 25/2023', url: 'https://jdih.kpu.go.id/x', tier: 'primary' }];
    const set = { version: 1, verdict: 'salah', evidence, reason: 'sesuai PKPU' };
    expect((await drafter.call('POST', '/v1/claims/k1/verdict', set)).status).toBe(200);
    expect((await judge()).body.detail).toMatch(/belum disetujui orang kedua/);
    const approve = { version: 2, reason: 'sumber cukup' };
    expect((await drafter.call('POST', '/v1/claims/k1/approve', approve)).status).toBe(403);
    expect(titles(await approver.call('GET', '/v1/me/todo'))).toEqual(['verdict_approval']);
    expect((await approver.call('POST', '/v1/claims/k1/approve', approve)).status).toBe(200);
    expect((await judge()).body).toMatchObject({ verdict: 'salah', claimId: 'k1' });
    const doubt = { version: 3, verdict: 'belum_terbukti', evidence, reason: 'ada data baru' };
    await drafter.call('POST', '/v1/claims/k1/verdict', doubt);
    expect((await drafter.call('GET', url('workflow'))).body.verdict).toBe('belum_diperiksa');
    const links = (await drafter.call('GET', url('claims'))).body.links;
    expect(links[0]).toMatchObject({ state: 'linked' });
    await drafter.call('POST', url('steps'), { step: 'triage', path: 'criticism' });
    expect((await judge()).body.detail).toMatch(/tidak diberi vonis/);
    expect((await api.records.audit.verify()).brokenAt).toBeNull();
  });
});
