import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nationalScope, type Scope } from '../../../shared/domain/unit.ts';
import { IndexUnavailable, type ItemIndex } from '../../../shared/ports/item-index.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { createTaskThread } from '../../http/worker/task-thread.ts';
import { openSqlite, type Sqlite } from '../../sqlite/open-sqlite.ts';
import { createSqliteIndex } from './create-sqlite-index.ts';
import { createFindApart, type Outcome } from './find-apart.ts';
import type { FoundPage, Question } from './find-page.ts';
import { createFind, type FindData } from './find-thread.ts';

let folder: string;
let sqlite: Sqlite;
let index: ItemIndex;
let asked: Question[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saring-find-'));
  const path = join(folder, 'saring.sqlite');
  sqlite = openSqlite(path);
  createSqliteIndex(sqlite, searchTerms);
  const find = createFind(path);
  asked = [];
  const apart = createFindApart(async (questions) => {
    asked.push(...questions);
    return questions.map((question) => ({ found: find(question) }));
  });
  index = createSqliteIndex(sqlite, searchTerms, apart);
});
afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

const item = (nativeId: string, area: string) =>
  buildIndexedItem({
    nativeId,
    text: `undangan ${nativeId}`,
    labels: {
      ...buildIndexedItem({}).labels,
      places: [{ code: area, from: 'text', words: [] }],
    },
  });
const seen = async (scope: Scope, text = 'undangan') => {
  const { hits, total } = await index.search({ scope, text, limit: 10, highlight: true });
  return [hits.map((hit) => hit.item.nativeId).toSorted(), total];
};

it('finds a write at once, though it keeps what it found before', async () => {
  await index.put([item('a', '3515')]);
  expect(await seen(nationalScope)).toEqual([['a'], 1]);
  expect(await seen(nationalScope)).toEqual([['a'], 1]);
  await index.put([item('b', '3273')]);
  expect(await seen(nationalScope)).toEqual([['a', 'b'], 2]);
  await index.remove([item('a', '3515').id]);
  expect(await seen(nationalScope)).toEqual([['b'], 1]);
  expect(asked).toHaveLength(4);
});

it('finds what another connection or process wrote', async () => {
  expect(await seen(nationalScope)).toEqual([[], 0]);
  const other = openSqlite(sqlite.path);
  await createSqliteIndex(other, searchTerms).put([item('a', '3515')]);
  other.close();
  expect(await seen(nationalScope)).toEqual([['a'], 1]);
});

it('keeps nothing that one unit found for another, whatever their issues beyond it', async () => {
  await index.put([item('a', '3515'), item('b', '3273')]);
  await index.assign([
    { id: item('b', '3273').id, storyId: 's', issueId: 'i', duplicateOf: null, linkedAt: 1 },
  ]);
  for (let again = 0; again < 2; again++) {
    expect(await seen(nationalScope)).toEqual([['a', 'b'], 2]);
    expect(await seen({ unit: '3515' })).toEqual([['a'], 1]);
    expect(await seen({ unit: '3515', issues: ['i'] })).toEqual([['a', 'b'], 2]);
    expect(await seen({ unit: '3273' })).toEqual([['b'], 1]);
    expect(await seen({ unit: '94' })).toEqual([[], 0]);
  }
});

it('asks together what comes while a question is under way, and answers each for itself', async () => {
  const sizes: number[] = [];
  const page = (name: string): FoundPage => ({
    rows: [],
    next: null,
    total: name.length,
    totalIsExact: true,
    facets: {},
  });
  const find = createFindApart(async (questions) => {
    sizes.push(questions.length);
    return questions.map(({ match }) => (match === 'bad' ? { failed: 'no' } : { found: page(match!) }));
  });
  const ask = (match: string) => find({ query: { scope: nationalScope, limit: 1 }, match, after: null });
  const all = await Promise.allSettled(['a', 'bad', 'ccc', ...Array(12).fill('dd')].map(ask));
  expect(sizes).toEqual([1, 8, 6]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value.total : String(one.reason)))).toEqual([
    1,
    'Error: no',
    3,
    ...Array(12).fill(2),
  ]);
});

it('says that the index is away when the thread ends, and asks again afterwards', async () => {
  let tries = 0;
  const find = createFindApart(async () => {
    tries += 1;
    if (tries === 1) throw new Error('task_timed_out');
    return [{ found: { rows: [], next: null, total: 0, totalIsExact: true, facets: {} } }];
  });
  const ask = () => find({ query: { scope: nationalScope, limit: 1 }, match: 'a', after: null });
  await expect(ask()).rejects.toBeInstanceOf(IndexUnavailable);
  expect(await ask()).toMatchObject({ total: 0 });
});

it('searches in a real thread, beside the process', async () => {
  const thread = createTaskThread<[readonly Question[]], Outcome[]>({
    module: new URL('./find-thread.ts', import.meta.url),
    exported: 'find',
    data: { path: sqlite.path } satisfies FindData,
    timeoutMs: 20_000,
  });
  const threaded = createSqliteIndex(
    sqlite,
    searchTerms,
    createFindApart((questions) => thread.run(questions)),
  );
  await threaded.put([item('a', '3515'), item('b', '3273')]);
  const search = (limit: number) => threaded.search({ scope: nationalScope, text: 'undangan', limit });
  expect((await search(5)).hits.map(({ item: { nativeId } }) => nativeId).toSorted()).toEqual(['a', 'b']);
  await expect(search(-Infinity)).rejects.toThrow(/syntax|no such column/);
  expect((await search(5)).total).toBe(2);
  await thread.close();
});
