import type { Campaign } from '../../shared/domain/campaign.ts';
import { openChannels, type Recipient } from '../../shared/domain/recipient.ts';
import {
  recipientOfPerson,
  type Stakeholder,
  type StakeholderPerson,
} from '../../shared/domain/stakeholder.ts';
import { tierOf } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { saidStop } from '../deliver/deliver-due.ts';
import { allStakeholders } from './import-stakeholders.ts';

/** Somebody an answer is sent to. */
export interface Addressee {
  person: StakeholderPerson;
  unit: string;
  /** With the chosen channels only, in the person's order. */
  recipient: Recipient;
}

export interface Audience {
  addressees: Addressee[];
  /** Who is left out, and why. */
  left: { noConsent: number; optedOut: number; noChannel: number; sameAddress: number };
}

const byChoice = (
  { kind, unit, active }: Stakeholder,
  { kinds, tiers }: Pick<Campaign, 'kinds' | 'tiers'>,
): boolean => active && kinds.includes(kind) && tiers.includes(tierOf(unit));

/**
 * The people of organisations of these kinds, kept by units of these tiers from `unit` down, that may be written to by
 * one of these channels. Who gave no consent or said stop, here or anywhere else, is left out; an address that two
 * units keep is written to once.
 */
export async function audienceOf(
  records: Pick<Records, 'dissemination'>,
  choice: Pick<Campaign, 'unit' | 'kinds' | 'tiers' | 'channels'>,
): Promise<Audience> {
  const audience: Audience = {
    addressees: [],
    left: { noConsent: 0, optedOut: 0, noChannel: 0, sameAddress: 0 },
  };
  const taken = new Set<string>();
  for (const stakeholder of await allStakeholders(records, { unit: choice.unit }))
    if (byChoice(stakeholder, choice))
      for (const person of stakeholder.persons) {
        const left = await takePerson(records, stakeholder, person, choice, audience.addressees, taken);
        if (left !== null) audience.left[left] += 1;
      }
  return audience;
}

async function takePerson(
  records: Pick<Records, 'dissemination'>,
  stakeholder: Stakeholder,
  person: StakeholderPerson,
  { channels }: Pick<Campaign, 'channels'>,
  addressees: Addressee[],
  taken: Set<string>,
): Promise<keyof Audience['left'] | null> {
  if (person.consent === null) return 'noConsent';
  const whole = recipientOfPerson(stakeholder, person.id);
  if (!whole?.active) return 'optedOut';
  const chosen = whole.contacts.filter(({ channel }) => (channels as readonly string[]).includes(channel));
  const contacts = [];
  for (const contact of chosen) if (!(await saidStop(records, contact))) contacts.push(contact);
  const recipient = { ...whole, contacts };
  if (openChannels(recipient).length === 0)
    return person.contacts.some(({ channel }) => (channels as readonly string[]).includes(channel))
      ? 'optedOut'
      : 'noChannel';
  const addresses = contacts.map(({ channel, address }) => `${channel} ${address.toLowerCase()}`);
  if (addresses.some((address) => taken.has(address))) return 'sameAddress';
  for (const address of addresses) taken.add(address);
  addressees.push({ person, unit: stakeholder.unit, recipient });
  return null;
}
