import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { IndexUnavailable } from '../../../shared/ports/item-index.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startElasticsearch } from '../../stack/start-elasticsearch.ts';
import { createElasticsearchIndex, type ElasticsearchIndex } from './create-elasticsearch-index.ts';
import { type ItemMapping, itemMapping } from './item-mapping.ts';

const missing = missingServer('elasticsearch');
const next: ItemMapping = {
  ...itemMapping,
  version: itemMapping.version + 1,
  properties: { ...itemMapping.properties, newField: { type: 'keyword' } },
};

describe.skipIf(missing !== null)(`what only Elasticsearch does ${missing ?? ''}`, () => {
  let server: RunningServer;
  let prefix: string;
  const opened: ElasticsearchIndex[] = [];
  beforeAll(async () => {
    server = await startElasticsearch();
  }, 180_000);
  afterAll(() => server?.stop());
  beforeEach(() => {
    prefix = `t${randomUUID()}`;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((index) => index.close()));
  });

  const open = async (mapping = itemMapping): Promise<ElasticsearchIndex> => {
    const settings = { server: { url: server.url }, prefix, random: Math.random, mapping };
    const index = createElasticsearchIndex(settings);
    opened.push(index);
    await index.prepare();
    return index;
  };
  const send = (path: string, method: string, body: object): Promise<Response> =>
    fetch(`${server.url}/${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const item = (nativeId: string, over: Partial<IndexedItem> = {}): IndexedItem =>
    buildIndexedItem({ nativeId, text: `undangan ${nativeId}`, ...over });
  const total = async (index: ElasticsearchIndex): Promise<number> =>
    (await index.search({ scope: nationalScope, limit: 1 })).total;

  it('gives another process by id what was written this moment', async () => {
    const [one, two] = [await open(), await open()];
    await one.put([item('a'), item('b', { publishedAt: Date.UTC(2019, 3, 17) })]);
    const ids = [item('a').id, item('b').id];
    expect(await two.get(ids, nationalScope)).toHaveLength(2);
    await one.assign([{ id: ids[0]!, storyId: 's', issueId: 'i', duplicateOf: null, linkedAt: 1 }]);
    expect((await two.get(ids, nationalScope))[0]?.issueId).toBe('i');
  });

  it('lets the later version win when two processes write it at the same time', async () => {
    const [one, two] = [await open(), await open()];
    const put = (index: ElasticsearchIndex, version: number) => index.put([item('a', { version })]);
    await Promise.all([put(one, 1), put(two, 3), put(one, 2), put(two, 1)]);
    await two.put([item('a', { version: 3 })]);
    expect((await one.get([item('a').id], nationalScope))[0]?.version).toBe(3);
    expect(await total(two)).toBe(1);
  });

  it('links what it wrote without writing over what another process wrote since', async () => {
    const [one, two] = [await open(), await open()];
    const ids = [item('a').id, item('b').id, item('c').id];
    await one.put([item('a'), item('b'), item('c')]);
    await two.put([item('b', { version: 2, text: 'undangan yang disunting' })]);
    await two.assign([{ id: ids[2]!, storyId: 'x', issueId: 'x', duplicateOf: null, linkedAt: 5 }]);
    const links = ids.map((id) => ({ id, storyId: 's', issueId: 'i', duplicateOf: null, linkedAt: 7 }));
    await one.assign(links);
    await one.assign(links.map((link) => ({ ...link, issueId: 'j' })));
    const found = await two.get(ids, nationalScope);
    expect(found.map(({ version, text, issueId, linkedAt }) => [version, text, issueId, linkedAt])).toEqual([
      [1, 'undangan a', 'j', 7],
      [2, 'undangan yang disunting', 'j', 7],
      [1, 'undangan c', 'j', 7],
    ]);
    const third = await open();
    for await (const batch of third.scan({ scope: nationalScope }, 10)) expect(batch).toHaveLength(3); // refreshes all
    const known = await third.known(ids);
    expect(ids.map((id) => known.get(id))).toEqual([
      { version: 1, linked: true },
      { version: 2, linked: true },
      { version: 1, linked: true },
    ]);
  });

  it('makes a month known to searches once it can be read, also one that was left without its names', async () => {
    const [one, two] = [await open(), await open()];
    const months = [0, 1, 2, 3].map((month) => item(`m${month}`, { publishedAt: Date.UTC(2018, month, 9) }));
    await one.put([item('a')]);
    await send(`${prefix}-items-v1-2018.03`, 'PUT', {});
    let isWriting = true;
    // A search of a month that is not there yet, or not readable yet, would throw.
    const reading = (async () => {
      let searches = 0;
      for (; isWriting; searches += 1) await total(two);
      return searches;
    })();
    for (const each of months) await one.put([each]);
    isWriting = false;
    expect(await reading).toBeGreaterThan(0);
    await two.put([item('b', { publishedAt: Date.UTC(2018, 0, 10) })]);
    const ids = [...months, item('b')].map(({ id }) => id);
    expect(await two.get(ids, nationalScope)).toHaveLength(5);
  });

  it('refuses to start on an index that takes no writes, saying what to do', async () => {
    const index = await open();
    await index.put([item('a')]);
    await send(`${prefix}-items/_settings`, 'PUT', { 'index.blocks.read_only_allow_delete': true });
    await expect(open()).rejects.toThrow(/takes no writes: .*free some space/);
    await send(`${prefix}-items/_settings`, 'PUT', { 'index.blocks.read_only_allow_delete': null });
    await open();
  });

  it('refuses the one document of a bulk that the server does not take, and says why', async () => {
    const index = await open();
    const items = [item('a'), item('b', { outlet: 'x'.repeat(40_000) }), item('c')];
    expect(await index.unfit(items)).toEqual([
      { id: items[1]!.id, reason: expect.stringContaining('immense term') },
    ]);
    // An author is kept and not indexed, however long the name is.
    expect(await index.unfit([item('d', { author: 'x'.repeat(40_000) })])).toEqual([]);
    const result = await index.put(items);
    expect(result).toMatchObject({ written: 2, refused: [{ id: item('b').id }] });
    expect(result.refused[0]?.reason).toContain('immense term');
  });

  it('says that it takes no writes when it is read-only, and goes on afterwards', async () => {
    const index = await open();
    await index.put([item('a')]);
    await send(`${prefix}-items/_settings`, 'PUT', { 'index.blocks.write': true });
    await expect(index.put([item('b')])).rejects.toBeInstanceOf(IndexUnavailable);
    await send(`${prefix}-items/_settings`, 'PUT', { 'index.blocks.write': false });
    expect(await index.put([item('b')])).toMatchObject({ written: 1 });
  });

  it('rolls to a new mapping while items are written, changed and removed, and loses none', async () => {
    const index = await open();
    const first = Array.from({ length: 600 }, (_, n) => item(`n${n}`));
    await index.put(first);
    const other = { publishedAt: Date.UTC(2019, 3, 17) };
    await index.put([item('old', other)]);
    let rolled = false;
    const rolling = open(next).then((after) => {
      rolled = true;
      return after;
    });
    let written = 0;
    const write = async (n: number): Promise<boolean> => {
      try {
        await index.put([item(`m${n}`)]);
        const link = { storyId: 's', issueId: 'i', duplicateOf: null, linkedAt: 7 };
        await index.assign([{ id: first[n]!.id, ...link }]);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(IndexUnavailable);
        return false;
      }
    };
    while (!rolled && written < 500) if (await write(written)) written += 1;
    while (!(await write(written))) await rolling;
    written += 1;
    const after = await rolling;
    await index.remove([item('n599').id]);
    expect(await total(index)).toBe(600 + written);
    expect(await after.get([item('m0').id, item('n599').id], nationalScope)).toHaveLength(1);
    const linked = await index.search({ scope: nationalScope, linked: true, limit: 1 });
    expect(linked.total).toBe(written);
    expect(written).toBeGreaterThan(0);
    expect(await after.put([item('new')])).toMatchObject({ written: 1 });
    await expect(open(itemMapping)).rejects.toThrow('older than its data');
  }, 60_000);

  it('refuses an index that was made by hand where its own should be', async () => {
    await send(`${prefix}-items`, 'PUT', {});
    await expect(open()).rejects.toThrow('made by hand');
    prefix = `t${randomUUID()}`;
    await send('handmade', 'PUT', { aliases: { [`${prefix}-items`]: {} } });
    await expect(open()).rejects.toThrow('was not made by this program');
  });

  it('refuses its own index when its mapping was changed by hand, naming the field', async () => {
    const index = await open();
    await index.put([item('a')]);
    await expect(open()).resolves.toBeDefined();
    await send(`${prefix}-items/_mapping`, 'PUT', { properties: { buatan: { type: 'keyword' } } });
    await expect(open()).rejects.toThrow(/^The mapping of \S+ was changed by hand \(buatan\): [^\n]+$/);
  });
});
