import type { Constraint } from '../../../shared/domain/constraint.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Story } from '../../../shared/domain/story.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { allIssues } from '../../../shared/ports/all-issues.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ItemFilter, ItemIndex, ItemLink } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { createRelinker, type Relinker, type RelinkOutcome } from '../../link/relink.ts';
import { defaultLinkSettings, type LinkSettings } from '../../link/settings.ts';
import { heldIssues } from '../held-issues.ts';

export interface RelinkDeps {
  index: ItemIndex;
  records: Records;
  clock: Clock;
  /** Tells this run from every other writer of links. */
  writerId: string;
  settings?: Partial<LinkSettings>;
}

export interface RelinkWatch {
  /** `total` is 0 while it is not known. */
  progress(step: { phase: 'read' | 'link' | 'write' | 'count'; done: number; total: number }): void;
  /** Throws what is to stop the run. */
  check(): void;
}

/** What a relink has to write. */
export interface RelinkWork {
  outcome: RelinkOutcome;
  /** Assignments that differ from what the index has. */
  links: ItemLink[];
  /** Issues that lost or got items, or whose stories changed. */
  touched: string[];
  /** Issues without items now, and the one that has most of what they had; null when none has. */
  emptied: { id: string; into: string | null }[];
  items: number;
  /** Issues that people worked on, or arranged, when it was planned: what they hold was left as it was. */
  held: ReadonlySet<string>;
  /** How many of those are living issues. */
  inHand: number;
}

/** Items of one read, and ids of one filter. */
const perScan = 1_000;
const idsPerScan = 500;

/**
 * Links everything since an instant anew, in memory, but for what stands in issues that people work on; writes nothing.
 * @param heldLately such issues beside those that the records say so of
 */
export async function planRelink(
  deps: RelinkDeps,
  since: number,
  watch: RelinkWatch,
  heldLately: ReadonlySet<string>,
): Promise<RelinkWork> {
  const issues = await allIssues(deps.records.issues, { scope: nationalScope });
  const acts = await deps.records.constraints.active();
  const held = new Set([
    ...heldLately,
    ...(await heldIssues(deps.records, issues)),
    ...(await arrangedIssues(deps, issues, acts)),
  ]);
  const settings = deps.settings ? { settings: deps.settings } : {};
  const relinker = createRelinker({ issues, acts, held, ...settings });
  if (since > 0) await restoreBefore(deps, relinker, issues, since, watch);
  const filter = { scope: nationalScope, linked: true, from: since };
  let total = 0;
  await eachBatch(deps, filter, watch, async (items) => {
    relinker.name(items, await storiesOf(deps.records, items));
    total += items.length;
    watch.progress({ phase: 'read', done: total, total: 0 });
  });
  const before = new Map<string, ItemLink>();
  await eachBatch(deps, filter, watch, (items) => {
    relinker.link(items);
    for (const { id, storyId, issueId, duplicateOf, linkedAt } of items)
      before.set(id, { id, storyId, issueId, duplicateOf, linkedAt });
    watch.progress({ phase: 'link', done: before.size, total });
  });
  const inHand = issues.filter(({ id, state }) => held.has(id) && state !== 'merged').length;
  return { ...workOf(relinker.finish(), before, issues), held, inHand };
}

/** The issues in which stands what people merged, split and moved: it stays as they arranged it. */
async function arrangedIssues(
  { index, records }: RelinkDeps,
  issues: readonly Issue[],
  acts: readonly Constraint[],
): Promise<string[]> {
  const named = [
    ...new Set(
      acts.flatMap(({ left, right, stories = [], stays = [] }) => [left, right, ...stories, ...stays]),
    ),
  ];
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const others = named.filter((id) => !byId.has(id));
  const found = named.filter((id) => byId.has(id));
  for (let at = 0; at < others.length; at += idsPerScan) {
    const ids = others.slice(at, at + idsPerScan);
    for (const { issueId } of await records.stories.many(ids)) if (issueId !== null) found.push(issueId);
    for (const { issueId } of await index.get(ids, nationalScope)) if (issueId !== null) found.push(issueId);
  }
  const end = (id: string, merges = 0): string => {
    const into = byId.get(id)?.mergedInto;
    return into && merges < issues.length ? end(into, merges + 1) : id;
  };
  return found.map((id) => end(id));
}

/** What may still take items in at `since`: the open window, and all of living issues. */
async function restoreBefore(
  deps: RelinkDeps,
  relinker: Relinker,
  issues: readonly Issue[],
  since: number,
  watch: RelinkWatch,
): Promise<void> {
  const { windowMs, matterWindowMs } = defaultLinkSettings;
  const living = issues.filter(({ firstAt, lastAt }) => firstAt < since && lastAt >= since - matterWindowMs);
  const restore = (filter: Omit<ItemFilter, 'scope'>): Promise<void> =>
    eachBatch(deps, { scope: nationalScope, linked: true, ...filter }, watch, async (items) => {
      relinker.restore(items, await storiesOf(deps.records, items));
    });
  for (let at = 0; at < living.length; at += idsPerScan)
    await restore({
      issueIds: living.slice(at, at + idsPerScan).map(({ id }) => id),
      to: since - windowMs,
    });
  await restore({ from: since - windowMs, to: since });
}

/** Stories of issues; one outside of any is not stored. */
function storiesOf(records: Records, items: readonly IndexedItem[]): Promise<Story[]> {
  const ids = items.flatMap(({ storyId, issueId }) => (issueId === null ? [] : (storyId ?? [])));
  return records.stories.many([...new Set(ids)]);
}

async function eachBatch(
  { index }: RelinkDeps,
  filter: ItemFilter,
  watch: RelinkWatch,
  take: (items: readonly IndexedItem[]) => void | Promise<void>,
): Promise<void> {
  for await (const batch of index.scan(filter, perScan)) {
    watch.check();
    await take(batch);
  }
}

function workOf(
  outcome: RelinkOutcome,
  before: ReadonlyMap<string, ItemLink>,
  issues: readonly Issue[],
): Omit<RelinkWork, 'held' | 'inHand'> {
  const touched = new Set<string>();
  const links: ItemLink[] = [];
  const heirs = new Map<string, Map<string, number>>();
  for (const { itemId: id, storyId, issueId, duplicateOf } of outcome.assignments) {
    const old = before.get(id);
    if (old?.issueId && issueId !== null) {
      const counts = heirs.get(old.issueId) ?? new Map<string, number>();
      heirs.set(old.issueId, counts.set(issueId, (counts.get(issueId) ?? 0) + 1));
    }
    if (old && old.storyId === storyId && old.issueId === issueId && old.duplicateOf === duplicateOf)
      continue;
    links.push({ id, storyId, issueId, duplicateOf, linkedAt: old?.linkedAt ?? null });
    for (const issue of [old?.issueId, issueId]) if (issue) touched.add(issue);
  }
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  const emptied = emptiedOf(outcome, before, known).map((id) => ({ id, into: most(heirs.get(id)) }));
  for (const id of [...touched, ...emptied.map((one) => one.id)]) {
    const parent = known.get(id)?.parentId;
    if (parent) touched.add(parent);
    touched.add(id);
  }
  return { outcome, links, touched: [...touched], emptied, items: before.size };
}

/** Issues that had items among those linked anew and have none now; what is older than those stays as it is. */
function emptiedOf(
  { emptied }: RelinkOutcome,
  before: ReadonlyMap<string, ItemLink>,
  known: ReadonlyMap<string, Issue>,
): string[] {
  const held = new Set<string>();
  for (const { issueId } of before.values()) {
    if (issueId !== null) held.add(issueId);
    const parent = issueId === null ? null : known.get(issueId)?.parentId;
    if (parent) held.add(parent);
  }
  return emptied.filter((id) => held.has(id));
}

const most = (counts: ReadonlyMap<string, number> | undefined): string | null =>
  [...(counts ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
