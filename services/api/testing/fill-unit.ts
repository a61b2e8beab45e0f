import { buildPublication } from '../../../shared/testing/build-answer.ts';
import { buildAlert, buildRecipient } from '../../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { buildCampaign, buildPerson, buildStakeholder } from '../../../shared/testing/build-stakeholder.ts';
import { asToken, type TestApp } from './open-test-people.ts';

/** Something of every kind in one unit, each with `mark` where people would read it. @returns ids by the names that routes give them */
export async function fillUnit(test: TestApp, unit: string, mark: string): Promise<Record<string, string>> {
  const { records, index } = test;
  const post = async (url: string, body: object): Promise<string> => {
    const made = await test.call('POST', url, asToken, body);
    if (made.status >= 300) throw new Error(`${url}: ${made.status} ${made.text}`);
    return made.body.id ?? made.body.survey?.id ?? '';
  };
  await records.issues.put([buildIssue(1, { unit, title: `${mark} isu`, state: 'new', areas: [unit] })]);
  const item = buildIndexedItem({
    nativeId: mark,
    text: `${mark} kiriman warga`,
    issueId: 'issue-001',
    linkedAt: 1,
    labels: buildLabels({ places: [{ code: unit, from: 'text', words: [] }] }),
  });
  await index.put([item]);
  await records.alerts.put([buildAlert({ id: 'alert-1', unit, areas: [unit], sentence: `${mark} tanda` })]);
  await records.recipients.put(
    buildRecipient({ id: 'orang-unit', unit, units: [unit], name: `${mark} petugas` }),
  );
  await records.publications.put(buildPublication(1, { unit, reviewAt: test.clock.now() + 1e9 }));
  const at = '2024-11-27T00:00:00Z';
  const person = buildPerson(1, { name: `${mark} orang` });
  await records.dissemination.stakeholders.put(
    buildStakeholder(1, { unit, name: `${mark} lembaga`, persons: [person] }),
  );
  await records.dissemination.campaigns.put(
    buildCampaign(1, { unit, tiers: ['regency'], note: `${mark} catatan`, publicationId: 'publication-001' }),
  );
  const activity = await post('/v1/activities', { unit, kind: 'event', title: `${mark} kegiatan`, at });
  const engagement = await post('/v1/engagements', { unit, kind: 'webinar', title: `${mark} webinar`, at });
  const group = await post('/v1/broadcast-groups', { unit, name: `${mark} grup`, platform: 'whatsapp' });
  const survey = await post('/v1/surveys', {
    unit,
    service: `${mark} layanan`,
    from: at,
    to: '2024-12-27T00:00:00Z',
  });
  const report = await post('/v1/tiered-reports', { unit, period: '2024-TW3' });
  return {
    issue: 'issue-001',
    item: item.id,
    alert: 'alert-1',
    recipient: 'orang-unit',
    publication: 'publication-001',
    stakeholder: 'stakeholder-1',
    person: 'person-1',
    campaign: 'campaign-1',
    activity,
    engagement,
    group,
    survey,
    report,
    rule: 'sharp',
  };
}
