import type { Stakeholder } from '../../shared/domain/stakeholder.ts';
import type { Scope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ApiDeps } from './api-deps.ts';
import { currentActor } from './people/current-reader.ts';
import { ApiProblem } from './problems.ts';
import { unitWithin } from './reporting.ts';

/** The scope of a query's unit, if the reader may see it; else their own. */
export const scopeWithin = (deps: Pick<ApiDeps, 'scope'>, unit: string | undefined): Scope =>
  unit === undefined ? deps.scope : { unit: unitWithin(deps, unit).code };

/** What was asked for; 404 where it is not there or not the reader's. */
export function found<T>(thing: T | null, what: string, id: string): T {
  if (thing === null) throw new ApiProblem(404, `There is no ${what} ${id}`);
  return thing;
}

/** Somebody wrote it since the reader read it. */
export function sameVersion({ version, id }: { version: number; id: string }, given: number): void {
  if (version !== given)
    throw new ApiProblem(
      409,
      `${id} was changed by somebody else in the meantime`,
      'Read it again, then decide again.',
    );
}

/** One line of the audit chain by whoever asks. */
export const note = (
  { records, clock }: { records: Records; clock: ApiDeps['clock'] },
  action: string,
  subject: string,
  {
    before = null,
    after = null,
    reason = null,
  }: { before?: unknown; after?: unknown; reason?: string | null } = {},
) => records.audit.append({ at: clock.now(), actor: currentActor(), action, subject, before, after, reason });

/** For the audit: nothing by which a person could be found, since what people are in must stay erasable. */
export const withoutPeople = ({ persons, note: _note, ...rest }: Stakeholder) => ({
  ...rest,
  persons: persons.length,
});
