import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildClaimLink } from '../../shared/testing/build-claim.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { linkIdOf } from '../claims/decide-links.ts';
import { createLinker } from '../link/linker.ts';
import { changeCase } from '../workflow/change-case.ts';
import { LinkWriter } from './link-writer.ts';

const shortage = [
  'Surat suara di Kota Malang kurang, warga KPU menunggu',
  'Kekurangan surat suara di Kota Malang, KPU diminta menjelaskan',
];
const pay = [
  'Honor KPPS di Kota Malang belum dibayar KPU sejak September',
  'KPPS Kota Malang menagih honor yang belum dibayar KPU sejak September',
  'Belum dibayar sejak September, honor KPPS Kota Malang ditanyakan ke KPU',
];
/** Matters of one place become one as soon as the younger has three items: what is asked here is who stays. */
const eager = { mergeThreshold: 0.02, mergeThresholdPerDoubling: 0, kinJoin: 99, kinPair: 99, kinMerge: 99 };

describe('an issue that people work on', () => {
  const clock = createFixedClock();
  let index: ItemIndex;
  let records: Records;
  let link: LinkWriter;
  let made = 0;

  const put = async (texts: readonly string[]): Promise<string[]> => {
    const items = texts.map((text) => {
      made += 1;
      return buildIndexedItem({
        nativeId: `n-${made}`,
        text,
        author: `n-${made}`,
        publishedAt: clock.now() + made,
        collectedAt: clock.now() + made,
        labels: buildLabels({ places: [{ code: '35.73', from: 'text', words: [] }] }),
      });
    });
    await index.put(items);
    return items.map(({ id }) => id);
  };
  const all = async (): Promise<Issue[]> =>
    (await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 50 })).issues;
  const living = async (): Promise<Issue[]> => (await all()).filter(({ state }) => state !== 'merged');
  /** The older matter and the younger one, two items each; the third item of the younger brings them together. */
  async function twoIssues(): Promise<{ older: Issue; younger: Issue }> {
    await link.link(await put(shortage));
    await link.link(await put(pay.slice(0, 2)));
    const [a, b] = (await living()).toSorted((one, two) => one.firstAt - two.firstAt);
    return { older: a!, younger: b! };
  }
  const grow = async (): Promise<void> => void (await link.link(await put(pay.slice(2))));
  const workOn = ({ id }: Issue, by = 'petugas') =>
    changeCase({ records, clock }, { issue: id, by }, async () => ({
      what: 'menulis catatan',
      why: null,
      action: 'issue.note',
      before: null,
      after: null,
    }));

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    link = new LinkWriter({
      ...{ index, records, clock, writerId: 'a' },
      createLinker: () => createLinker(eager),
    });
  });

  it('is left alone: of two that nobody touched the older stays', async () => {
    const { older, younger } = await twoIssues();
    await grow();
    expect((await living()).map(({ id }) => id)).toEqual([older.id]);
    expect((await all()).find(({ id }) => id === younger.id)?.mergedInto).toBe(older.id);
  });

  it('stays where another would have stayed, though it was taken in hand after the last batch', async () => {
    const { older, younger } = await twoIssues();
    await workOn(younger);
    await grow();
    const [left] = await living();
    expect(await living()).toHaveLength(1);
    expect(left).toMatchObject({ id: younger.id, number: younger.number, counts: { items: 5 } });
    expect((await all()).find(({ id }) => id === older.id)?.mergedInto).toBe(younger.id);
  });

  it('is not made one with another that people work on, too', async () => {
    const { older, younger } = await twoIssues();
    await workOn(older);
    await workOn(younger);
    await grow();
    expect((await living()).map(({ counts }) => counts.items).sort()).toEqual([2, 3]);
  });

  it.each([
    ['who owns it', async ({ id }: Issue) => patch(id, { owner: 'petugas' })],
    ['its name', async ({ id }: Issue) => patch(id, { titleBy: 'person' })],
    [
      'a claim that was linked to it',
      async ({ id }: Issue) => {
        await records.claimLinks.put(
          buildClaimLink(1, {
            ...{ id: linkIdOf(id, 'claim-1'), subjectKind: 'issue', subjectId: id, entryId: 'claim-1' },
            ...{ state: 'linked', by: 'person', person: 'petugas', decidedAt: clock.now() },
          }),
        );
      },
    ],
  ])('is known by %s', async (_, touch) => {
    const { younger } = await twoIssues();
    await touch(younger);
    await grow();
    expect((await living()).map(({ id }) => id)).toEqual([younger.id]);
  });

  async function patch(id: string, change: Partial<Issue>): Promise<void> {
    const [issue] = await records.issues.many([id]);
    await records.issues.put([{ ...issue!, ...change, version: issue!.version + 1 }]);
  }

  it('is made part of another by people alone, and who worked on it is told where it went', async () => {
    const { older, younger } = await twoIssues();
    await workOn(younger);
    await workOn(younger, 'rekan');
    await records.constraints.put({
      ...{ id: 'act', kind: 'must_link', left: older.id, right: younger.id },
      ...{ by: 'rekan', at: clock.now(), undoneAt: null },
    });
    await link.link([]);
    expect(await living()).toHaveLength(1);
    const told = await records.workflow.notices.of({ userId: 'petugas', limit: 5 });
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain(
      `${younger.number} yang Anda kerjakan sekarang bagian dari ${older.number}`,
    );
    // Whoever joined the two knows.
    expect(await records.workflow.notices.of({ userId: 'rekan', limit: 5 })).toEqual([]);
  });
});
