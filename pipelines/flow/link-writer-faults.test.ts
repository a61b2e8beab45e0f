import { describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { ItemIndex, ItemLink } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { misfits } from '../evaluate/misfits.ts';
import { makeStream, seeded } from '../evaluate/stream.ts';
import { createLinker } from '../link/linker.ts';
import { LinkWriter } from './link-writer.ts';

const start = Date.parse('2024-02-05T00:00:00Z');

class Killed extends Error {}

/** Where the process dies within a batch; `none` lets it live. */
const deaths = [
  'none',
  'none',
  'before the commit',
  'after the commit',
  'half-way through the index',
] as const;
type Death = (typeof deaths)[number];

interface Variant {
  /** How far the clock is ahead of the items: an archive that is taken in. */
  clockAhead?: number;
  /** Share of the items that the index does not show to a writer that takes over. */
  unseen?: number;
  /** Items come with their jobs, and only the writer writes them. */
  carried?: boolean;
}

const itemsOf = (seed: number): IndexedItem[] =>
  makeStream({
    background: ['Debat semalam seru', 'Harga cabai naik lagi di pasar', 'Jalan kampung rusak parah'],
    backgroundItems: 20,
    nearMissItems: 5,
    start,
    random: seeded(seed),
    missedTargets: 0,
  }).map(({ item }) => ({
    ...item,
    storyId: null,
    issueId: null,
    duplicateOf: null,
    linkedAt: null,
    bandKeys: [],
  }));

/** The stores of a writer that dies where `death()` says. */
function mortal(index: ItemIndex, records: Records, death: () => Death, shows: (id: string) => boolean) {
  const dyingIndex: ItemIndex = {
    ...index,
    async assign(links: readonly ItemLink[]) {
      if (death() === 'after the commit') throw new Killed();
      const half = death() === 'half-way through the index';
      await index.assign(half ? links.slice(0, Math.floor(links.length / 2)) : links);
      if (half) throw new Killed();
    },
    async put(items) {
      if (death() === 'after the commit') throw new Killed();
      const half = death() === 'half-way through the index';
      const result = await index.put(half ? items.slice(0, Math.floor(items.length / 2)) : items);
      if (half) throw new Killed();
      return result;
    },
    async *scan(filter, size) {
      for await (const batch of index.scan(filter, size))
        yield filter.linked ? batch.filter((item) => shows(item.id)) : batch;
    },
  };
  const dyingRecords: Records = {
    ...records,
    transaction: (work) =>
      records.transaction(async (inner) => {
        const done = await work(inner);
        if (death() === 'before the commit') throw new Killed();
        return done;
      }),
  };
  return { index: dyingIndex, records: dyingRecords };
}

async function run(seed: number, { clockAhead = 0, unseen = 0, carried = false }: Variant) {
  const random = seeded(seed);
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records } = await createRecords(createSqliteDialect(sqlite));
  let [now, death, writers] = [start, 'none' as Death, 0];
  const stores = mortal(
    index,
    records,
    () => death,
    () => random() >= unseen,
  );
  const clock = { now: () => now + clockAhead };
  const open = (): LinkWriter => {
    writers += 1;
    return new LinkWriter({
      ...stores,
      clock,
      writerId: `writer-${writers}`,
      createLinker: () => createLinker(),
    });
  };
  let writer = open();
  const items = itemsOf(seed);
  for (let at = 0; at < items.length; ) {
    const batch = items.slice(at, at + 1 + Math.floor(random() * 60));
    at += batch.length;
    now = batch.at(-1)!.publishedAt;
    if (!carried) await index.put(batch);
    const atHand = carried ? batch : [];
    const ids = batch.map((item) => item.id);
    death = deaths[Math.floor(random() * deaths.length)]!;
    try {
      // Two jobs in hand at once, as workers of servers have them; a kill takes both.
      const half = Math.ceil(ids.length / 2);
      const jobs = carried && random() < 0.5 ? [ids.slice(0, half), ids.slice(half)] : [ids];
      const ended = await Promise.allSettled(
        jobs.map((job) =>
          writer.link(
            job,
            atHand.filter(({ id }) => job.includes(id)),
          ),
        ),
      );
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
      if (random() < 0.2) await writer.link(ids, atHand);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      death = 'none';
      writer = open();
      await writer.link(ids, atHand); // the queue delivers again what was not acknowledged
    }
    death = 'none';
  }
  return { index, records, writers, ids: items.map(({ id }) => id) };
}

describe('a writer that is killed again and again', () => {
  it.each([
    ['live', 1, {}],
    ['live', 4, {}],
    ['live', 9, {}],
    ['with items of long ago', 2, { clockAhead: 600 * dayMs }],
    ['with items of long ago', 5, { clockAhead: 600 * dayMs }],
    ['with items that come with their jobs', 6, { carried: true }],
    ['with items that come with their jobs', 8, { carried: true }],
    ['taking over without half of the items', 3, { unseen: 0.5 }],
    ['taking over without any item', 7, { unseen: 1 }],
  ])('counts in every issue what the index holds of it: %s, stream %i', async (_name, seed, variant) => {
    const done = await run(seed, variant);
    expect(done.writers).toBeGreaterThan(3);
    expect(await misfits(done)).toEqual([]);
    const known = await done.index.known(done.ids);
    expect(done.ids.filter((id) => !known.get(id)?.linked)).toEqual([]);
  });
});
