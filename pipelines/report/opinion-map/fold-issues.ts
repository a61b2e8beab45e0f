import type { Issue } from '../../../shared/domain/issue.ts';

export interface FoldedIssues {
  /** The matters a reader sees: not merged, and under no other one that the reader sees. */
  issues: Issue[];
  /** By the id of such a matter, the ids of what was merged into it or stands under it. */
  parts: ReadonlyMap<string, readonly string[]>;
  /** The matter an item's issue counts for; the id itself where it is not known. */
  topmostOf(issueId: string): string;
}

/** Local issues and merged ones counted for the matter they belong to, so that nothing is told twice. */
export function foldIssues(all: readonly Issue[], only: Issue | null): FoldedIssues {
  const byId = new Map(all.map((issue) => [issue.id, issue]));
  const topmostOf = (issueId: string): string => {
    let id = issueId;
    // A chain of merges is short; a broken one must not turn in a circle.
    for (let steps = 0; steps < 50 && id !== only?.id; steps++) {
      const issue = byId.get(id);
      const above: string | null = issue?.mergedInto ?? issue?.parentId ?? null;
      if (above === null || !byId.has(above)) return id;
      id = above;
    }
    return id;
  };
  const parts = new Map<string, string[]>();
  for (const { id } of all) {
    const top = topmostOf(id);
    if (top === id) continue;
    const list = parts.get(top) ?? [];
    list.push(id);
    parts.set(top, list);
  }
  const issues = all.filter(({ id, state }) => topmostOf(id) === id && state !== 'merged');
  return { issues: only === null ? issues : [only], parts, topmostOf };
}
