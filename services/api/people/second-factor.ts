import { type Role, roles, type User } from '../../../shared/domain/user.ts';
import type { PeopleRecords } from '../../../shared/ports/people-records.ts';
import { ApiProblem } from '../problems.ts';

/** What `SARING_SECOND_FACTOR` asks: `off`, `all`, or roles by commas. */
export const rolesAsked = (setting: string): readonly Role[] =>
  setting === 'all' ? roles : roles.filter((role) => setting.split(',').includes(role));

/**
 * Whether a person has to set up a code generator before they work: they hold one of these roles anywhere, sign in by a
 * password, and have set up none. Who has no password signs in elsewhere, where a second factor is the provider's matter.
 */
export async function owesSecondFactor(
  { credentials }: Pick<PeopleRecords, 'credentials'>,
  { id, grants }: User,
  asked: readonly Role[],
): Promise<boolean> {
  if (!grants.some(({ role }) => asked.includes(role))) return false;
  const credential = await credentials.get(id);
  return credential !== null && credential.passwordHash !== null && !credential.totpConfirmed;
}

/** Told by its type, so that a page can lead there. */
const problemType = 'urn:saring:second-factor';
/** What somebody needs who still has to set it up: to see who they are, to do it, and to go. */
const forSetUp = /^\/v1\/(sessions?|me\/generator(\/confirm)?)$/;

/** @throws ApiProblem 403 for every route but those of the set-up */
export function refuseWithoutSecondFactor(route: string | undefined): void {
  if (route !== undefined && forSetUp.test(route)) return;
  throw new ApiProblem(
    403,
    'A second factor is needed first',
    'Set a code generator up: POST /v1/me/generator, then POST /v1/me/generator/confirm with a code of it.',
    problemType,
  );
}
