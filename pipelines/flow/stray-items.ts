import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Story } from '../../shared/domain/story.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { factsOf } from '../link/facts.ts';
import type { Assignment, LinkOutcome } from '../link/outcome.ts';
import { Tally, type TallyDelta } from '../link/tally.ts';

/** An item of an issue that ended, which the linker holds no more, with the place it gets now. */
export interface Stray {
  item: IndexedItem;
  assignment: Assignment;
}

/**
 * A linker that was rebuilt holds only what its window and living issues have. When an issue goes into another, its
 * older items go along here: without them they would lead to an issue that counts nothing any more.
 */
export async function findStrays(index: ItemIndex, outcome: LinkOutcome): Promise<Stray[]> {
  if (outcome.merges.length === 0) return [];
  const held = new Set(outcome.assignments.map(({ itemId }) => itemId));
  const into = new Map(outcome.merges.map((merge) => [merge.from, merge.into]));
  const strays: Stray[] = [];
  for await (const batch of index.scan({ scope: nationalScope, issueIds: [...into.keys()] }, 1_000))
    for (const item of batch) {
      if (held.has(item.id) || item.storyId === null || item.issueId === null) continue;
      const { id: itemId, storyId, duplicateOf } = item;
      const issueId = into.get(item.issueId) ?? item.issueId;
      strays.push({ item, assignment: { itemId, storyId, duplicateOf, issueId } });
    }
  return strays;
}

/** The stories of strays, under the issue that has them now. */
export async function strayStories(records: Records, strays: readonly Stray[]): Promise<Story[]> {
  if (strays.length === 0) return [];
  const issueOf = new Map(strays.map(({ assignment }) => [assignment.storyId, assignment.issueId]));
  const stories = await records.stories.many([...issueOf.keys()]);
  return stories.map((story) => ({ ...story, issueId: issueOf.get(story.id) ?? story.issueId }));
}

/** What one item adds to an issue; it was counted before, so its author is no new one. */
export function strayCounts(item: IndexedItem): TallyDelta {
  const tally = new Tally();
  tally.add(factsOf(item), item.duplicateOf === null);
  const { counts, spread } = tally.take();
  return { counts, spread: { ...spread, authors: 0 } };
}
