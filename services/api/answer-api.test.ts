import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import { buildClaim } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

/** 6 February 2024, eight days before voting. */
const now = Date.UTC(2024, 1, 6, 3);

// biome-ignore lint/suspicious/noExplicitAny: what is looked at is asserted
type Body = any;

describe('answers through the API', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await openTestApp({ now, publicUrl: 'https://kpu.example/klarifikasi' });
  });
  afterAll(() => api.close());

  async function call(
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    payload?: object,
    unit = 'RI',
  ): Promise<{ status: number; body: Body }> {
    const got = await api.app.inject({
      method,
      url,
      headers: { ...api.headers, 'saring-unit': unit },
      ...(payload ? { payload } : {}),
    });
    return { status: got.statusCode, body: got.json() };
  }
  let count = 0;
  async function keepClaim(over: Partial<Claim>): Promise<Claim> {
    count += 1;
    const claim = buildClaim(count, {
      text: 'VIRALKAN! Undangan memilih tidak akan dikirim lagi, semua warga harus daftar online',
      explanation:
        'Surat pemberitahuan memilih tetap diantar ke rumah pemilih. Petugas KPPS mengantarnya paling lambat tiga hari sebelum hari pemungutan suara.',
      verdict: 'salah',
      kind: 'fabricated',
      evidence: [
        { title: 'PKPU 25/2023', url: 'https://jdih.kpu.example/25', tier: 'primary', archiveHash: null },
      ],
      checker: 'ani',
      checkedAt: now,
      approver: 'budi',
      approvedAt: now,
      reviewAt: now + 7 * dayMs,
      ...over,
      id: `claim-${count}`,
      version: 1,
    });
    await api.records.claims.put(claim);
    return claim;
  }
  const draft = async (claim: Claim, more: object = {}) =>
    call('POST', '/v1/answers', { claim: claim.id, by: 'cici', ...more });
  const act = (id: string, name: string, version: number, by: string, more: object = {}) =>
    call('POST', `/v1/answers/${id}/${name}`, { version, by, ...more });

  it('keeps facts that a second person approves, offers those in force and flags the stale', async () => {
    const added = await call('POST', '/v1/facts/starter');
    expect(added.body.facts.length).toBeGreaterThan(20);
    expect((await call('POST', '/v1/facts/starter')).body.facts).toEqual([]);
    const offer = () =>
      call('GET', '/v1/facts/offer?text=undangan%20memilih%20dikirim%20ke%20pemilih%20di%20tps');
    expect((await offer()).body.facts).toEqual([]);
    const facts = added.body.facts.map(({ id, version }: Body) => ({ id, version }));
    const own = { facts, by: 'saring' };
    expect((await call('POST', '/v1/facts/approve', own)).status).toBe(422);
    expect((await call('POST', '/v1/facts/approve', { facts, by: 'budi' })).status).toBe(200);
    const offered = (await offer()).body.facts;
    expect(offered[0].fact.statement).toContain('tiga hari');
    expect(offered[0].fact.state).toBe('approved');
    const { id, version } = offered[0].fact;
    const changed = await call('PATCH', `/v1/facts/${id}`, {
      version,
      by: 'cici',
      headline: 'Surat pemberitahuan diantar ke rumah',
      reason: 'lebih pendek',
    });
    expect(changed.body).toMatchObject({ state: 'draft', approver: null, author: 'cici' });
    expect(
      (await call('PATCH', `/v1/facts/${id}`, { version, by: 'dodi', headline: 'X lain', reason: 'lama' }))
        .status,
    ).toBe(409);
    await call('POST', `/v1/facts/${id}/approve`, { version: version + 1, by: 'budi' });
    api.clock.advance(8 * dayMs);
    expect((await offer()).body.facts).toEqual([]);
    expect((await call('GET', '/v1/facts?review=due')).body.facts.length).toBe(added.body.facts.length);
    api.clock.advance(-8 * dayMs);
  });

  it('is drafted by the unit that an issue was handed over to, and by no other', async () => {
    const number = 'ISU-2024-000071';
    const { handler: _nobody, ...owned } = buildIssue(71, { unit: '35.78', areas: ['35.78'] });
    await api.records.issues.put([{ ...owned, handler: '35.73' }]);
    const claim = await keepClaim({ areas: ['35.78'], unit: '35.78' });
    const [handler, giver, neighbour] = await Promise.all(
      ['35.73', '35.78', '35.07'].map((unit) => enterAs(api, `susun-${unit}`, 'drafter', unit)),
    );
    const chosen = async (who = handler) => (await who!.call('GET', `/v1/issues/${number}/response`)).body;
    expect(await chosen(handler)).toMatchObject({ owner: { unit: '35.73' }, mayAnswerHere: true });
    expect(await chosen(giver)).toMatchObject({ owner: { unit: '35.73' }, mayAnswerHere: false });
    const draftBy = (who = handler) => who!.call('POST', '/v1/answers', { issue: number, claim: claim.id });
    const refused = await draftBy(giver);
    expect([refused.status, refused.body.title]).toEqual([403, 'This belongs to 35.73']);
    expect((await draftBy(neighbour)).status).toBe(404);
    const made = await draftBy();
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id, version } = made.body.answer;
    expect(made.body.answer).toMatchObject({ unit: '35.73', issueId: owned.id });
    expect((await giver!.call('GET', `/v1/answers/${id}`)).status).toBe(404);
    // Given back while the draft is open: the answer keeps its issue, and whoever wrote it can still mend it.
    await api.records.issues.put([{ ...owned, version: owned.version + 1 }]);
    expect((await draftBy()).status).toBe(404);
    const again = await handler!.call('POST', `/v1/answers/${id}/redraft`, { version, notes: {} });
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect(again.body.answer).toMatchObject({ unit: '35.73', issueId: owned.id });
  });

  it('chooses by verdict and tier, and says what is blocked', async () => {
    const choice = async (over: Partial<Claim>, unit = 'RI') =>
      (await call('GET', `/v1/claims/${(await keepClaim(over)).id}/response`, undefined, unit)).body;
    expect(await choice({ areas: ['35.73'] })).toMatchObject({
      kind: 'denial',
      owner: { unit: '35.73' },
      blocked: [],
    });
    const unproven = await choice({ verdict: 'belum_terbukti', evidence: [] });
    expect([unproven.kind, unproven.blocked.map(({ code }: Body) => code)]).toEqual([
      'holding',
      ['denial', 'referral'],
    ]);
    const national = await choice(
      { text: 'Hasil pilpres nasional sudah diatur di server KPU', areas: ['35.73'] },
      'RI',
    );
    expect(national.owner.unit).toBe('35');
    expect((await choice({ verdict: 'benar', areas: [] })).kind).toBe('admission');
    const partly = await choice({ verdict: 'sebagian_benar' });
    expect([partly.kind, partly.referral.allowed]).toEqual(['correction', false]);
    expect((await choice({ approver: null, approvedAt: null, reviewAt: null })).blocked[0].code).toBe(
      'verdict_unapproved',
    );
  });

  it('drafts every form within its length, each sentence with its source, and finds nothing wrong with its own', async () => {
    const { status, body } = await draft(await keepClaim({}));
    expect(status).toBe(201);
    const { texts } = body;
    expect(texts.map(({ channel }: Body) => channel)).toEqual([
      'web',
      'press',
      'whatsapp',
      'x',
      'caption',
      'script',
      'qa',
      'points',
    ]);
    for (const { channel, plain, lint, blocks } of texts) {
      expect([channel, lint.findings.filter(({ severity }: Body) => severity === 'error')]).toEqual([
        channel,
        [],
      ]);
      expect(
        blocks.flatMap(({ sentences }: Body) => sentences).every(({ from }: Body) => from.length > 0),
      ).toBe(true);
      if (channel === 'whatsapp') expect(plain.split(/\s+/).length).toBeLessThanOrEqual(150);
      if (channel === 'x') expect([...plain].length).toBeLessThanOrEqual(280);
    }
    expect(texts[0].blocks.map(({ role }: Body) => role)).toEqual([
      'fact',
      'warning',
      'why',
      'fact_again',
      'check',
      'source',
    ]);
    const told = texts[0].plain.match(/daftar online/g);
    expect([told.length, texts[0].plain.includes('VIRALKAN')]).toEqual([1, false]);
  });

  it('keeps the four boxes of a page that a person typed, and says in lists what an answer is called', async () => {
    const { body } = await draft(await keepClaim({}));
    const web = body.texts.find(({ channel }: Body) => channel === 'web');
    const roles = web.blocks.map(({ role }: Body) => role);
    const first = web.blocks[0].sentences[0].text;
    const plain = web.plain.replace(first, `${first} Petugas mengantarnya sendiri.`);
    const edit = { version: 1, by: 'cici', texts: [{ channel: 'web', plain }] };
    const after = await call('PATCH', `/v1/answers/${body.answer.id}`, edit);
    const written = after.body.texts.find(({ channel }: Body) => channel === 'web');
    expect(written.blocks.map(({ role }: Body) => role)).toEqual(roles);
    expect(written.blocks[0].sentences.map(({ text }: Body) => text)).toContain(
      'Petugas mengantarnya sendiri.',
    );
    const { answers } = (await call('GET', '/v1/answers')).body;
    expect(answers.find(({ id }: Body) => id === body.answer.id).title).toBe(web.title.text);
  });

  it('lints what is typed, with the place of each finding', async () => {
    const { body } = await draft(await keepClaim({}));
    const { id } = body.answer;
    const plain =
      'Undangan memilih tidak akan dikirim lagi, semua warga harus daftar online!!\n\nPenyebarnya pembohong. Undangan diantar 9 hari sebelum pemungutan suara ke rumah pemilih. Pilihlah paslon nomor urut 2.';
    const { findings } = (await call('POST', `/v1/answers/${id}/lint`, { channel: 'whatsapp', plain })).body;
    const found = (code: string) => findings.find((one: Body) => one.code === code);
    expect(plain.slice(found('insult').start, found('insult').end)).toBe('pembohong');
    for (const code of ['myth_in_title', 'no_fact', 'no_source_link', 'party_favour', 'shouting'])
      expect([code, found(code)?.start >= 0]).toEqual([code, true]);
  });

  it('refuses what is not fit, one’s own work, and the second of two approvals at once', async () => {
    const claim = await keepClaim({});
    const { body } = await draft(claim);
    const { id } = body.answer;
    const bad = await call('PATCH', `/v1/answers/${id}`, {
      version: 1,
      by: 'dodi',
      texts: [
        {
          channel: 'x',
          plain: 'Undangan memilih diantar 9 hari sebelumnya oleh petugas ke semua rumah warga.',
        },
      ],
    });
    expect(bad.body.answer.drafters).toEqual(['cici', 'dodi']);
    const refusedSubmit = await act(id, 'submit', 2, 'cici');
    expect(refusedSubmit.status).toBe(422);
    expect(refusedSubmit.body.errors.map(({ path }: Body) => path)).toContain('texts.x.no_fact');
    await call('POST', `/v1/answers/${id}/redraft`, { version: 2, by: 'cici' });
    expect((await act(id, 'submit', 3, 'cici')).body.answer.state).toBe('submitted');
    for (const drafter of ['cici', 'dodi']) expect((await act(id, 'approve', 4, drafter)).status).toBe(422);
    const both = await Promise.all(['budi', 'eka'].map((by) => act(id, 'approve', 4, by)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.hint).toMatch(/brought it to "approved"/);
    const diff = await call('GET', `/v1/answers/${id}/diff?from=1&to=2`);
    expect(diff.body.forms.map(({ channel }: Body) => channel)).toEqual(['x']);
    expect(diff.body.forms[0].parts.some(({ kind }: Body) => kind === 'removed')).toBe(true);
    expect((await call('GET', `/v1/answers/${id}/versions`)).body.versions.length).toBe(5);
  });

  it('publishes as approved, corrects with a notice that stays, and withdraws', async () => {
    const claim = await keepClaim({});
    const { body } = await draft(claim);
    const { id, code } = body.answer;
    expect((await act(id, 'publish', 1, 'cici')).status).toBe(422);
    await act(id, 'submit', 1, 'cici');
    await act(id, 'approve', 2, 'budi');
    const published = await act(id, 'publish', 3, 'cici');
    expect(published.body).toMatchObject({
      state: 'live',
      url: `https://kpu.example/klarifikasi/${code}`,
      mayBePassedOn: true,
    });
    expect((await api.records.claims.get(claim.id))!.url).toBe(published.body.url);
    expect((await api.records.claims.get(claim.id))!.approver).toBe('budi');
    const publication = published.body.id;
    const note = 'Kami menambahkan tenggat pengiriman surat pemberitahuan.';
    const correction = await call('POST', `/v1/publications/${publication}/correct`, {
      version: 1,
      note,
      by: 'cici',
    });
    const again = correction.body.answer.id;
    await act(again, 'submit', 1, 'cici');
    await act(again, 'approve', 2, 'budi');
    const corrected = await act(again, 'publish', 3, 'cici');
    expect(corrected.body).toMatchObject({
      id: publication,
      version: 2,
      notices: [{ kind: 'correction', text: note }],
    });
    const notice = 'Penjelasan ini ditarik karena jadwal pengiriman berubah.';
    const withdraw = (version: number) =>
      call('POST', `/v1/publications/${publication}/withdraw`, {
        version,
        notice,
        by: 'budi',
        reason: 'jadwal berubah',
      });
    expect((await withdraw(1)).status).toBe(409);
    expect((await withdraw(2)).body).toMatchObject({ state: 'withdrawn', mayBePassedOn: false });
    expect((await withdraw(3)).status).toBe(422);
    expect((await api.records.claims.get(claim.id))!.url).toBeNull();
    expect((await api.records.audit.verify()).brokenAt).toBeNull();
  });

  it('holds a verdict that changed or grew stale back, and leaves national results to the tiers above', async () => {
    const claim = await keepClaim({});
    const { body } = await draft(claim);
    const { id } = body.answer;
    await act(id, 'submit', 1, 'cici');
    await call('POST', `/v1/claims/${claim.id}/verdict`, {
      version: 1,
      verdict: 'belum_terbukti',
      by: 'ani',
      reason: 'bukti baru',
    });
    expect((await act(id, 'approve', 2, 'budi')).body.errors[0].path).toBe('verdict');
    const national = await keepClaim({
      text: 'Hasil pilpres nasional sudah diatur di server KPU',
      areas: ['35.73'],
    });
    await api.records.issues.put([buildIssue(7, { unit: '35.73' })]);
    const refused = await call('POST', '/v1/answers', { claim: national.id, unit: '35.73' });
    expect([refused.status, refused.body.title]).toEqual([403, 'This belongs to 35']);
  });
});
