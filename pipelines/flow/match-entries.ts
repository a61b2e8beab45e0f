import { dayMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { batchSize } from '../../shared/jobs/jobs.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { repostsOf } from '../claims/reposts-of.ts';
import { type MatchDeps, type MatchResult, matchClaims } from './match-claims.ts';

/** A claim is looked for in what came before it: items of a month, the 200 most like it. Chosen: a second of work an entry at most. */
const windowMs = 30 * dayMs;
const mostItems = 200;
/** Links of one entry that are looked at again when it changed; the rest is, when its items change. */
const mostLinks = 1_000;

export interface MatchEntriesDeps extends MatchDeps {
  index: Pick<ItemIndex, 'get' | 'similar' | 'scan'>;
}

/**
 * What is new or changed in the knowledge base, against the items and issues that are there already: those with similar
 * words, those that were linked to it before, and the re-posts of what is linked now.
 */
export async function matchEntries(
  deps: MatchEntriesDeps,
  entryIds: readonly string[],
): Promise<MatchResult> {
  const { index, records, knowledge, clock } = deps;
  await knowledge.refresh();
  const since = clock.now() - windowMs;
  const [itemIds, issueIds] = [new Set<string>(), new Set<string>()];
  for (const entryId of entryIds) {
    const text = knowledge.entry(entryId)?.text;
    if (text === undefined) continue;
    for (const { id } of await index.similar(text, { since, limit: mostItems })) itemIds.add(id);
    const { links } = await records.claimLinks.list({ entryIds: [entryId], limit: mostLinks });
    for (const { subjectKind, subjectId } of links)
      (subjectKind === 'item' ? itemIds : issueIds).add(subjectId);
  }
  const result: MatchResult = { matched: 0, linked: [] };
  const match = async (items: readonly string[], issues: readonly string[]): Promise<void> => {
    for (const part of parts(items, issues)) {
      const { matched, linked } = await matchClaims(deps, part);
      result.matched += matched;
      result.linked.push(...linked);
    }
  };
  await match(await originalsFirst(index, [...itemIds]), [...issueIds]);
  const linkedIds = result.linked.flatMap(({ subjectKind, subjectId }) =>
    subjectKind === 'item' ? [subjectId] : [],
  );
  const reposts = linkedIds.length === 0 ? [] : await repostsOf(index, linkedIds);
  await match(
    reposts.filter((id) => !itemIds.has(id)),
    [],
  );
  return result;
}

/** A re-post takes over its original's links, so the original is looked at before it. */
async function originalsFirst(index: MatchEntriesDeps['index'], ids: readonly string[]): Promise<string[]> {
  const items = await index.get(ids, nationalScope);
  const [reposts, originals] = [true, false].map((isRepost) =>
    items.filter(({ duplicateOf }) => (duplicateOf !== null) === isRepost).map(({ id }) => id),
  ) as [string[], string[]];
  return [...originals, ...reposts];
}

function* parts(
  itemIds: readonly string[],
  issueIds: readonly string[],
): Generator<{ itemIds: string[]; issueIds: string[] }> {
  for (let at = 0; at < Math.max(itemIds.length, issueIds.length); at += batchSize)
    yield { itemIds: itemIds.slice(at, at + batchSize), issueIds: issueIds.slice(at, at + batchSize) };
}
