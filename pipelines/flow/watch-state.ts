import type { Records } from '../../shared/ports/records.ts';
import type { AlertMemory } from '../watch/alert-policy.ts';

/** Starts of buckets that got items since they were last watched, by series key; issues without new buckets have none. */
export interface Touched {
  issueIds: readonly string[];
  buckets: readonly { key: string; at: number }[];
}

const touchedName = 'watch.touched';
const memoriesName = 'watch.memories';

/** What the link writer left for the watch. */
export async function readTouched(records: Records): Promise<Touched> {
  return ((await records.state.get(touchedName)) as Touched | null) ?? { issueIds: [], buckets: [] };
}

const bucketName = ({ key, at }: { key: string; at: number }): string => `${key} ${at}`;

/** Adds to what waits for the watch; call it in the transaction of the change. */
export async function addTouched(records: Records, more: Touched): Promise<void> {
  const there = await readTouched(records);
  const buckets = new Map([...there.buckets, ...more.buckets].map((bucket) => [bucketName(bucket), bucket]));
  await records.state.put(touchedName, {
    issueIds: [...new Set([...there.issueIds, ...more.issueIds])],
    buckets: [...buckets.values()],
  });
}

/** Takes away what was watched; what came in between stays. */
export async function removeTouched(records: Records, done: Touched): Promise<void> {
  const there = await readTouched(records);
  const issues = new Set(done.issueIds);
  const buckets = new Set(done.buckets.map(bucketName));
  await records.state.put(touchedName, {
    issueIds: there.issueIds.filter((id) => !issues.has(id)),
    buckets: there.buckets.filter((bucket) => !buckets.has(bucketName(bucket))),
  });
}

/** What is remembered of series that were raised or are still cooling down. */
export async function readMemories(records: Records): Promise<Map<string, AlertMemory>> {
  return new Map(
    Object.entries(((await records.state.get(memoriesName)) as Record<string, AlertMemory> | null) ?? {}),
  );
}

/** @param forgetBefore a calm series whose last finding is older needs no memory */
export async function putMemories(
  records: Records,
  memories: ReadonlyMap<string, AlertMemory>,
  forgetBefore: number,
): Promise<void> {
  const kept = [...memories].filter(
    ([, memory]) => memory.raisedAt !== null || (memory.firedAt ?? 0) >= forgetBefore,
  );
  await records.state.put(memoriesName, Object.fromEntries(kept));
}
