import type { Issue } from '../../shared/domain/issue.ts';
import { covers } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { addCounts, addSpread } from '../link/add-counts.ts';
import type { IssueChange, LinkOutcome } from '../link/outcome.ts';
import { readUntold, tellWithout, untitled } from '../link/untold.ts';
import { createIssue, mergedIssue, updateIssue, yearOf } from './apply-change.ts';
import type { IssuePair } from './follow-claims.ts';
import { heldIssues } from './held-issues.ts';
import { type Stray, strayCounts } from './stray-items.ts';

export interface AppliedChanges {
  issues: Issue[];
  /** Issues that stand under another unit now. */
  moved: { id: string; from: string; to: string }[];
  /** Issues that became part of another now, and those that no longer are. */
  merged: IssuePair[];
  revived: IssuePair[];
}

/**
 * New and changed issues as they are to be written; call it in the transaction that writes them. An issue that came up
 * and went into another within the same batch was never seen by anybody and is not written at all.
 */
export async function applyChanges(
  records: Records,
  { issues: told, merges }: LinkOutcome,
  strays: readonly Stray[] = [],
): Promise<AppliedChanges> {
  const isUntold = await readUntold(records);
  const issues = isUntold ? told.map((change) => tellWithout(change, isUntold, untitled)) : told;
  const ended = new Map(merges.map(({ from, into }) => [from, into]));
  const adopters = strays.flatMap(({ assignment }) => assignment.issueId ?? []);
  const there = await withParents(records, [...issues.map(({ id }) => id), ...ended.keys(), ...adopters]);
  const byId = new Map(there.map((issue) => [issue.id, issue]));
  const created = await createIssues(
    records,
    issues.filter(({ id }) => !byId.has(id) && !ended.has(id)),
  );
  const result = new Map(created.map((issue) => [issue.id, issue]));
  for (const change of issues) {
    const issue = byId.get(change.id);
    if (issue) result.set(change.id, updateIssue(issue, change));
  }
  for (const [from, into] of ended) {
    const issue = byId.get(from);
    if (!issue) continue;
    result.set(from, mergedIssue(issue, into));
    keepNarrative(result, issue, into);
  }
  adopt(result, byId, strays);
  const moved = there.flatMap(({ id, unit }) => {
    const now = result.get(id);
    return now && now.unit !== unit ? [{ id, from: unit, to: now.unit }] : [];
  });
  await keepHandlers(
    records,
    result,
    there.filter(({ id, unit }) => moved.some((one) => one.id === id && !covers(unit, one.to))),
  );
  const merged = [...ended].flatMap(([from, into]) => (byId.has(from) ? [{ from, into }] : []));
  const revived = there.flatMap(({ id, mergedInto }) =>
    mergedInto !== null && result.get(id)?.mergedInto === null ? [{ from: id, into: mergedInto }] : [],
  );
  for (const pair of revived) giveNarrativeBack(result, pair);
  return { issues: [...result.values()], moved, merged, revived };
}

/** What came with a merge goes with it, unless a person tied another one meanwhile. */
function giveNarrativeBack(result: Map<string, Issue>, { from, into }: IssuePair): void {
  const [own, target] = [result.get(from), result.get(into)];
  if (!target || target.narrativeFrom !== from || target.narrativeId !== own?.narrativeId) return;
  const { narrativeFrom: _, ...rest } = target;
  result.set(into, { ...rest, narrativeId: null });
}

/** The narrative that a person tied the merged issue to, where the other one has none. */
function keepNarrative(result: Map<string, Issue>, { id, narrativeId }: Issue, into: string): void {
  const target = result.get(into);
  if (target && target.narrativeId === null && narrativeId !== null)
    result.set(into, { ...target, narrativeId, narrativeFrom: id });
}

/**
 * What people of a unit work on stays in their hands when it grows beyond their unit: they would lose it from sight.
 * @param before issues of `result` as they were, whose unit no longer covers the new one
 */
export async function keepHandlers(
  records: Records,
  result: Map<string, Issue>,
  before: readonly Issue[],
): Promise<void> {
  const alone = before.filter(({ handler }) => handler === undefined);
  if (alone.length === 0) return;
  const held = await heldIssues(records, alone);
  for (const { id, unit } of alone) if (held.has(id)) result.set(id, { ...result.get(id)!, handler: unit });
}

/** Issues with those they stand under. */
async function withParents(records: Records, ids: readonly string[]): Promise<Issue[]> {
  const there = await records.issues.many([...new Set(ids)]);
  const known = new Set(there.map(({ id }) => id));
  const parents = there.flatMap(({ parentId }) => (parentId && !known.has(parentId) ? [parentId] : []));
  return parents.length === 0 ? there : [...there, ...(await records.issues.many([...new Set(parents)]))];
}

/** Counts strays where they stand now, and in the issue above. */
function adopt(result: Map<string, Issue>, byId: ReadonlyMap<string, Issue>, strays: readonly Stray[]): void {
  for (const { assignment, item } of strays) {
    const own = result.get(assignment.issueId!) ?? byId.get(assignment.issueId!);
    const delta = strayCounts(item);
    for (const id of [own?.id, own?.parentId]) {
      const issue = id ? (result.get(id) ?? byId.get(id)) : undefined;
      if (!issue) continue;
      result.set(issue.id, {
        ...issue,
        counts: addCounts(issue.counts, delta.counts),
        spread: addSpread(issue.spread, delta.spread),
        version: (byId.get(issue.id)?.version ?? 0) + 1,
      });
    }
  }
}

/** New issues' records in the order in which they began, numbered in it. */
export async function createIssues(records: Records, changes: readonly IssueChange[]): Promise<Issue[]> {
  const inOrder = changes.toSorted((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1));
  const created: Issue[] = [];
  for (const [year, own] of Map.groupBy(inOrder, ({ firstAt }) => yearOf(firstAt))) {
    const numbers = await records.issues.nextNumbers(year, own.length);
    created.push(...own.map((change, n) => createIssue(change, numbers[n]!)));
  }
  return created;
}
