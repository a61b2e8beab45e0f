import {
  applyValues,
  type LabelValues,
  type MachineLabels,
  machineLabelsOf,
  type PersonLabel,
  valuesInForce,
} from '../../shared/domain/correction.ts';
import { type Counts, emptyCounts, type Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Labels } from '../../shared/domain/labels.ts';
import { nationalScope, type Scope } from '../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { addTouched } from '../flow/watch-state.ts';
import { addCounts } from '../link/add-counts.ts';

export interface KeepLabelDeps {
  records: Records;
  index: Pick<ItemIndex, 'get' | 'put'>;
  clock: Clock;
  ids: Ids;
}

export interface GivenLabel {
  itemId: string;
  values: LabelValues;
  /** Who labels; the two of a Cohen's kappa are told apart by it. */
  by: string;
  /** The bearer who sent it, for the audit trail. */
  actor: string;
  reason: string;
  /** What the sender may see. */
  scope: Scope;
}

/** Ids of items whose labels are kept and may not have reached the index yet. */
const pendingName = 'labels.pending';

const pendingIds = async (records: Records): Promise<string[]> =>
  ((await records.state.get(pendingName)) as string[] | null) ?? [];

/**
 * Keeps what a person says of an item: the label, its audit entry and the issue's counts are one transaction, then the
 * index gets it. Sent twice it counts once, since a person's later label takes the place of the earlier one.
 * @returns null when there is no such item in the scope
 */
export async function keepLabel(
  deps: KeepLabelDeps,
  given: GivenLabel,
): Promise<{ label: PersonLabel; item: IndexedItem } | null> {
  const { records, index, clock, ids } = deps;
  const [item] = await index.get([given.itemId], given.scope);
  if (!item) return null;
  const { by, reason, values, actor } = given;
  const label = await records.transaction(async (inner) => {
    const before = await inner.labels.of([item.id]);
    const said = machineWordOf(item.labels, before);
    const at = clock.now();
    const made: PersonLabel = {
      id: ids.next(),
      itemId: item.id,
      itemVersion: item.version,
      by,
      at,
      reason,
      values,
      said,
    };
    await inner.labels.add(made);
    const subject = item.id;
    const earlier = before.findLast((one) => one.by === by)?.values ?? null;
    await inner.audit.append({
      at,
      actor,
      action: 'item.label',
      subject,
      before: earlier,
      after: made,
      reason,
    });
    await recount(inner, item, applyValues(item.labels, valuesInForce([...before, made])));
    await inner.state.put(pendingName, [...new Set([...(await pendingIds(inner)), item.id])]);
    return made;
  });
  await applyPending(deps);
  const [now] = await index.get([item.id], given.scope);
  // Outside the scope now: the person moved it there.
  return { label, item: now ?? item };
}

/** What the machine said: where a person's word is in force already, it is in the label before. */
function machineWordOf(labels: Labels, before: readonly PersonLabel[]): MachineLabels {
  const now = machineLabelsOf(labels);
  const earlier = before.at(-1)?.said;
  if (!earlier) return now;
  const { target, tone, toneConfidence, needsReview } = earlier;
  return {
    ...now,
    ...(labels.tone.by === 'person' ? { target, tone, toneConfidence, needsReview } : {}),
    ...(labels.criticism.by === 'person' ? { criticism: earlier.criticism } : {}),
    ...(labels.stance.by === 'person' ? { stance: earlier.stance } : {}),
    ...(labels.topic.by === 'person' ? { topic: earlier.topic } : {}),
    ...(labels.language.by === 'person' ? { language: earlier.language } : {}),
    ...(before.some(({ values }) => values.areas) ? { areas: earlier.areas } : {}),
  };
}

/** Carries labels that a crash kept from the index over to it; doing so twice changes nothing. @returns how many */
export async function applyPending({
  records,
  index,
}: Omit<KeepLabelDeps, 'clock' | 'ids'>): Promise<number> {
  const ids = await pendingIds(records);
  if (ids.length === 0) return 0;
  for (let round = 0; round < rounds; round++) {
    const items = await index.get(ids, nationalScope);
    const changed = (await withPeoplesWord(items, records)).filter((item, n) => item !== items[n]);
    // A new version, because an index leaves what it has in the same version as it is.
    const { unchanged } = await index.put(changed.map((item) => ({ ...item, version: item.version + 1 })));
    if (unchanged === 0) break;
  }
  await records.transaction(async (inner) => {
    const left = (await pendingIds(inner)).filter((id) => !ids.includes(id));
    await inner.state.put(pendingName, left);
  });
  return ids.length;
}

/** An edit that arrives at the same moment takes the version: it is read again. Three tries are two more than ever seen. */
const rounds = 3;

/**
 * The items with what people said of them in force; the same object where nobody said anything that differs. The
 * machine never overwrites a person: every batch goes through here before it is written.
 */
export async function withPeoplesWord<T extends { id: string; labels: Labels }>(
  items: readonly T[],
  records: Pick<Records, 'labels'>,
): Promise<T[]> {
  const labels = await records.labels.of(items.map((item) => item.id));
  if (labels.length === 0) return [...items];
  const byItem = Map.groupBy(labels, (label) => label.itemId);
  return items.map((item) => {
    const own = byItem.get(item.id);
    if (!own) return item;
    const next = applyValues(item.labels, valuesInForce(own));
    return JSON.stringify(next) === JSON.stringify(item.labels) ? item : { ...item, labels: next };
  });
}

/** The issue an item stands in, and the one above it, count the item under its new labels. */
async function recount(records: Records, item: IndexedItem, next: Labels): Promise<void> {
  if (item.issueId === null) return;
  const change = differenceOf(countsOf(next), countsOf(item.labels));
  const own = await records.issues.many([item.issueId]);
  const parents = own.flatMap((issue) => issue.parentId ?? []);
  const issues = [...own, ...(await records.issues.many(parents))].filter(({ state }) => state !== 'merged');
  await records.issues.put(
    issues.map(
      (issue): Issue => ({ ...issue, counts: addCounts(issue.counts, change), version: issue.version + 1 }),
    ),
  );
  await addTouched(records, { issueIds: issues.map((issue) => issue.id), buckets: [] });
}

function countsOf({ tone, criticism, stance }: Labels): Counts {
  const counts: Counts = { ...emptyCounts, [tone.value]: 1, criticism: criticism.value ? 1 : 0 };
  if (stance.value !== 'none') counts.stance = { ...counts.stance, [stance.value]: 1 };
  return counts;
}

const toneNames = ['positive', 'neutral', 'negative', 'unrelated', 'criticism'] as const;
const stanceNames = ['menyebarkan', 'membantah', 'bertanya', 'memberitakan'] as const;

function differenceOf(to: Counts, from: Counts): Counts {
  const change: Counts = { ...emptyCounts, stance: { ...emptyCounts.stance } };
  for (const name of toneNames) change[name] = to[name] - from[name];
  for (const name of stanceNames) change.stance[name] = to.stance[name] - from.stance[name];
  return change;
}
