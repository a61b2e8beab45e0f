import type { Issue } from '../domain/issue.ts';
import type { IssueFilter, IssueRecords } from './records.ts';

/** Every issue that the filter lets through, page by page; the newest first unless told otherwise. */
export async function allIssues(
  issues: Pick<IssueRecords, 'list'>,
  filter: Omit<IssueFilter, 'sort' | 'limit' | 'cursor'> & Partial<Pick<IssueFilter, 'sort'>>,
): Promise<Issue[]> {
  const found: Issue[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<IssueRecords['list']>> = await issues.list({
      sort: 'newest',
      ...filter,
      limit: 500,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.issues);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
