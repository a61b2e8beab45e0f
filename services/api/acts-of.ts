import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
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

/** What an act is about: the issue that a split makes is there only once the writer came round. */
const sidesOf = ({ kind, left, right }: Constraint): string[] =>
  kind === 'split' || kind === 'rename' ? [left] : [left, right];

/** Those acts of which what is moved and where it is moved both lie within the reader's scope. */
export async function visibleActs(needs: Needs, acts: readonly Constraint[]): Promise<Constraint[]> {
  if (needs.scope.unit === nationalScope.unit) return [...acts];
  const known = new Map<string, boolean>();
  const maySee = async (id: string): Promise<boolean> => {
    if (!known.has(id)) known.set(id, (await issueOfSide(needs, id)) !== null);
    return known.get(id)!;
  };
  const visible: Constraint[] = [];
  for (const act of acts) {
    const sides: boolean[] = [];
    for (const id of sidesOf(act)) sides.push(await maySee(id));
    if (sides.every(Boolean)) visible.push(act);
  }
  return visible;
}

/** One decision of a person as they took it; a split that was stored as pairs of stories is many acts. */
export interface Decision {
  kind: 'merge' | 'split' | 'pin' | 'rename' | 'apart';
  /** All acts of it: taken back together by taking back any one. */
  acts: string[];
  at: number;
  by: string;
  /** What it was done to: the number of a merged issue or of one that is kept apart, titles of stories or of an item, the title that was given. */
  subjects: string[];
  /** Number of the issue that a split made; null before it is made, and of other decisions. */
  made: string | null;
  /** Number of the issue that a split or a pinned item was taken from; null of others, and where it was not noted. */
  from: string | null;
  /** Number of the issue that an item was pinned to; null of other decisions. */
  into: string | null;
  /** Whether the reader sees all that it is about, so that they may take it back. */
  isOpen: boolean;
}

/** More lie in the audit trail. */
const mostNamed = 5;

const isPair = ({ kind }: Constraint): boolean => kind === 'must_link' || kind === 'cannot_link';

/** All acts of the decision that an act belongs to, itself included: only splits were ever stored as many, of stories. */
export async function ofOneDecision(
  records: Records,
  act: Constraint,
  acts: readonly Constraint[],
): Promise<Constraint[]> {
  const same = acts.filter((one) => isPair(one) && one.at === act.at && one.by === act.by);
  if (!isPair(act) || !same.some(({ kind }) => kind === 'cannot_link')) return [act];
  const ends = await records.issues.many([...new Set(same.flatMap(({ left, right }) => [left, right]))]);
  const isIssue = (id: string): boolean => ends.some((issue) => issue.id === id);
  const together = same.filter(({ left, right }) => !isIssue(left) && !isIssue(right));
  return together.includes(act) ? together : [act];
}

/** What people decided about one issue and is still in force, newest first. */
export async function decisionsOn(needs: Needs, issue: Issue): Promise<Decision[]> {
  const { records } = needs;
  const stories = new Set((await records.stories.ofIssue(issue.id, 1_000)).map(({ id }) => id));
  const here = (id: string): boolean => id === issue.id || stories.has(id);
  const found = (await records.constraints.active()).filter(({ left, right, from = [] }) =>
    [left, right, ...from].some(here),
  );
  const decisions = new Map<string, Constraint[]>();
  for (const act of found) {
    const together = await ofOneDecision(records, act, found);
    decisions.set(together[0]!.id, together);
  }
  const said = await Promise.all([...decisions.values()].map((acts) => sayDecision(needs, issue, acts)));
  return said.toSorted((a, b) => b.at - a.at);
}

async function sayDecision(needs: Needs, issue: Issue, acts: readonly Constraint[]): Promise<Decision> {
  const { records, index, scope } = needs;
  const [{ at, by, kind, left, right, title, stories, from: origin }] = acts as [Constraint];
  const isOpen = (await visibleActs(needs, acts)).length > 0;
  const base = { acts: acts.map(({ id }) => id), at, by, made: null, from: null, into: null, isOpen };
  const numbersOf = async (ends: readonly (string | undefined)[]): Promise<(string | null)[]> => {
    const there = await records.issues.many(ends.flatMap((end) => end ?? []));
    return ends.map((end) => there.find(({ id }) => id === end)?.number ?? null);
  };
  if (kind === 'rename') return { ...base, kind, subjects: title === undefined ? [] : [title] };
  if (kind === 'pin') {
    const [item] = await index.get([left], scope);
    const [into = null, before = null] = await numbersOf([right, origin?.at(-1)]);
    const subjects = item ? [item.title ?? item.text.slice(0, 120)] : [];
    return { ...base, kind, subjects, into, from: before === into ? null : before };
  }
  if (kind === 'split') {
    const [made = null, from = null] = await numbersOf([right, left]);
    return { ...base, kind, subjects: await titlesOf(needs, stories ?? []), made, from };
  }
  const isSplit = acts.some((act) => act.kind === 'cannot_link');
  const [other = null] = await numbersOf([right === issue.id ? left : right]);
  if (other !== null) return { ...base, kind: isSplit ? 'apart' : 'merge', subjects: [other] };
  const ids = acts.flatMap((act) => (act.kind === 'cannot_link' ? [act.left] : [act.left, act.right]));
  return { ...base, kind: isSplit ? 'split' : 'merge', subjects: await titlesOf(needs, ids) };
}

const titlesOf = async ({ records }: Needs, ids: readonly string[]): Promise<string[]> =>
  (await records.stories.many([...new Set(ids)].slice(0, mostNamed))).map(({ title }) => title);
