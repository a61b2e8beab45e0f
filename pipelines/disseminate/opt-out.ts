import type { Instant } from '../../shared/domain/instant.ts';
import { type ChannelName, type Recipient, withConsent } from '../../shared/domain/recipient.ts';
import type { Stakeholder, StakeholderPerson } from '../../shared/domain/stakeholder.ts';
import type { Records } from '../../shared/ports/records.ts';

const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The organisation with one of its people changed, ready to be written. */
export const withPerson = (
  stakeholder: Stakeholder,
  personId: string,
  change: (person: StakeholderPerson) => StakeholderPerson,
  at: Instant,
): Stakeholder => ({
  ...stakeholder,
  version: stakeholder.version + 1,
  updatedAt: at,
  persons: stakeholder.persons.map((person) => (person.id === personId ? change(person) : person)),
});

/**
 * A person wants no messages any more: marked on the person, and every address of theirs kept as a hash, so that the
 * same person in another unit's book, as an officer or after an import gets nothing either. Call it in a transaction.
 */
export async function optOutPerson(
  records: Pick<Records, 'dissemination'>,
  stakeholder: Stakeholder,
  personId: string,
  at: Instant,
): Promise<Stakeholder> {
  const { stakeholders, optOuts } = records.dissemination;
  const person = stakeholder.persons.find((one) => one.id === personId);
  if (!person) return stakeholder;
  for (const { channel, address } of person.contacts) await optOuts.add(channel, address, at);
  const next = withPerson(
    stakeholder,
    personId,
    (one) => ({ ...one, optedOutAt: Math.max(one.optedOutAt ?? 0, at) }),
    at,
  );
  await stakeholders.put(next);
  return next;
}

/**
 * The owner of an address said stop, or come back: told by a provider. Whoever has the address, officer or person of an
 * organisation, is changed. Call it in a transaction. @returns ids of those concerned
 */
export async function takeWish(
  records: Records,
  { channel, address, wanted, at }: { channel: ChannelName; address: string; wanted: boolean; at: Instant },
): Promise<string[]> {
  const { stakeholders, optOuts } = records.dissemination;
  if (!wanted) await optOuts.add(channel, address, at);
  const officers: Recipient[] = await records.recipients.byAddress(channel, address);
  for (const officer of officers) await records.recipients.put(withConsent(officer, channel, wanted, at));
  const concerned = officers.map(({ id }) => id);
  for (const stakeholder of await stakeholders.byAddress(channel, address)) {
    const persons = stakeholder.persons.map((person) => {
      const has = person.contacts.some((one) => one.channel === channel && sameAddress(one.address, address));
      return has ? withWish(person, { channel, address, wanted, at }) : person;
    });
    await stakeholders.put({ ...stakeholder, persons, version: stakeholder.version + 1, updatedAt: at });
    concerned.push(stakeholder.id);
  }
  return concerned;
}

function withWish(
  person: StakeholderPerson,
  { channel, address, wanted, at }: { channel: ChannelName; address: string; wanted: boolean; at: Instant },
): StakeholderPerson {
  const part = wanted ? 'optedInAt' : 'optedOutAt';
  return {
    ...person,
    contacts: person.contacts.map((contact) =>
      contact.channel === channel && sameAddress(contact.address, address)
        ? { ...contact, [part]: Math.max(contact[part] ?? 0, at) }
        : contact,
    ),
  };
}
