import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { bundledCalendar } from '../watch/calendar.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { createFlow, type Flow } from './flow.ts';

describe('items that are left to who links them', () => {
  const clock = createFixedClock();
  let index: ItemIndex;
  let records: Records;
  let flow: Flow;
  const item = (nativeId: string, version = 1) =>
    buildIndexedItem({ nativeId, text: `surat suara ${nativeId}`, version, publishedAt: clock.now() });

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    flow = createFlow({
      index,
      records,
      clock,
      ids: { next: () => 'proses-1' },
      labeller: { label: async (tasks) => tasks.map(({ item }) => ({ item: buildIndexedItem(item) })) },
      calendar: bundledCalendar,
      settings: defaultWatchSettings,
      unitName,
      zoneOf,
    });
  });

  const take = async (nativeId: string, version = 1) => {
    const result = await flow.enrich([item(nativeId, version)], { leaveNew: true });
    const isThere = (await index.known([item(nativeId).id])).size === 1;
    return { ...result, isThere };
  };

  it('are written at once until a writer is there that takes them, and never again', async () => {
    const first = await take('a');
    expect(first.isThere).toBe(true);
    await flow.link(first.toLink, first.fresh);
    const second = await take('b');
    expect(second).toMatchObject({ isThere: false, written: 1, toLink: [item('b').id] });
    expect(await flow.link(second.toLink, second.fresh)).toMatchObject({ linked: 1 });
    expect((await index.get([item('b').id], nationalScope))[0]?.linkedAt).not.toBeNull();
    // An older program took the links over: it passes over what is not in the index.
    await records.state.put('link.writer', 'an-older-one');
    expect((await take('c')).isThere).toBe(true);
  });

  it('are written at once where they are there already: an edit waits for nobody', async () => {
    await flow.link((await take('a')).toLink);
    expect(await take('a', 2)).toMatchObject({ isThere: true, written: 1, toLink: [] });
    expect((await index.get([item('a').id], nationalScope))[0]?.version).toBe(2);
  });
});
