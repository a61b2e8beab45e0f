import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ApiDeps } from './api-deps.ts';

type Needs = Pick<ApiDeps, 'records' | 'index' | 'scope'>;

/** The issue that one side of an act stands in: an issue itself, a story's, an item's; null outside the scope. */
async function issueOfSide({ records, index, scope }: Needs, id: string): Promise<Issue | null> {
  const issue = await records.issues.get(id, scope);
  if (issue) return issue;
  const [story] = await records.stories.many([id]);
  const issueId = story?.issueId ?? (await index.get([id], scope))[0]?.issueId ?? null;
  return issueId === null ? null : records.issues.get(issueId, scope);
}

/** Whether both what an act moves and where it moves it lie within the reader's scope. */
export async function maySeeAct(needs: Needs, { left, right }: Constraint): Promise<boolean> {
  if (needs.scope.unit === nationalScope.unit) return true;
  const sides = await Promise.all([issueOfSide(needs, left), issueOfSide(needs, right)]);
  return sides.every((side) => side !== null);
}

/** One decision of a person as they took it: a split of three stories is many acts, and one decision. */
export interface Decision {
  kind: 'merge' | 'split' | 'pin';
  /** All acts of it: taken back together. */
  acts: string[];
  at: number;
  by: string;
  /** What it was done to: the number of a merged issue, the title of a story or an item. */
  subjects: string[];
}

/** More lie in the audit trail. */
const mostNamed = 5;

/** What people decided about one issue and is still in force, newest first. */
export async function decisionsOn(needs: Needs, issue: Issue): Promise<Decision[]> {
  const { records } = needs;
  const stories = new Map((await records.stories.ofIssue(issue.id, 1_000)).map((story) => [story.id, story]));
  const here = (id: string): boolean => id === issue.id || stories.has(id);
  const found = (await records.constraints.active()).filter(({ left, right }) => here(left) || here(right));
  const decisions = new Map<string, Constraint[]>();
  for (const act of found) {
    const key = `${act.at} ${act.by} ${act.kind === 'pin' ? act.id : ''}`;
    decisions.set(key, [...(decisions.get(key) ?? []), act]);
  }
  const said = await Promise.all([...decisions.values()].map((acts) => sayDecision(needs, issue, acts)));
  return said.toSorted((a, b) => b.at - a.at);
}

async function sayDecision(needs: Needs, issue: Issue, acts: readonly Constraint[]): Promise<Decision> {
  const { records, index, scope } = needs;
  const [{ at, by, kind, left, right }] = acts as [Constraint];
  const base = { acts: acts.map(({ id }) => id), at, by };
  if (kind === 'pin') {
    const [item] = await index.get([left], scope);
    return { ...base, kind: 'pin', subjects: item ? [item.title ?? item.text.slice(0, 120)] : [] };
  }
  const isSplit = acts.some((act) => act.kind === 'cannot_link');
  if (!isSplit) {
    const [other] = await records.issues.many([right === issue.id ? left : right]);
    if (other) return { ...base, kind: 'merge', subjects: [other.number] };
  }
  const ids = new Set(
    acts.flatMap((act) => (act.kind === 'cannot_link' ? [act.left] : [act.left, act.right])),
  );
  const split = await records.stories.many([...ids].slice(0, mostNamed));
  return { ...base, kind: isSplit ? 'split' : 'merge', subjects: split.map(({ title }) => title) };
}
