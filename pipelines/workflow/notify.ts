import { hashId } from '../../shared/domain/ids.ts';
import type { PersonNotice } from '../../shared/domain/teamwork.ts';
import type { Records } from '../../shared/ports/records.ts';

export type NewNotice = Pick<PersonNotice, 'kind' | 'issueId' | 'text'>;

/**
 * Tells people inside the application; call it in the transaction of what it tells of. `cause` names the event: nobody is
 * told twice of one. @returns who was told now
 */
export async function notify(
  records: Records,
  userIds: readonly string[],
  cause: string,
  notice: NewNotice,
  at: number,
): Promise<string[]> {
  const told: string[] = [];
  for (const userId of new Set(userIds)) {
    const id = hashId(`notice ${notice.kind} ${cause} ${userId}`);
    if (await records.workflow.notices.add({ id, userId, at, readAt: null, ...notice })) told.push(userId);
  }
  return told;
}
