import type { Constraint } from '../../../shared/domain/constraint.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { emptyCounts } from '../../../shared/domain/issue.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { ItemLink } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { createLinker } from '../../link/linker.ts';
import type { IssueChange } from '../../link/outcome.ts';
import { seriesParts } from '../../watch/series.ts';
import { mergedIssue, standing } from '../apply-change.ts';
import { createIssues, keepHandlers } from '../apply-changes.ts';
import { followClaims } from '../follow-claims.ts';
import { heldIssues } from '../held-issues.ts';
import { redoLinks, storeRedo, writerName } from '../link-redo.ts';
import { IssueHeld, LinkWriter, WriterReplaced } from '../link-writer.ts';
import { obeyedActs } from '../rebuild-memory.ts';
import { tellMerged } from '../tell-merged.ts';
import { addTouched } from '../watch-state.ts';
import { recountIssues } from './recount-issues.ts';
import { planRelink, type RelinkDeps, type RelinkWatch, type RelinkWork } from './relink-plan.ts';

export interface RelinkReport {
  /** Items linked anew; 0 when an unfinished run was only brought to its end. */
  items: number;
  /** Items that stand elsewhere now. */
  moved: number;
  created: number;
  /** Issues that hold no item any more: their numbers lead to the issue that has most of what they had. */
  emptied: number;
  /** Issues that people work on or arranged: they kept what they had. 0 when only an unfinished run was ended. */
  inHand: number;
  /** An unfinished run was found and brought to its end first. */
  resumed: boolean;
}

/** The redo log of a run that has begun to write. */
interface Plan {
  since: number;
  chunks: number;
  next: number;
  touched: string[];
  emptied: { id: string; into: string | null }[];
  created: number;
  moved: number;
}

const planName = 'relink.plan';
const chunkName = (n: number): string => `relink.chunk.${n}`;
/** Assignments written at once. Chosen: a chunk is stored and set in well under a second. */
const perChunk = 2_000;
const perRecount = 200;

/**
 * Rebuilds stories and issues of everything published since an instant, by the present rules. What people decided
 * holds, numbers stay; issues that people work on keep their items and only gain. What people decided and no service
 * has carried out yet is carried out first. Then nothing is written until the plan is stored; from there on a run that
 * was stopped is brought to its end by the next one. A second run changes nothing but what is drawn by what joined such
 * issues in the first.
 * @throws WriterReplaced when a service links meanwhile, and whatever `watch.check` throws
 */
export async function relinkIssues(
  deps: RelinkDeps,
  since: number,
  watch: RelinkWatch,
): Promise<RelinkReport> {
  const { index, records, writerId } = deps;
  await records.state.put(writerName, writerId);
  await redoLinks(index, records, writerId);
  const unfinished = (await records.state.get(planName)) as Plan | null;
  if (unfinished !== null) {
    await carryOut(deps, unfinished, watch);
    if (unfinished.since === since) return reportOf(unfinished, { items: 0, inHand: 0 }, true);
  }
  await obeyActs(deps);
  const { plan, work } = await planAndStore(deps, since, watch, new Set());
  await carryOut(deps, plan, watch);
  return reportOf(plan, work, unfinished !== null);
}

/** What was decided or taken back since a service last linked: what people hold is not linked anew. */
async function obeyActs(deps: RelinkDeps): Promise<void> {
  const { records, settings, writerId } = deps;
  const idsOf = (acts: readonly Constraint[]): string => acts.map(({ id }) => id).join();
  const obeyed = ((await records.state.get(obeyedActs)) ?? []) as Constraint[];
  if (idsOf(await records.constraints.active()) === idsOf(obeyed)) return;
  await new LinkWriter({ ...deps, createLinker: () => createLinker(settings) }).link([]);
  await records.state.put(writerName, writerId);
}

/** Plans again when people took an issue in hand meanwhile. */
async function planAndStore(
  deps: RelinkDeps,
  since: number,
  watch: RelinkWatch,
  heldLately: ReadonlySet<string>,
): Promise<{ plan: Plan; work: RelinkWork }> {
  const work = await planRelink(deps, since, watch, heldLately);
  try {
    return { plan: await storePlan(deps, work, since), work };
  } catch (error) {
    if (!(error instanceof IssueHeld)) throw error;
    return planAndStore(deps, since, watch, new Set([...heldLately, ...error.issueIds]));
  }
}

const reportOf = (
  { moved, created, emptied }: Plan,
  { items, inHand }: Pick<RelinkWork, 'items' | 'inHand'>,
  resumed: boolean,
): RelinkReport => ({
  items,
  inHand,
  moved,
  created,
  emptied: emptied.length,
  resumed,
});

async function mustOwn(records: Records, writerId: string): Promise<void> {
  if ((await records.state.get(writerName)) !== writerId)
    throw new WriterReplaced('another process took over the links');
}

/** Issues, stories and the redo log in one transaction. */
async function storePlan(
  { records, clock, writerId }: RelinkDeps,
  work: RelinkWork,
  since: number,
): Promise<Plan> {
  const { outcome, links, touched, emptied } = work;
  const plan: Plan = {
    since,
    chunks: Math.ceil(links.length / perChunk),
    next: 0,
    touched: [
      ...new Set([...touched, ...outcome.issues.flatMap(({ id }) => (touched.includes(id) ? id : []))]),
    ],
    emptied,
    created: 0,
    moved: links.length,
  };
  await records.transaction(async (inner) => {
    await mustOwn(inner, writerId);
    await mustKnowHeld(inner, work);
    const { created, moved } = await writeIssues(inner, outcome.issues);
    plan.created = created;
    // Their hours are kept by unit.
    plan.touched = [...new Set([...plan.touched, ...moved])];
    await inner.stories.put(outcome.stories);
    await inner.alike.put(outcome.alike, clock.now());
    for (const { id, stories, stays } of outcome.splits) {
      const act = await inner.constraints.get(id);
      if (act?.undoneAt === null) await inner.constraints.put({ ...act, stories, stays });
    }
    for (let n = 0; n < plan.chunks; n++)
      await inner.state.put(chunkName(n), links.slice(n * perChunk, (n + 1) * perChunk));
    await storeRedo(inner, { items: [], links: [] }, true);
    await inner.state.put(obeyedActs, await inner.constraints.active());
    await inner.state.put(planName, plan);
  });
  return plan;
}

/** @throws IssueHeld where people took an issue in hand that the plan changes, since it was made */
async function mustKnowHeld(records: Records, { touched, emptied, held }: RelinkWork): Promise<void> {
  const ids = [...new Set([...touched, ...emptied.map(({ id }) => id)])].filter((id) => !held.has(id));
  const late = await heldIssues(records, await records.issues.many(ids));
  if (late.size > 0) throw new IssueHeld([...late]);
}

/** @returns how many are new, and which stand under another unit now */
async function writeIssues(
  records: Records,
  changes: readonly IssueChange[],
): Promise<{ created: number; moved: string[] }> {
  const known = new Map(
    (await records.issues.many(changes.map(({ id }) => id))).map((issue) => [issue.id, issue]),
  );
  const created = await createIssues(
    records,
    changes.filter(({ id }) => !known.has(id)),
  );
  const changed = changes.flatMap((change) => {
    const issue = known.get(change.id);
    const next = issue === undefined ? null : renewed(issue, change);
    return next === null || same(issue!, next) ? [] : [{ ...next, version: issue!.version + 1 }];
  });
  const next = new Map(changed.map((issue) => [issue.id, issue]));
  await keepHandlers(
    records,
    next,
    [...known.values()].filter(({ id, unit }) => next.has(id) && !covers(unit, next.get(id)!.unit)),
  );
  await records.issues.put([...created, ...next.values()]);
  const moved = [...next.values()].filter(({ id, unit }) => known.get(id)!.unit !== unit).map(({ id }) => id);
  return { created: created.length, moved };
}

/** What the engine says of an issue; what people set of it stays. */
function renewed(
  issue: Issue,
  { title, summary, sentences, unit, parentId, topic, areas }: IssueChange,
): Issue {
  return {
    ...standing(issue),
    mergedInto: null,
    ...(issue.titleBy === 'person' ? { machineTitle: title } : { title }),
    summary,
    sentences,
    unit,
    parentId,
    topic,
    areas,
  };
}

const same = (a: Issue, b: Issue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** From the stored plan on: sets the links, counts the issues, and forgets the plan. Each step may be done twice. */
async function carryOut(deps: RelinkDeps, plan: Plan, watch: RelinkWatch): Promise<void> {
  const { index, records, clock, writerId } = deps;
  for (let n = plan.next; n < plan.chunks; n++) {
    watch.check();
    await mustOwn(records, writerId);
    await index.assign(((await records.state.get(chunkName(n))) ?? []) as ItemLink[]);
    await records.state.put(planName, { ...plan, next: n + 1 });
    watch.progress({ phase: 'write', done: n + 1, total: plan.chunks });
  }
  for (let at = 0; at < plan.touched.length; at += perRecount) {
    watch.check();
    await recount(deps, plan, plan.touched.slice(at, at + perRecount));
    watch.progress({
      phase: 'count',
      done: Math.min(at + perRecount, plan.touched.length),
      total: plan.touched.length,
    });
  }
  await records.transaction(async (inner) => {
    await mustOwn(inner, writerId);
    for (let n = 0; n < plan.chunks; n++) await inner.state.put(chunkName(n), null);
    await inner.state.put(planName, null);
    // Whoever links next reads everything anew.
    await inner.state.put(writerName, null);
    if (plan.moved === 0) return;
    await inner.audit.append({
      at: clock.now(),
      actor: 'system',
      action: 'issues.relink',
      subject: 'issues',
      before: null,
      after: { since: plan.since, moved: plan.moved, created: plan.created, emptied: plan.emptied.length },
      reason: null,
    });
  });
}

async function recount(
  { index, records, clock, writerId }: RelinkDeps,
  plan: Plan,
  ids: string[],
): Promise<void> {
  const now = clock.now();
  const { counts, hours } = await recountIssues(index, records, await records.issues.many(ids), now);
  const heirs = new Map(plan.emptied.map(({ id, into }) => [id, into]));
  await records.transaction(async (inner) => {
    await mustOwn(inner, writerId);
    const present = new Map((await inner.issues.many(ids)).map((issue) => [issue.id, issue]));
    const next = counts.flatMap(({ issue: { id }, ...found }) => {
      const issue = present.get(id)!;
      const counted = found.counts.items > 0 ? { ...issue, ...found } : ended(issue, heirs);
      return same(issue, counted) ? [] : [{ ...counted, version: issue.version + 1 }];
    });
    await inner.issues.put(next);
    const merged = next.flatMap(({ id, mergedInto }) =>
      mergedInto !== null && present.get(id)!.mergedInto === null ? [{ from: id, into: mergedInto }] : [],
    );
    await followClaims(inner, merged, [], now);
    await tellMerged(inner, merged, now);
    await inner.series.put(hours);
    await addTouched(inner, {
      issueIds: next.map(({ id }) => id),
      buckets: hours
        .filter(({ key }) => seriesParts(key).kind === 'issue')
        .map(({ key, at }) => ({ key, at })),
    });
  });
}

/** An issue without items: its number leads to its heir; without one it is closed, unless people work on it. */
function ended(issue: Issue, heirs: ReadonlyMap<string, string | null>): Issue {
  if (issue.state === 'merged' || !heirs.has(issue.id)) return { ...issue, counts: emptyCounts };
  const into = heirs.get(issue.id) ?? null;
  if (into !== null && into !== issue.id) return { ...mergedIssue(issue, into), version: issue.version };
  return { ...issue, counts: emptyCounts, state: issue.state === 'new' ? 'closed' : issue.state };
}
