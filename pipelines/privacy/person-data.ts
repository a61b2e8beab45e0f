import type { CitizenReport } from '../../shared/domain/citizen-report.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { type RemoveDeps, removeItems } from './remove-items.ts';
import { addErased } from './retention.ts';

export interface PersonDeps extends RemoveDeps {
  index: Pick<ItemIndex, 'project' | 'get' | 'search' | 'remove'>;
  clock: Clock;
  pseudonymise(name: string): string;
}

/** What the installation holds of one private person. */
export interface PersonData {
  pseudonyms: string[];
  items: IndexedItem[];
  reports: CitizenReport[];
}

/**
 * A person as they name themselves: the handle with and without @, as typed and in lower case, since platforms give it in
 * all of these; a pseudonym itself (`akun-…`) stands for itself. E-mail address or telephone number where they reported.
 */
export function namesOf(handle: string, pseudonymise: (name: string) => string): string[] {
  const typed = handle.trim();
  if (/^akun-[0-9a-f]{12}$/.test(typed)) return [typed];
  const bare = typed.replace(/^@/, '');
  const forms = [bare, `@${bare}`, bare.toLowerCase(), `@${bare.toLowerCase()}`];
  return [...new Set(forms)].map(pseudonymise);
}

/** Everything of one person. Looks through the whole index: seconds to minutes, and rarely asked for. */
export async function findPerson(deps: PersonDeps, handle: string): Promise<PersonData> {
  const pseudonyms = namesOf(handle, deps.pseudonymise);
  const wanted = new Set(pseudonyms);
  const ids: string[] = [];
  for await (const rows of deps.index.project({ scope: nationalScope }, ['id', 'author'], 1_000))
    for (const [id, author] of rows) if (wanted.has(author as string)) ids.push(id as string);
  const items: IndexedItem[] = [];
  for (let at = 0; at < ids.length; at += 200)
    items.push(...(await deps.index.get(ids.slice(at, at + 200), nationalScope)));
  return { pseudonyms, items, reports: await deps.records.reports.ofContact(handle.trim()) };
}

/** Who erases, and why; the request itself names nobody in the trail. */
export interface EraseAct {
  by: string;
  reason: string;
}

export interface Erased {
  items: number;
  contacts: number;
}

/**
 * Removes everything of one person from the index, the evidence and the reports, and keeps their pseudonyms so that
 * nothing of theirs is collected again. The trail says that somebody was erased, and by whom, not who it was.
 */
export async function erasePerson(
  deps: PersonDeps,
  handle: string,
  { by, reason }: EraseAct,
): Promise<Erased> {
  const { records, clock } = deps;
  const { pseudonyms, items, reports } = await findPerson(deps, handle);
  await records.transaction(async (inner) => {
    await addErased(inner, pseudonyms);
    for (const report of reports) await inner.reports.put({ ...report, contact: null });
    await inner.audit.append({
      at: clock.now(),
      actor: by,
      action: 'privacy.erase',
      subject: 'privacy',
      before: null,
      after: { items: items.length, contacts: reports.length },
      reason,
    });
  });
  for (let at = 0; at < items.length; at += 200)
    await removeItems(
      deps,
      items.slice(at, at + 200).map(({ id }) => id),
    );
  return { items: items.length, contacts: reports.length };
}

/** Everything of one person, as they may ask for it; that somebody looked is in the trail. */
export async function exportPerson(
  deps: PersonDeps,
  handle: string,
  { by, reason }: EraseAct,
): Promise<PersonData> {
  const found = await findPerson(deps, handle);
  await deps.records.audit.append({
    at: deps.clock.now(),
    actor: by,
    action: 'privacy.export',
    subject: 'privacy',
    before: null,
    after: { items: found.items.length, reports: found.reports.length },
    reason,
  });
  return found;
}
