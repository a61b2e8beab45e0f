import type { Instant } from '../../shared/domain/instant.ts';
import type { Stakeholder, StakeholderPerson } from '../../shared/domain/stakeholder.ts';
import { covers, type Scope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { foldUnicode } from '../../shared/text/fold-unicode.ts';
import { type ReadRow, RowRefused, readRow, type StakeholderRow } from './stakeholder-rows.ts';

export interface ImportDeps {
  scope: Scope;
  /** Of rows that name none. */
  unit: string;
  by: string;
  now: Instant;
  nextId(): string;
  newKey(): string;
}

export interface ImportResult {
  organisations: { added: number; changed: number };
  persons: { added: number; changed: number; known: number };
  /** Persons of the file who said stop before: kept, and still not written to. */
  optedOut: number;
  refused: { line: number; reason: string }[];
}

const nameKey = (name: string): string => foldUnicode(name).toLowerCase().replace(/\s+/g, ' ').trim();
const keyOf = ({ unit, kind, name }: Pick<Stakeholder, 'unit' | 'kind' | 'name'>): string =>
  `${unit}|${kind}|${nameKey(name)}`;

/** All of a scope, read in pages. */
export async function allStakeholders(
  { dissemination: { stakeholders } }: Pick<Records, 'dissemination'>,
  scope: Scope,
): Promise<Stakeholder[]> {
  const found: Stakeholder[] = [];
  for (;;) {
    const after = found.at(-1)?.id;
    const page = await stakeholders.list({ scope, limit: 1_000, ...(after === undefined ? {} : { after }) });
    found.push(...page);
    if (page.length < 1_000) return found;
  }
}

/**
 * Takes rows into the book; call it in a transaction. An organisation is known by unit, kind and name, a person by name
 * within it, so the same file twice changes nothing. A row that does not fit is refused with its line and reason, the
 * others are taken. An import never takes back an opt-out, and never makes a consent older.
 */
export async function importStakeholders(
  records: Records,
  rows: readonly { line: number; row: StakeholderRow }[],
  deps: ImportDeps,
): Promise<ImportResult> {
  const result: ImportResult = {
    organisations: { added: 0, changed: 0 },
    persons: { added: 0, changed: 0, known: 0 },
    optedOut: 0,
    refused: [],
  };
  const before = new Map((await allStakeholders(records, deps.scope)).map((one) => [keyOf(one), one]));
  const after = new Map(before);
  for (const { line, row } of rows) {
    try {
      const read = readRow(row, deps.unit, deps.now);
      if (!covers(deps.scope.unit, read.organisation.unit))
        throw new RowRefused(`Unit ${read.organisation.unit} berada di luar wilayah Anda.`);
      takeRow(after, read, deps, result);
      if (await hasStopped(records, read)) result.optedOut += 1;
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      result.refused.push({ line, reason: error.message });
    }
  }
  for (const [key, stakeholder] of after) {
    const known = before.get(key);
    if (known === stakeholder) continue;
    await records.dissemination.stakeholders.put({ ...stakeholder, version: (known?.version ?? 0) + 1 });
    if (known) result.organisations.changed += 1;
    else result.organisations.added += 1;
  }
  return result;
}

async function hasStopped(records: Records, { person }: ReadRow): Promise<boolean> {
  for (const { channel, address } of person?.contacts ?? []) {
    const stoppedAt = await records.dissemination.optOuts.at(channel, address);
    if (stoppedAt !== null && (person!.consent?.at ?? 0) <= stoppedAt) return true;
  }
  return false;
}

const mostPersons = 50;

function takeRow(
  book: Map<string, Stakeholder>,
  { organisation, person }: ReadRow,
  deps: ImportDeps,
  { persons: counts }: ImportResult,
): void {
  const key = keyOf(organisation);
  const known = book.get(key) ?? newOrganisation(organisation, deps);
  if (!book.has(key)) book.set(key, known);
  if (person === null) return;
  const same = known.persons.find(({ name }) => nameKey(name) === nameKey(person.name));
  if (!same && known.persons.length >= mostPersons)
    throw new RowRefused(`Lembaga ini sudah memuat ${mostPersons} orang.`);
  const next = same
    ? merged(same, person)
    : { ...person, id: deps.nextId(), optOutKey: deps.newKey(), optedOutAt: null };
  if (same && JSON.stringify(next) === JSON.stringify(same)) {
    counts.known += 1;
    return;
  }
  if (same) counts.changed += 1;
  else counts.added += 1;
  const persons = same ? known.persons.map((one) => (one === same ? next : one)) : [...known.persons, next];
  book.set(key, { ...known, persons, updatedAt: deps.now });
}

const newOrganisation = (organisation: ReadRow['organisation'], deps: ImportDeps): Stakeholder => ({
  ...organisation,
  id: deps.nextId(),
  version: 1,
  persons: [],
  agreements: [],
  active: true,
  createdBy: deps.by,
  createdAt: deps.now,
  updatedAt: deps.now,
});

/** What the file says, over what was known; wishes and a later consent stay. */
function merged(known: StakeholderPerson, person: NonNullable<ReadRow['person']>): StakeholderPerson {
  const given = new Map(person.contacts.map((contact) => [contact.channel, contact]));
  const kept = known.contacts.map((contact) => {
    const next = given.get(contact.channel);
    given.delete(contact.channel);
    return next && next.address !== contact.address ? next : contact;
  });
  const newer = person.consent !== null && person.consent.at > (known.consent?.at ?? 0);
  return {
    ...known,
    position: person.position === '' ? known.position : person.position,
    contacts: [...kept, ...given.values()],
    consent: newer ? person.consent : known.consent,
  };
}
