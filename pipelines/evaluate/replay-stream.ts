import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { createLinker } from '../link/linker.ts';
import type { LinkSettings } from '../link/settings.ts';

/** The topmost issue of each item after all were linked in the order given; null for none. */
export function replayStream(
  items: readonly LabelledItem[],
  batchSize = 200,
  settings: Partial<LinkSettings> = {},
): (string | null)[] {
  const linker = createLinker(settings);
  const issueOf = new Map<string, string | null>();
  const parentOf = new Map<string, string>();
  for (let at = 0; at < items.length; at += batchSize) {
    const { assignments, issues } = linker.linkBatch(items.slice(at, at + batchSize));
    for (const { itemId, issueId } of assignments) issueOf.set(itemId, issueId);
    for (const { id, parentId } of issues) if (parentId !== null) parentOf.set(id, parentId);
  }
  return items.map(({ id }) => {
    const issue = issueOf.get(id) ?? null;
    return issue === null ? null : (parentOf.get(issue) ?? issue);
  });
}

/**
 * Share of items whose company changed: for each issue of the one outcome the issue of the other that has most of it is
 * taken for the same, and items outside of it have moved. Items in no issue are a company, too.
 */
export function shareMoved(before: readonly (string | null)[], after: readonly (string | null)[]): number {
  const pairs = new Map<string | null, Map<string | null, number>>();
  before.forEach((issue, i) => {
    const found = pairs.get(issue) ?? new Map<string | null, number>();
    pairs.set(issue, found.set(after[i]!, (found.get(after[i]!) ?? 0) + 1));
  });
  let stayed = 0;
  for (const found of pairs.values()) stayed += Math.max(...found.values());
  return before.length === 0 ? 0 : 1 - stayed / before.length;
}
