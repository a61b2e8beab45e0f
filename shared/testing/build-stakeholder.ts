import type { Campaign } from '../domain/campaign.ts';
import type { Stakeholder, StakeholderPerson } from '../domain/stakeholder.ts';

const at = Date.UTC(2024, 10, 1);

/** Somebody who agreed to be written to by e-mail and WhatsApp. */
export const buildPerson = (count: number, over: Partial<StakeholderPerson> = {}): StakeholderPerson => ({
  id: `person-${count}`,
  name: `Redaktur ${count}`,
  position: 'redaktur',
  contacts: [
    {
      channel: 'email',
      address: `redaksi${count}@media.example`,
      secrets: [],
      optedInAt: null,
      optedOutAt: null,
    },
    {
      channel: 'whatsapp',
      address: `62811${String(count).padStart(7, '0')}`,
      secrets: [],
      optedInAt: null,
      optedOutAt: null,
    },
  ],
  consent: { at, how: 'form', note: '' },
  optedOutAt: null,
  optOutKey: `opt-out-key-of-person-${String(count).padStart(4, '0')}`,
  ...over,
});

/** A medium in Kota Malang with one person. */
export const buildStakeholder = (count: number, over: Partial<Stakeholder> = {}): Stakeholder => ({
  id: `stakeholder-${count}`,
  version: 1,
  unit: '35.73',
  kind: 'media',
  name: `Media ${count}`,
  languages: ['id'],
  note: '',
  persons: [buildPerson(count)],
  agreements: [],
  active: true,
  createdBy: 'petugas',
  createdAt: at,
  updatedAt: at,
  ...over,
});

/** A running campaign of East Java to its regencies. */
export const buildCampaign = (count: number, over: Partial<Campaign> = {}): Campaign => ({
  id: `campaign-${count}`,
  version: 1,
  unit: '35',
  publicationId: 'publication-1',
  kinds: ['media'],
  tiers: ['regency'],
  channels: ['email'],
  package: { title: 'Fakta', text: 'Faktanya begini.', link: 'https://saring.example/k/1', card: null },
  note: '',
  state: 'running',
  dueAt: at + 86_400_000,
  startedBy: 'petugas',
  startedAt: at + count,
  endedAt: null,
  ...over,
});
