import { createSqliteIndex } from '../../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../../infra/sqlite/open-sqlite.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { IndexedItem, LabelledItem } from '../../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../../shared/domain/unit.ts';
import { allIssues } from '../../../../shared/ports/all-issues.ts';
import { createFixedClock } from '../../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../../shared/text/search-terms.ts';
import { makeStream, seeded } from '../../../evaluate/stream.ts';
import { createLinker } from '../../../link/linker.ts';
import type { LinkSettings } from '../../../link/settings.ts';
import { LinkWriter } from '../../link-writer.ts';
import { relinkIssues } from '../relink-issues.ts';
import type { RelinkWatch } from '../relink-plan.ts';

export const start = Date.parse('2024-02-05T00:00:00Z');
export const quiet: RelinkWatch = { progress: () => {}, check: () => {} };
/** Hardly anything unites, by words or by kinship. */
export const apart = { mergeThreshold: 2, kinJoin: 99, kinPair: 99, kinMerge: 99 };

/** The first `most` items of twelve days with planted matters and hardly any background. */
export const plantedItems = (
  most: number,
  { seed, ...crowd }: { seed: number; backgroundItems: number; nearMissItems: number },
): LabelledItem[] =>
  makeStream({
    background: ['Debat semalam seru', 'Harga cabai naik lagi di pasar'],
    ...crowd,
    start,
    random: seeded(seed),
    missedTargets: 0,
  })
    .map(({ item }) => item)
    .slice(0, most);

export type RelinkStore = Awaited<ReturnType<typeof openRelink>>;

/** An empty store in memory at the end of the twelve days, and what links a stream there and links it anew. */
export async function openRelink(stream: readonly LabelledItem[]) {
  const clock = createFixedClock(start + 12 * dayMs);
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records } = await createRecords(createSqliteDialect(sqlite));

  const writer = (settings: Partial<LinkSettings> = {}) =>
    new LinkWriter({
      ...{ index, records, clock, writerId: `${Math.random()}` },
      createLinker: () => createLinker(settings),
    });
  const relink = (settings: Partial<LinkSettings> = {}, since = 0, watch = quiet) =>
    relinkIssues({ index, records, clock, writerId: `relink ${Math.random()}`, settings }, since, watch);
  /** As one process links what comes. */
  async function takeIn(
    settings: Partial<LinkSettings> = {},
    from = 0,
    to = stream.length,
  ): Promise<void> {
    const link = writer(settings);
    const unlinked = { storyId: null, issueId: null, duplicateOf: null, linkedAt: null, bandKeys: [] };
    for (let at = from; at < to; at += 60) {
      const batch = stream.slice(at, Math.min(to, at + 60));
      await index.put(batch.map((item) => ({ ...item, ...unlinked })));
      await link.link(batch.map(({ id }) => id));
    }
  }

  async function items(): Promise<Map<string, IndexedItem>> {
    const found = new Map<string, IndexedItem>();
    for await (const batch of index.scan({ scope: nationalScope }, 500))
      for (const item of batch) found.set(item.id, item);
    return found;
  }
  const issues = async (): Promise<Map<string, Issue>> =>
    new Map((await allIssues(records.issues, { scope: nationalScope })).map((issue) => [issue.id, issue]));
  /** The topmost living issue of each item that stands in one. */
  async function tops(): Promise<Map<string, string>> {
    const known = await issues();
    const standing = [...(await items()).values()].filter(({ issueId }) => issueId !== null);
    return new Map(standing.map(({ id, issueId }) => [id, leadOf(known, issueId!)]));
  }
  return { clock, index, records, writer, relink, takeIn, items, issues, tops };
}

/** The topmost living issue that an issue leads to. */
export function leadOf(known: ReadonlyMap<string, Issue>, id: string): string {
  const issue = known.get(id);
  const next = issue?.mergedInto ?? issue?.parentId;
  return next ? leadOf(known, next) : id;
}
