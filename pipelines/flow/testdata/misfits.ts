import { emptyCounts, type Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';

type Sum = Pick<Issue['counts'], 'items' | 'unique' | 'positive' | 'neutral' | 'negative' | 'unrelated'>;

const add = (sum: Sum, { duplicateOf, labels }: IndexedItem): Sum => ({
  ...sum,
  items: sum.items + 1,
  unique: sum.unique + (duplicateOf === null ? 1 : 0),
  [labels.tone.value]: sum[labels.tone.value] + 1,
});

const said = ({ items, unique, positive, neutral, negative, unrelated }: Sum): string =>
  [items, unique, positive, neutral, negative, unrelated].join('/');

async function allIssues({ issues }: Pick<Records, 'issues'>): Promise<Issue[]> {
  const found: Issue[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof issues.list>> = await issues.list({
      scope: nationalScope,
      sort: 'newest',
      limit: 500,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.issues);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** Where a chain of merges leads to. */
function endOf(issue: Issue | undefined, byId: ReadonlyMap<string, Issue>): Issue | undefined {
  let end = issue;
  for (let n = 0; n < byId.size && end?.state === 'merged'; n += 1) end = byId.get(end.mergedInto ?? '');
  return end;
}

/**
 * What does not fit together between index and records, in words: items that are not linked or lead to no issue, items
 * that are there twice, issues whose counts are not those of their items (a local one's count above it, too), empty
 * ones, merged ones that lead nowhere.
 */
export async function misfits(stores: { index: ItemReader; records: Records }): Promise<string[]> {
  const issues = await allIssues(stores.records);
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const truth = new Map<string, Sum>();
  const found: string[] = [];
  const ids = new Set<string>();
  for await (const batch of stores.index.scan({ scope: nationalScope }, 500))
    for (const item of batch) {
      if (ids.has(item.id)) found.push(`item ${item.nativeId} is there twice`);
      ids.add(item.id);
      if (item.linkedAt === null) found.push(`item ${item.nativeId} is not linked`);
      if (item.issueId === null) continue;
      const issue = byId.get(item.issueId);
      if (!issue) found.push(`item ${item.nativeId} leads to no issue`);
      for (const id of [item.issueId, issue?.parentId])
        if (id) truth.set(id, add(truth.get(id) ?? emptyCounts, item));
    }
  for (const issue of issues) {
    const { number, state, parentId, title, counts } = issue;
    const name = `${number} (${state}${parentId ? ', local' : ''}) "${title}"`;
    const sum = truth.get(issue.id) ?? emptyCounts;
    if (said(counts) !== said(sum)) found.push(`${name} counts ${said(counts)}, has ${said(sum)}`);
    if (state !== 'merged' && sum.items === 0) found.push(`${name} is empty`);
    const end = endOf(issue, byId);
    if (!end || end.state === 'merged') found.push(`${name} leads nowhere`);
  }
  return found;
}
