/** How one planted matter came out. */
export interface MatterScore {
  matter: string;
  items: number;
  /** Share of its items in the issue that holds most of them. */
  recall: number;
  /** Share of that issue's items that are the matter's. */
  precision: number;
  /** Issues that hold at least a tenth of it. */
  issues: number;
}

/**
 * Scores a replay: for each matter the issue that holds most of it.
 * @param issues topmost issue of each item, null for none; @param matters its planted matter, null for none
 */
export function scoreStream(
  issues: readonly (string | null)[],
  matters: readonly (string | null)[],
): MatterScore[] {
  const issueSize = new Map<string, number>();
  const byMatter = new Map<string, Map<string | null, number>>();
  issues.forEach((issue, i) => {
    if (issue !== null) issueSize.set(issue, (issueSize.get(issue) ?? 0) + 1);
    const matter = matters[i] ?? null;
    if (matter === null) return;
    const found = byMatter.get(matter) ?? new Map<string | null, number>();
    byMatter.set(matter, found.set(issue, (found.get(issue) ?? 0) + 1));
  });
  return Array.from(byMatter, ([matter, found]) => {
    const items = [...found.values()].reduce((sum, count) => sum + count, 0);
    const [issue, most] = [...found].filter(([id]) => id !== null).sort((a, b) => b[1] - a[1])[0] ?? [
      null,
      0,
    ];
    const large = [...found].filter(([id, count]) => id !== null && count >= items / 10).length;
    return {
      matter,
      items,
      recall: most / items,
      precision: issue === null ? 0 : most / issueSize.get(issue)!,
      issues: large,
    };
  });
}
