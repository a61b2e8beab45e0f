import { emptyCounts, type Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { allIssues } from '../../shared/ports/all-issues.ts';
import type { ItemReader } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';

type Sum = Pick<Issue['counts'], 'items' | 'unique' | 'positive' | 'neutral' | 'negative' | 'unrelated'>;

const add = (sum: Sum, { duplicateOf, labels }: IndexedItem): Sum => ({
  ...sum,
  items: sum.items + 1,
  unique: sum.unique + (duplicateOf === null ? 1 : 0),
  [labels.tone.value]: sum[labels.tone.value] + 1,
});

const said = ({ items, unique, positive, neutral, negative, unrelated }: Sum): string =>
  [items, unique, positive, neutral, negative, unrelated].join('/');

/** Where a chain of merges leads to. */
function endOf(issue: Issue | undefined, byId: ReadonlyMap<string, Issue>): Issue | undefined {
  let end = issue;
  for (let n = 0; n < byId.size && end?.state === 'merged'; n += 1) end = byId.get(end.mergedInto ?? '');
  return end;
}

interface Found {
  /** By issue, what the index holds of it. */
  truth: ReadonlyMap<string, Sum>;
  wrong: string[];
}

async function readIndex(index: ItemReader, byId: ReadonlyMap<string, Issue>): Promise<Found> {
  const truth = new Map<string, Sum>();
  const wrong: string[] = [];
  const ids = new Set<string>();
  const read = (item: IndexedItem): void => {
    if (ids.has(item.id)) wrong.push(`item ${item.nativeId} is there twice`);
    ids.add(item.id);
    if (item.linkedAt === null) wrong.push(`item ${item.nativeId} is not linked`);
    if (item.issueId === null) return;
    const issue = byId.get(item.issueId);
    if (!issue) wrong.push(`item ${item.nativeId} leads to no issue`);
    for (const id of [item.issueId, issue?.parentId])
      if (id) truth.set(id, add(truth.get(id) ?? emptyCounts, item));
  };
  for await (const batch of index.scan({ scope: nationalScope }, 500)) for (const item of batch) read(item);
  return { truth, wrong };
}

/**
 * What does not fit together between index and records, in words: items that are not linked or lead to no issue, items
 * that are there twice, issues whose counts are not those of their items (a local one's count above it, too), empty
 * ones, merged ones that lead nowhere. Empty when all is well.
 */
export async function misfits(stores: {
  index: ItemReader;
  records: Pick<Records, 'issues'>;
}): Promise<string[]> {
  const issues = await allIssues(stores.records.issues, { scope: nationalScope });
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const { truth, wrong } = await readIndex(stores.index, byId);
  for (const issue of issues) {
    const { number, state, parentId, title, counts } = issue;
    const name = `${number} (${state}${parentId ? ', local' : ''}) "${title}"`;
    const sum = truth.get(issue.id) ?? emptyCounts;
    if (said(counts) !== said(sum)) wrong.push(`${name} counts ${said(counts)}, has ${said(sum)}`);
    if (state !== 'merged' && sum.items === 0) wrong.push(`${name} is empty`);
    const end = endOf(issue, byId);
    if (!end || end.state === 'merged') wrong.push(`${name} leads nowhere`);
  }
  return wrong;
}
