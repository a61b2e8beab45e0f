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
import type { LinkSettings } from '../link/settings.ts';
import { changeCase } from '../workflow/change-case.ts';
import { LinkWriter } from './link-writer.ts';
import { relinkIssues } from './relink/relink-issues.ts';

const shortage = [
  'KPU Kota Malang kekurangan surat suara, pemilih di tiga TPS diminta menunggu sejak pagi',
  'Antrean panjang di TPS Kota Malang karena surat suara kurang, petugas meminta kiriman tambahan',
  'Ketua KPU Kota Malang menjelaskan penyebab surat suara kurang dan menjanjikan pengiriman hari ini',
];
const pay = [
  'Honor KPPS Kota Makassar belum cair, petugas menagih ke bendahara KPU',
  'Sudah tiga bulan petugas KPPS Makassar menunggu honor yang belum cair dari KPU',
  'Bendahara KPU Kota Makassar menyebut honor KPPS belum cair karena berkas terlambat',
];
const more = 'Petugas KPPS Makassar mengadu ke dewan soal honor yang belum cair';
/** Whatever shares a word becomes one when it grows: what is asked here is who stays. */
const eager = { mergeThreshold: 0.001, mergeThresholdPerDoubling: 0, otherRegencyFactor: 1, kinMerge: 99 };

describe('an issue that people work on', () => {
  const clock = createFixedClock();
  let index: ItemIndex;
  let records: Records;
  let link: LinkWriter;
  let made = 0;

  const writer = (writerId: string, settings: Partial<LinkSettings> = {}) =>
    new LinkWriter({ index, records, clock, writerId, createLinker: () => createLinker(settings) });
  const put = async (texts: readonly string[], code: string): Promise<string[]> => {
    const items = texts.map((text) => {
      made += 1;
      return buildIndexedItem({
        nativeId: `n-${made}`,
        text,
        author: `n-${made}`,
        publishedAt: clock.now() + made,
        collectedAt: clock.now() + made,
        labels: buildLabels({ places: [{ code, from: 'text', words: [] }] }),
      });
    });
    await index.put(items);
    return items.map(({ id }) => id);
  };
  const all = async (): Promise<Issue[]> =>
    (await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 50 })).issues;
  const living = async (): Promise<Issue[]> =>
    (await all()).filter(({ state, parentId }) => state !== 'merged' && parentId === null);
  /** Two issues of three items, known to a writer that would make them one. */
  async function twoIssues(): Promise<{ older: Issue; younger: Issue }> {
    await writer('a').link([...(await put(shortage, '35.73')), ...(await put(pay, '73.71'))]);
    const [a, b] = (await living()).toSorted((one, two) => one.firstAt - two.firstAt);
    link = writer('b', eager);
    await link.link([]);
    return { older: a!, younger: b! };
  }
  const grow = async (): Promise<void> => void (await link.link(await put([more], '73.71')));
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
    expect(left).toMatchObject({ id: younger.id, number: younger.number, counts: { items: 7 } });
    expect((await all()).find(({ id }) => id === older.id)?.mergedInto).toBe(younger.id);
    // It is of two regencies now and RI's: its people must not lose it from sight.
    expect(left).toMatchObject({ unit: 'RI', handler: younger.unit });
  });

  it('is not made one with another that people work on, too', async () => {
    const { older, younger } = await twoIssues();
    await workOn(older);
    await workOn(younger);
    expect(await records.alike.of(older.id, 5)).toEqual([]);
    await grow();
    expect((await living()).map(({ counts }) => counts.items).sort()).toEqual([3, 4]);
    // What the machine may not do is told to those who may.
    expect(await records.alike.of(older.id, 5)).toEqual([{ issueId: younger.id, at: clock.now() }]);
    expect(await records.alike.of(younger.id, 5)).toEqual([{ issueId: older.id, at: clock.now() }]);
  });

  it('is not made one with another by a relink either: name, number and items stay', async () => {
    const { older, younger } = await twoIssues();
    await patch(older.id, { title: 'Surat suara kurang', titleBy: 'person' });
    await patch(younger.id, { title: 'Honor belum cair', titleBy: 'person' });
    await grow();
    const before = await living();
    const quiet = { progress: () => {}, check: () => {} };
    await relinkIssues({ index, records, clock, writerId: 'relink', settings: eager }, 0, quiet);
    const told = ({ id, number, title, counts, state }: Issue) => ({
      id,
      number,
      title,
      state,
      items: counts.items,
    });
    expect((await living()).map(told)).toEqual(before.map(told));
    expect(before.map(({ counts }) => counts.items).sort()).toEqual([3, 4]);
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
