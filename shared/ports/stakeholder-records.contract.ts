import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../domain/delivery.ts';
import { type Effect, effectSpanSchema } from '../domain/effect.ts';
import { nationalScope } from '../domain/unit.ts';
import { buildDelivery } from '../testing/build-delivery.ts';
import { buildCampaign, buildPerson, buildStakeholder } from '../testing/build-stakeholder.ts';
import { type Records, VersionConflict } from './records.ts';

interface Backend {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const delivery = (id: string, over: Partial<Delivery> = {}): Delivery =>
  buildDelivery(1, {
    id,
    kind: 'campaign',
    alertId: null,
    campaignId: 'campaign-1',
    recipientId: `mitra-${id}`,
    ...over,
  });

const span = effectSpanSchema.parse({
  from: 0,
  to: 1,
  items: 0,
  carrying: 0,
  carryingShare: null,
  n: 0,
  netTone: null,
  negativeShare: null,
  query: '/v1/items',
});
const effect = (hours: 24 | 72, measuredAt: number): Effect => ({
  publicationId: 'publication-1',
  hours,
  unit: '35',
  issueIds: ['issue-001'],
  publishedAt: 0,
  measuredAt,
  before: span,
  after: span,
});

/** What every Records promises about stakeholders and campaigns. */
export function describeDisseminationContract(backend: Backend): void {
  describe(`Dissemination records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<Backend['create']>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());
    const parts = () => made.records.dissemination;

    it('keeps organisations within the scope, and refuses a write over somebody else’s', async () => {
      const { stakeholders } = parts();
      await stakeholders.put(buildStakeholder(1));
      await stakeholders.put(buildStakeholder(2, { unit: '35.78', name: 'RADIO Suara %', kind: 'ngo' }));
      await stakeholders.put(buildStakeholder(3, { unit: 'RI', persons: [] }));
      const ids = async (unit: string, more: object = {}) =>
        (await stakeholders.list({ scope: { unit }, limit: 10, ...more })).map(({ id }) => id.slice(-1));
      expect([await ids('35.73'), await ids('35'), await ids('RI'), await ids('51')]).toEqual([
        ['1'],
        ['1', '2'],
        ['1', '2', '3'],
        [],
      ]);
      expect([
        await ids('RI', { kinds: ['ngo'] }),
        await ids('RI', { text: 'suara' }),
        await ids('RI', { text: '%' }),
        await ids('RI', { after: 'stakeholder-2' }),
      ]).toEqual([['2'], ['2'], ['1', '2', '3'], ['3']]);
      expect(await stakeholders.get('stakeholder-1', { unit: '35.78' })).toBeNull();
      await expect(stakeholders.put(buildStakeholder(1))).rejects.toBeInstanceOf(VersionConflict);
      await expect(stakeholders.put(buildStakeholder(1, { version: 3 }))).rejects.toBeInstanceOf(
        VersionConflict,
      );
    });

    it('finds who has an address, an id or an opt-out key, and forgets them with the organisation', async () => {
      const { stakeholders } = parts();
      const person = buildPerson(7);
      await stakeholders.put(buildStakeholder(1, { persons: [person] }));
      const find = async () => [
        (await stakeholders.byAddress('email', 'Redaksi7@Media.example')).length,
        (await stakeholders.ofPerson('person-7'))?.id ?? null,
        (await stakeholders.ofOptOutKey(person.optOutKey))?.id ?? null,
      ];
      expect(await find()).toEqual([1, 'stakeholder-1', 'stakeholder-1']);
      await stakeholders.put(buildStakeholder(1, { persons: [], version: 2 }));
      expect(await find()).toEqual([0, null, null]);
      await stakeholders.remove('stakeholder-1');
      expect(await stakeholders.get('stakeholder-1', nationalScope)).toBeNull();
    });

    it('remembers the latest stop of an address, in any case', async () => {
      const { optOuts } = parts();
      await optOuts.add('email', 'A@b.example', 20);
      await optOuts.add('email', 'a@B.example', 10);
      expect([
        await optOuts.at('email', 'a@b.example'),
        await optOuts.at('whatsapp', 'a@b.example'),
        await optOuts.at('email', 'c@b.example'),
      ]).toEqual([20, null, null]);
      await optOuts.add('email', 'a@b.example', 30);
      expect(await optOuts.at('email', 'a@b.example')).toBe(30);
    });

    it('gives a unit the campaigns that ask it, and counts a group once', async () => {
      const { campaigns } = parts();
      await campaigns.put(buildCampaign(1));
      await campaigns.put(buildCampaign(2, { unit: 'RI', tiers: ['province'] }));
      await campaigns.put(buildCampaign(3, { state: 'ended', endedAt: 1 }));
      const asked = async (unit: string) =>
        (await campaigns.addressedTo(unit)).map(({ id }) => id.slice(-1)).join('');
      expect([await asked('35.73'), await asked('35'), await asked('51.01'), await asked('RI')]).toEqual([
        '1',
        '2',
        '',
        '',
      ]);
      expect((await campaigns.running()).map(({ id }) => id.slice(-1))).toEqual(['1', '2']);
      expect(
        (await campaigns.list({ scope: { unit: '35' }, limit: 9 })).map(({ id }) => id.slice(-1)),
      ).toEqual(['3', '1']);
      expect(await campaigns.get('campaign-2', { unit: '35' })).toBeNull();
      const [newest, ...older] = await campaigns.list({ scope: nationalScope, limit: 9 });
      const after = { at: newest!.startedAt, id: newest!.id };
      expect(await campaigns.list({ scope: nationalScope, after, limit: 9 })).toEqual(older);
      const tick = { campaignId: 'campaign-1', groupId: 'g1', unit: '35.73', by: 'a', sentAt: 1 };
      await campaigns.tick({ ...tick, recordedAt: 2, proof: null });
      expect((await campaigns.tick({ ...tick, by: 'b', recordedAt: 3, proof: null })).by).toBe('a');
      expect(await campaigns.ticks('campaign-1', { unit: '35.78' })).toEqual([]);
      expect(await campaigns.ticks('campaign-1', { unit: '35' })).toHaveLength(1);
      expect([
        await campaigns.untick('campaign-1', 'g1'),
        await campaigns.untick('campaign-1', 'g1'),
      ]).toEqual([true, false]);
    });

    it('counts what became of a campaign’s messages', async () => {
      const { deliveries } = made.records;
      await deliveries.enqueue([
        delivery('a'),
        delivery('b', { state: 'sent' }),
        delivery('c'),
        delivery('d', { campaignId: 'campaign-2' }),
      ]);
      expect(await deliveries.countOf('campaign-1')).toEqual([
        { channel: 'email', state: 'queued', count: 2 },
        { channel: 'email', state: 'sent', count: 1 },
      ]);
      const of = { scope: nationalScope, campaignId: 'campaign-2', limit: 9 };
      expect((await deliveries.list(of)).map(({ id }) => id)).toEqual(['d']);
    });

    it('keeps the first measurement of an effect', async () => {
      const { effects } = parts();
      await effects.add(effect(72, 5));
      await effects.add(effect(24, 3));
      await effects.add(effect(24, 9));
      expect((await effects.of('publication-1')).map(({ hours, measuredAt }) => [hours, measuredAt])).toEqual(
        [
          [24, 3],
          [72, 5],
        ],
      );
      expect(await effects.of('x')).toEqual([]);
    });

    it('keeps groups by unit and name, and engagements newest first', async () => {
      const { groups, engagements } = parts();
      const group = { version: 1, platform: 'whatsapp' as const, kind: null, members: 9, active: true };
      await groups.put({ ...group, id: 'b', unit: '35.73', name: 'Media' });
      await groups.put({ ...group, id: 'a', unit: '35.73', name: 'Relawan' });
      await groups.put({ ...group, id: 'c', unit: '35', name: 'Humas' });
      expect((await groups.list({ scope: { unit: '35' } })).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
      await groups.remove('b');
      expect(await groups.get('b', nationalScope)).toBeNull();
      const engagement = {
        version: 1,
        unit: '35.73',
        kind: 'webinar' as const,
        title: 'Bincang pemilu',
        place: '',
        attended: null,
        outcome: null,
        activityId: null,
        by: 'petugas',
        createdAt: 1,
      };
      await engagements.put({ ...engagement, id: 'e1', at: 10, stakeholderIds: ['s1'] });
      await engagements.put({ ...engagement, id: 'e2', at: 20, stakeholderIds: ['s1', 's2'] });
      const ids = async (more: object) =>
        (await engagements.list({ scope: nationalScope, limit: 9, ...more })).map(({ id }) => id);
      await engagements.put({ ...engagement, id: 'e3', at: 5, stakeholderIds: [] });
      await engagements.put({ ...engagement, id: 'e4', at: 5, stakeholderIds: [] });
      expect(await ids({ after: { at: 10, id: 'e1' } })).toEqual(['e3', 'e4']);
      expect(await ids({ after: { at: 5, id: 'e3' } })).toEqual(['e4']);
      await engagements.remove('e3');
      await engagements.remove('e4');
      expect([await ids({}), await ids({ stakeholderId: 's2' }), await ids({ from: 10, to: 20 })]).toEqual([
        ['e2', 'e1'],
        ['e2'],
        ['e1'],
      ]);
    });
  });
}
