import { covers } from '../../shared/domain/unit.ts';
import { type Permission, rightsIn, type User } from '../../shared/domain/user.ts';
import type { Records } from '../../shared/ports/records.ts';

/** Users of one page; an installation of all 552 units has some thousands. */
const pageSize = 500;

export async function activeUsers({ people }: Pick<Records, 'people'>): Promise<User[]> {
  const all: User[] = [];
  for (let after: string | undefined; ; ) {
    const page = await people.users.list({ limit: pageSize, ...(after === undefined ? {} : { after }) });
    all.push(...page.filter(({ active }) => active));
    if (page.length < pageSize) return all;
    after = page.at(-1)!.id;
  }
}

/** Who may do this in a unit, from the unit itself or from above. */
export const usersOf = async (
  records: Pick<Records, 'people'>,
  unit: string,
  permission: Permission,
): Promise<User[]> =>
  (await activeUsers(records)).filter(({ grants }) =>
    rightsIn(grants, unit).permissions.includes(permission),
  );

/** Who may do this and belongs to the unit itself, so that a matter of one regency wakes nobody at KPU RI. */
export const ownPeopleOf = async (
  records: Pick<Records, 'people'>,
  unit: string,
  permission: Permission,
): Promise<User[]> =>
  (await usersOf(records, unit, permission)).filter(({ grants }) =>
    grants.some((grant) => grant.unit === unit && covers(grant.unit, unit)),
  );
