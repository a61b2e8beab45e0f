import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import { disseminationTurn } from '../../pipelines/disseminate/dissemination-turn.ts';
import { remindOfCampaign } from '../../pipelines/disseminate/remind.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildPublication } from '../../shared/testing/build-answer.ts';
import { buildRecipient } from '../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { buildPerson, buildStakeholder } from '../../shared/testing/build-stakeholder.ts';
import { type Kept, keepingChannel } from './testing/keeping-channel.ts';
import { asToken, openTestApp, type TestApp } from './testing/open-test-people.ts';

const at = Date.UTC(2024, 10, 27, 1);
const baseUrl = 'https://saring.example';

describe('campaigns of answers', () => {
  let test: TestApp;
  const sent: Kept[] = [];
  const channels = new Map(
    (['email', 'telegram', 'whatsapp', 'in_app'] as const).map((name) => [name, keepingChannel(name, sent)]),
  );
  const flush = async (): Promise<typeof sent> => {
    const from = sent.length;
    const deps = openDelivery({ ...test, channels, baseUrl });
    for (const channel of channels.keys()) await deliverDue(deps, channel);
    return sent.slice(from);
  };
  const choice = {
    unit: '35',
    kinds: ['media', 'university'],
    tiers: ['province', 'regency'],
    channels: ['email', 'whatsapp'],
    dueAt: '2024-11-27T09:00:00Z',
  };
  let campaign = '';

  beforeAll(async () => {
    test = await openTestApp({ at });
    const { publications, dissemination } = test.records;
    await publications.put(
      buildPublication(1, { unit: '35', publishedAt: at - hourMs, reviewAt: at + 9 * dayMs }),
    );
    await publications.put(buildPublication(2, { unit: '35', state: 'withdrawn' }));
    await publications.put(buildPublication(3, { unit: '35', reviewAt: at - 1 }));
    const { stakeholders } = dissemination;
    await stakeholders.put(buildStakeholder(1));
    await stakeholders.put(buildStakeholder(2, { unit: '35', kind: 'university' }));
    await stakeholders.put(buildStakeholder(3, { kind: 'party' }));
    await stakeholders.put(buildStakeholder(4, { persons: [buildPerson(4, { consent: null })] }));
    await stakeholders.put(
      buildStakeholder(5, { persons: [buildPerson(5, { optedOutAt: Date.UTC(2024, 10, 20) })] }),
    );
    await stakeholders.put(buildStakeholder(6, { unit: '51' }));
    // the same address in another unit's book
    const twin = buildPerson(7, { contacts: buildPerson(1).contacts });
    await stakeholders.put(buildStakeholder(7, { unit: '35.78', persons: [twin] }));
    await stakeholders.put(
      buildStakeholder(8, { unit: '35.78', persons: [buildPerson(8, { contacts: [] })] }),
    );
  });
  afterAll(() => test.close());

  it('says whom it would reach, and why others are left out', async () => {
    const { body } = await test.call('POST', '/v1/campaigns/audience', asToken, {
      unit: '35',
      kinds: choice.kinds,
      tiers: choice.tiers,
      channels: choice.channels,
    });
    expect(body).toMatchObject({
      persons: 2,
      byChannel: { email: 2 },
      left: { noConsent: 1, optedOut: 1, noChannel: 1, sameAddress: 1 },
      units: 39,
    });
  });

  it('refuses an answer that is withdrawn, stale, unknown or already on its way', async () => {
    const start = (publication: string, more: object = {}) =>
      test.call('POST', '/v1/campaigns', asToken, { ...choice, publication, ...more });
    expect((await start('publication-002')).body.detail).toContain('ditarik');
    expect((await start('publication-003')).body.detail).toContain('tinjau');
    expect((await start('nichts')).status).toBe(409);
    expect((await start('publication-001', { dueAt: '2024-11-26T00:00:00Z' })).status).toBe(409);
    expect((await start('publication-001', { unit: '99' })).status).toBe(400);
    const both = await Promise.all([start('publication-001'), start('publication-001')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const started = both.find(({ status }) => status === 201)!.body;
    expect(started).toMatchObject({ queued: 2, left: { noConsent: 1, optedOut: 1 } });
    campaign = started.campaign.id;
    expect(started.campaign.package).toMatchObject({ link: 'https://kpu.example/klarifikasi/p0000001' });
  });

  it('sends each person one message with their own link to stop, once', async () => {
    const out = await flush();
    expect(out.map(({ to }) => to.contact.address).sort()).toEqual([
      'redaksi1@media.example',
      'redaksi2@media.example',
    ]);
    expect(await flush()).toEqual([]);
    const { message } = out[0]!;
    expect(message.text).toContain('https://saring.example/v1/public/opt-out/opt-out-key-of-person-000');
    expect(message.short.length).toBeLessThanOrEqual(160);
    const { body } = await test.call('GET', `/v1/campaigns/${campaign}`);
    expect(body.deliveries).toEqual([{ channel: 'email', state: 'sent', count: 2 }]);
    const receipts = await test.call('GET', `/v1/deliveries?campaign=${campaign}`);
    expect(receipts.body.receipts).toHaveLength(2);
    const detail = await test.call('GET', `/v1/deliveries/${receipts.body.receipts[0].deliveryId}`);
    expect(detail.text).not.toContain('opt-out-key');
  });

  it('asks units to pass it on, counts N of M, and reminds those that are not done', async () => {
    const group = { unit: '35.73', name: 'Media Malang', platform: 'whatsapp', kind: 'media', members: 40 };
    const made = (await test.call('POST', '/v1/broadcast-groups', asToken, group)).body;
    const staff = { unit: '35.73', name: 'Humas Malang', platform: 'whatsapp' };
    const other = (await test.call('POST', '/v1/broadcast-groups', asToken, staff)).body;
    await test.call('POST', '/v1/broadcast-groups', asToken, { ...group, unit: '35.78', name: 'Media SBY' });
    const malang = await test.as('analyst', '35.73');
    const [pack] = (await test.call('GET', '/v1/campaign-packages', malang)).body.packages;
    expect(pack.groups.map(({ name }: { name: string }) => name)).toEqual(['Humas Malang', 'Media Malang']);
    expect(pack.copy).toContain('*Undangan memilih tetap dikirim ke rumah*');
    expect([pack.stale, pack.package.link]).toEqual([false, 'https://kpu.example/klarifikasi/p0000001']);
    // not of this unit: nothing of the campaign's people is shown below
    expect((await test.call('GET', `/v1/campaigns/${campaign}`, malang)).status).toBe(404);

    const url = `/v1/campaign-packages/${campaign}/sent`;
    const surabaya = await test.as('analyst', '35.78');
    expect((await test.call('POST', url, surabaya, { group: made.id })).status).toBe(404);
    expect((await test.call('POST', url, await test.as('reader', '35.73'), { group: made.id })).status).toBe(
      403,
    );
    const early = { group: made.id, sentAt: '2024-11-20T00:00:00Z' };
    expect((await test.call('POST', url, malang, early)).status).toBe(400);
    test.clock.advance(hourMs);
    const first = await test.call('POST', url, malang, {
      group: made.id,
      proof: 'https://bukti.example/1.png',
    });
    expect(first.status).toBe(200);
    const again = await test.call('POST', url, await test.as('drafter', '35'), { group: made.id });
    expect(again.body.by).toBe(first.body.by);
    const seen = async () => (await test.call('GET', `/v1/campaigns/${campaign}`)).body.coverage.tiers;
    expect(await seen()).toEqual([
      { tier: 'province', units: 1, done: 0, partly: 0, open: 0, noGroup: 1 },
      { tier: 'regency', units: 38, done: 0, partly: 1, open: 1, noGroup: 36 },
    ]);
    await test.call('POST', url, malang, { group: other.id });
    expect((await seen())[1]).toMatchObject({ done: 1, partly: 0, open: 1 });

    await test.records.recipients.put(buildRecipient());
    await test.records.recipients.put(
      buildRecipient({ id: 'humas-sby', unit: '35.78', units: ['35.78'], name: 'Humas Surabaya' }),
    );
    const deps = { records: test.records, index: test.index, baseUrl };
    expect((await disseminationTurn({ ...deps, now: test.clock.now() })).reminded).toBe(0);
    test.clock.set(Date.UTC(2024, 10, 27, 5, 1)); // half-way
    const turn = () => disseminationTurn({ ...deps, now: test.clock.now() });
    expect([(await turn()).reminded, (await turn()).reminded]).toEqual([1, 0]);
    const [reminder] = await flush();
    expect([reminder!.to.recipientId, reminder!.message.kind]).toEqual(['humas-sby', 'reminder']);
    expect(reminder!.message.text).toContain('baru 0 dari 1 grup');
    const asked = await test.call('POST', `/v1/campaigns/${campaign}/remind`, asToken);
    expect([asked.status, asked.body.units]).toEqual([202, 38]);
    const kept = (await test.records.dissemination.campaigns.get(campaign, nationalScope))!;
    const hand = { ...deps, now: test.clock.now() };
    expect(await remindOfCampaign(hand, kept, 'by hand 2024-11-27')).toBe(1);
    expect(await remindOfCampaign(hand, kept, 'by hand 2024-11-27')).toBe(0);
    test.clock.advance(9 * dayMs);
    expect((await turn()).reminded).toBe(0);
    test.clock.set(at + 5 * hourMs);
    const untick = await test.call('DELETE', `${url}/${other.id}`, malang);
    expect([untick.status, (await test.call('DELETE', `${url}/${other.id}`, malang)).status]).toEqual([
      204, 404,
    ]);
  });

  it('stops what was not sent when the answer is withdrawn or the campaign ended', async () => {
    await test.records.publications.put(buildPublication(4, { unit: '35', reviewAt: at + 9 * dayMs }));
    const start = { ...choice, publication: 'publication-004' };
    expect((await test.call('POST', '/v1/campaigns', asToken, start)).body.queued).toBe(2);
    await test.records.publications.put(
      buildPublication(4, { unit: '35', version: 2, state: 'withdrawn', reviewAt: at + 9 * dayMs }),
    );
    const before = await flush();
    expect(before.filter(({ message }) => message.kind === 'campaign')).toEqual([]);
    const { version } = (await test.records.dissemination.campaigns.get(campaign, nationalScope))!;
    const end = `/v1/campaigns/${campaign}/end`;
    expect((await test.call('POST', end, await test.as('drafter', '35.73'), { version })).status).toBe(404);
    expect((await test.call('POST', end, asToken, { version })).body.state).toBe('ended');
    expect((await test.call('POST', end, asToken, { version })).status).toBe(409);
    expect((await test.call('POST', `/v1/campaigns/${campaign}/remind`, asToken)).status).toBe(409);
  });

  it('measures 24 and 72 hours after, once, with n, and hides what is counted over few', async () => {
    const publishedAt = at + 30 * dayMs;
    await test.records.publications.put(buildPublication(5, { unit: '35', publishedAt }));
    await test.records.issues.put([buildIssue(1, { unit: '35' })]);
    const base = buildLabels();
    const make = (n: number, hours: number, tone: 'positive' | 'negative', denies: boolean) =>
      buildIndexedItem({
        nativeId: `n${n}`,
        issueId: 'issue-001',
        linkedAt: at,
        publishedAt: publishedAt + hours * hourMs,
        text: denies ? 'baca https://kpu.example/klarifikasi/p0000005' : 'undangan tidak dikirim',
        labels: buildLabels({
          tone: { ...base.tone, value: tone },
          places: [{ code: '35.73', from: 'text', words: [] }],
        }),
      });
    await test.index.put([
      ...Array.from({ length: 40 }, (_, n) => make(n, -1 - (n % 20), 'negative', false)),
      ...Array.from({ length: 20 }, (_, n) => make(100 + n, 1, 'positive', n < 5)),
      ...Array.from({ length: 20 }, (_, n) => make(200 + n, 30, 'positive', n < 15)),
    ]);
    const url = '/v1/publications/publication-005/effect';
    expect((await test.call('GET', url)).body).toMatchObject({
      effects: [],
      pending: [{ hours: 24 }, { hours: 72 }],
    });
    const turn = (now: number) =>
      disseminationTurn({ records: test.records, index: test.index, baseUrl, now });
    expect((await turn(publishedAt + 25 * hourMs)).measured).toBe(1);
    expect((await turn(publishedAt + 73 * hourMs)).measured).toBe(1);
    expect((await turn(publishedAt + 80 * hourMs)).measured).toBe(0);
    const { body } = await test.call('GET', url);
    expect(body.caveat).toContain('bukan sebab-akibat');
    const [day, three] = body.effects;
    expect([day.after.items, day.after.carrying, day.after.carryingShare, day.after.netTone]).toEqual([
      20,
      5,
      null,
      null,
    ]);
    expect([three.after.items, three.after.carryingShare, three.before.netTone, three.after.netTone]).toEqual(
      [40, 0.5, -100, 100],
    );
    expect([three.before.n, three.volumeChange, body.pending]).toEqual([40, 0, []]);
    const items = await test.call('GET', `${three.after.query}&limit=1`);
    expect(items.body.total).toBe(40);
    expect((await test.call('GET', url, await test.as('analyst', '35.73'))).status).toBe(404);
  });
});
