import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { type RemoveDeps, removeItems } from './remove-items.ts';
import { putTurn, readRetention, readTurn } from './retention.ts';
import { withoutHandles } from './without-handles.ts';

export interface PrivacyDeps extends RemoveDeps {
  index: Pick<ItemIndex, 'scan' | 'project' | 'get' | 'search' | 'put' | 'remove'>;
  clock: Clock;
}

export interface PrivacyDone {
  handles: number;
  contacts: number;
  privatePosts: number;
  notices: number;
}

const batchSize = 200;
/** What is imported late is old when it comes: once a week everything old is looked through. */
const wholeEveryMs = 7 * dayMs;

/** Drops everything personal whose time is over. May be run at any time; a second run finds nothing to do. */
export async function keepPrivacy(deps: PrivacyDeps): Promise<PrivacyDone> {
  const { records, clock } = deps;
  const now = clock.now();
  const retention = await readRetention(records);
  const last = await readTurn(records);
  const isWhole = last === null || now - last.wholeAt >= wholeEveryMs;
  const handlesTo = now - retention.handles * dayMs;
  const handles = await dropHandles(deps, isWhole ? null : last.handlesTo, handlesTo);
  const privatePosts = isWhole ? await removePosts(deps, now - retention.privatePosts * dayMs) : 0;
  let contacts = 0;
  for (let more = -1; more !== 0; contacts += more)
    more = await records.reports.forgetContacts(now - retention.contacts * dayMs);
  const notices = await records.workflow.notices.removeBefore(now - retention.notices * dayMs);
  const done = { handles, contacts, privatePosts, notices };
  await records.transaction(async (inner) => {
    await putTurn(inner, { at: now, handlesTo, wholeAt: isWhole ? now : last.wholeAt });
    if (Object.values(done).some((count) => count > 0))
      await inner.audit.append({
        at: now,
        actor: 'program',
        action: 'privacy.turn',
        subject: 'privacy',
        before: null,
        after: done,
        reason: null,
      });
  });
  return done;
}

async function dropHandles({ index }: PrivacyDeps, from: Instant | null, to: Instant): Promise<number> {
  let dropped = 0;
  const filter = { scope: nationalScope, to, ...(from === null ? {} : { from }) };
  for await (const items of index.scan(filter, batchSize)) {
    const bare = items.flatMap((item) => withoutHandles(item) ?? []);
    if (bare.length === 0) continue;
    dropped += (await index.put(bare)).written;
  }
  return dropped;
}

async function removePosts(deps: PrivacyDeps, before: Instant): Promise<number> {
  const ids: string[] = [];
  const filter = { scope: nationalScope, to: before };
  for await (const rows of deps.index.project(filter, ['id', 'authorKind'], 1_000))
    for (const [id, kind] of rows) if (kind === 'private') ids.push(id as string);
  for (let at = 0; at < ids.length; at += batchSize) await removeItems(deps, ids.slice(at, at + batchSize));
  return ids.length;
}
