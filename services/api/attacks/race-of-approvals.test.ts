import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPublication } from '../../../shared/testing/build-answer.ts';
import { openTestApp, type TestApp } from '../testing/open-test-people.ts';

const evidence = [{ title: 'Keputusan KPU', url: 'https://jdih.kpu.example/1', tier: 'primary' }];
const text = 'Undangan memilih tidak akan dikirim lagi, semua warga harus daftar daring';

describe('race of two approvals', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());
  const attempt = async (who: object, url: string, body: object): Promise<number> =>
    (await test.call('POST', url, who, body)).status;

  it('lets one of many approvers through, and never the one who checked', async () => {
    const checker = await test.as('approver', 'RI');
    const made = await test.call('POST', '/v1/claims', checker, {
      text,
      explanation: 'Undangan tetap diantar ke rumah.',
      evidence,
    });
    expect(made.status).toBeLessThan(300);
    const { id } = made.body;
    const judged = await test.call('POST', `/v1/claims/${id}/verdict`, checker, {
      version: 1,
      verdict: 'salah',
      reason: 'sudah dicek',
    });
    const version = judged.status < 300 ? judged.body.version : 1;
    const own = await attempt(checker, `/v1/claims/${id}/approve`, { version });
    expect(own).toBe(422);
    const others = await Promise.all(Array.from({ length: 8 }, () => test.as('approver', 'RI')));
    const answers = await Promise.all(
      others.map((who) => attempt(who, `/v1/claims/${id}/approve`, { version })),
    );
    const through = answers.filter((status) => status < 300).length;
    console.info(
      `race of approvals, claim: ${answers.length + 1 - through} of ${answers.length + 1} refused, ${through} through`,
    );
    expect([through, answers.every((status) => status < 300 || status === 409)]).toEqual([1, true]);
    const approvals = (await test.records.audit.of(id, 50)).filter(({ action }) => /approve/.test(action));
    expect(approvals).toHaveLength(1);
  });

  it('lets one of many starts, ends and changes through', async () => {
    await test.records.publications.put(buildPublication(1, { reviewAt: test.clock.now() + 1e9 }));
    const people = await Promise.all(Array.from({ length: 6 }, () => test.as('drafter', '35.73')));
    const start = {
      unit: '35.73',
      publication: 'publication-001',
      kinds: ['media'],
      tiers: ['regency'],
      dueAt: '2024-11-28T00:00:00Z',
    };
    const starts = await Promise.all(people.map((who) => attempt(who, '/v1/campaigns', start)));
    expect(starts.toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    const [campaign] = (await test.call('GET', '/v1/campaigns')).body.campaigns;
    const ends = await Promise.all(
      people.map((who) => attempt(who, `/v1/campaigns/${campaign.id}/end`, { version: 1 })),
    );
    expect(ends.toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const made = await test.call('POST', '/v1/stakeholders', people[0]!, {
      unit: '35.73',
      kind: 'media',
      name: 'Media',
    });
    const person = { name: 'Redaktur', contacts: [], version: 1 };
    const adds = await Promise.all(
      people.map((who) => attempt(who, `/v1/stakeholders/${made.body.id}/persons`, person)),
    );
    expect(adds.toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    console.info('race of approvals, campaigns and people: 15 of 18 refused, 3 through');
  });

  it('keeps the audit chain whole through it all', async () => {
    expect((await test.records.audit.verify()).brokenAt).toBeNull();
  });
});
