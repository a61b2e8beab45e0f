import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';

/** Stories of one filter: engines take some hundred values. */
const chunk = 200;

/** Items that repeat these: what a person decides of one holds for its re-posts. */
export async function repostsOf(
  index: Pick<ItemIndex, 'get' | 'scan'>,
  itemIds: readonly string[],
): Promise<string[]> {
  const wanted = new Set(itemIds);
  const items = await index.get(itemIds, nationalScope);
  const storyIds = [...new Set(items.flatMap(({ storyId }) => storyId ?? []))];
  const reposts: string[] = [];
  for (let at = 0; at < storyIds.length; at += chunk) {
    const filter = { scope: nationalScope, storyIds: storyIds.slice(at, at + chunk) };
    for await (const batch of index.scan(filter, 1_000))
      for (const { id, duplicateOf } of batch)
        if (duplicateOf !== null && wanted.has(duplicateOf)) reposts.push(id);
  }
  return reposts;
}
