import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { addTouched } from '../flow/watch-state.ts';
import { headlineOf } from '../link/headline.ts';
import { addUntold, type IsUntold, tellWithout, untitled } from '../link/untold.ts';
import { rewordMessages } from './reword-messages.ts';

export interface RetellDeps {
  records: Records;
  index: Pick<ItemIndex, 'search'>;
}

/** Items of an issue among which a new title is looked for. Chosen: far more than a title needs. */
const mostRead = 200;
/** Alerts of one issue; more were never raised about one. */
const mostAlerts = 500;

const saidBy = ({ title, text }: Pick<IndexedItem, 'title' | 'text'>): string => headlineOf(title, text);

/** A written title first, then what most people saw. */
const best = (items: readonly IndexedItem[]): IndexedItem[] =>
  items.toSorted(
    (a, b) => Number(b.title !== null) - Number(a.title !== null) || b.publishedAt - a.publishedAt,
  );

/**
 * Makes titles, summaries, sentences and sent messages anew of the stories and issues that repeated the first line of
 * items that are going: from what is left, or without a title. What somebody else says in the same words stays, and so
 * does a title that a person wrote. Call it before the items are removed; the linker never tells these lines again.
 */
export async function retellWithout(deps: RetellDeps, going: readonly IndexedItem[]): Promise<void> {
  const ids = new Set(going.map(({ id }) => id));
  const issueIds = [...new Set(going.flatMap(({ issueId }) => issueId ?? []))];
  const issues = await deps.records.issues.many(issueIds);
  const parents = issues.flatMap(({ parentId }) => parentId ?? []);
  const left: IndexedItem[] = [];
  for (const issueId of issueIds) {
    const page = await deps.index.search({
      scope: nationalScope,
      issueIds: [issueId],
      uniqueOnly: true,
      limit: mostRead,
      sort: 'time',
    });
    left.push(...page.hits.map(({ item }) => item).filter(({ id }) => !ids.has(id)));
  }
  const stillSaid = new Set(left.map(saidBy));
  const gone = new Set(going.map(saidBy).filter((line) => line !== '' && !stillSaid.has(line)));
  if (gone.size === 0) return;
  // A line that was told by earlier rules is cleaned by the present ones first.
  const isGone: IsUntold = (line) =>
    gone.has(line) || gone.has(line.replace(/\.$/, '')) || gone.has(headlineOf(line, ''));
  await deps.records.transaction(async (inner) => {
    await addUntold(inner, [...gone]);
    for (const id of new Set([...issueIds, ...parents])) await retellIssue(inner, id, left, isGone, gone);
    await retellStories(inner, going, left, isGone);
    await rewordMessages(inner, await titlesInstead(inner, going, gone));
  });
}

/** What each line that is gone is called now: as the issue that it headed. */
async function titlesInstead(
  records: Records,
  going: readonly IndexedItem[],
  gone: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const told = going.filter((item) => gone.has(saidBy(item)));
  const issues = await records.issues.many([...new Set(told.flatMap(({ issueId }) => issueId ?? []))]);
  const titles = new Map(issues.map(({ id, title }) => [id, title]));
  const titleOf = (item: IndexedItem): string => titles.get(item.issueId ?? '') ?? untitled;
  return new Map(told.map((item) => [saidBy(item), titleOf(item)]));
}

async function retellIssue(
  records: Records,
  id: string,
  left: readonly IndexedItem[],
  isGone: IsUntold,
  gone: ReadonlySet<string>,
): Promise<void> {
  const [issue] = await records.issues.many([id]);
  if (!issue) return;
  const [first] = best(left.filter(({ issueId }) => issueId === id));
  const other = first ? saidBy(first) || untitled : untitled;
  const told = tellWithout(issue, isGone, other);
  const title = issue.titleBy === 'person' ? issue.title : told.title;
  const { machineTitle } = issue;
  const next = {
    ...told,
    title,
    ...(machineTitle !== undefined && isGone(machineTitle) ? { machineTitle: other } : {}),
    summary: told.summary || title,
    version: issue.version + 1,
  };
  await records.issues.put([next]);
  // Reason and priority quote the title: the watch says them anew.
  await addTouched(records, { issueIds: [id], buckets: [] });
  const alerts = await records.alerts.list({ scope: nationalScope, issueId: id, limit: mostAlerts });
  const changed = alerts.flatMap((alert) => {
    let { sentence } = alert;
    for (const line of gone) sentence = sentence.replaceAll(line, title);
    return sentence === alert.sentence ? [] : [{ ...alert, sentence }];
  });
  if (changed.length > 0) await records.alerts.put(changed);
}

async function retellStories(
  records: Records,
  going: readonly IndexedItem[],
  left: readonly IndexedItem[],
  isGone: IsUntold,
): Promise<void> {
  const ids = [...new Set(going.flatMap(({ storyId }) => storyId ?? []))];
  const stories = (await records.stories.many(ids)).filter(({ title }) => isGone(title));
  await records.stories.put(
    stories.map((story) => {
      const [first] = best(left.filter(({ storyId }) => storyId === story.id));
      return { ...story, title: (first && saidBy(first)) || untitled };
    }),
  );
}
