import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Retention } from '../../shared/domain/retention.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { readErased, readRetention, readTurn } from './retention.ts';

/** What personal data there is, how old, and whether what should be gone is gone. Names nobody. */
export interface PrivacyReport {
  retention: Retention;
  /** When the last turn ran; null before the first. */
  lastTurnAt: Instant | null;
  privatePosts: number;
  /** Those that still lead to their author, and of them those that should no longer. */
  withHandle: number;
  overdueHandles: number;
  overduePosts: number;
  erased: number;
  users: number;
}

export async function privacyReport({
  records,
  index,
  clock,
}: {
  records: Records;
  index: Pick<ItemIndex, 'project'>;
  clock: Clock;
}): Promise<PrivacyReport> {
  const now = clock.now();
  const retention = await readRetention(records);
  const counts = { privatePosts: 0, withHandle: 0, overdueHandles: 0, overduePosts: 0 };
  const fields = ['id', 'authorKind', 'url', 'nativeId', 'publishedAt'] as const;
  for await (const rows of index.project({ scope: nationalScope }, fields, 1_000))
    for (const [id, kind, url, nativeId, at] of rows) {
      if (kind !== 'private') continue;
      const age = now - (at as Instant);
      counts.privatePosts += 1;
      if (age > retention.privatePosts * dayMs) counts.overduePosts += 1;
      if (url === null && nativeId === id) continue;
      counts.withHandle += 1;
      if (age > retention.handles * dayMs) counts.overdueHandles += 1;
    }
  return {
    retention,
    lastTurnAt: (await readTurn(records))?.at ?? null,
    ...counts,
    erased: (await readErased(records)).size,
    users: await records.people.users.count(),
  };
}
