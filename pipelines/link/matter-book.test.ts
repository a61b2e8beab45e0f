import { describe, expect, test } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { createLinker } from './linker.ts';
import { relink } from './testdata/relink.ts';

const start = Date.parse('2024-02-05T00:00:00Z');
const post = (id: string, text: string, hours: number, code = '73.71') =>
  plainItem(
    { id, text, at: start + hours * hourMs, author: id },
    {
      target: { ...plainLabels.target, value: true, confidence: 0.99 },
      topic: { ...plainLabels.topic, value: 'rekapitulasi' },
      places: [{ code, from: 'text', words: [] }],
    },
  );
const late = [
  'Rekapitulasi suara di kecamatan molor sampai subuh, PPK kelelahan',
  'Rekapitulasi kecamatan molor lagi, PPK kelelahan dan mengantuk',
].map((text, i) => post(`late${i}`, text, i));
const riot = [
  'Saksi walk out dari rapat pleno rekapitulasi karena formulir hasil hilang',
  'Saksi walk out lagi, formulir hasil rekapitulasi hilang',
].map((text, i) => post(`riot${i}`, text, 2 + i));
const more = post('riot9', 'Rapat bubar setelah saksi walk out, PPK mencari formulir hasil yang raib', 9);
/** Items join by words alone here, and matters unite as soon as one is looked at. */
const settings = { kinJoin: 99, kinPair: 99, kinMerge: -5 };

describe('an issue that people have in hand', () => {
  const started = () => {
    const linker = createLinker(settings);
    linker.linkBatch([...late, ...riot]);
    const [older, younger] = [late, riot].map(([first]) => linker.issueOf(first!.id)!) as [string, string];
    expect(older).not.toBe(younger);
    return { linker, older, younger };
  };

  test('without one the younger issue becomes part of the older one, and its id leads there', () => {
    const { linker, older, younger } = started();
    expect(linker.linkBatch([more]).merges).toEqual([{ from: younger, into: older, by: 'machine' }]);
    expect(linker.issueOf(younger)).toBe(older);
  });

  test('it stays, though it is the younger one: the other becomes part of it', () => {
    const { linker, older, younger } = started();
    linker.hold(new Set([younger]));
    const outcome = linker.linkBatch([more]);
    expect(outcome.merges).toEqual([{ from: older, into: younger, by: 'machine' }]);
    expect(linker.issueOf(late[0]!.id)).toBe(younger);
    expect(linker.issueOf(older)).toBe(younger);
    expect(outcome.issues.find(({ id }) => id === younger)!.counts.items).toBe(3);
  });

  test('two of them stay apart until a person merges them', () => {
    const { linker, older, younger } = started();
    linker.hold(new Set([older, younger]));
    const { merges, alike } = linker.linkBatch([more]);
    expect(merges).toEqual([]);
    expect(alike).toEqual([[older, younger].toSorted()]);
    expect(linker.linkBatch([]).alike).toEqual([]);
    expect([older, younger].map((id) => linker.issueOf(id))).toEqual([older, younger]);
    const act = { id: 'm', by: 'petugas', at: start, undoneAt: null };
    linker.constrain([{ ...act, kind: 'must_link', left: younger, right: older }]);
    expect(linker.issueOf(older)).toBe(younger);
  });

  test('two of them are not called alike where only one is in hand, nor where a person says that they are two', () => {
    const one = started();
    one.linker.hold(new Set([one.younger]));
    expect(one.linker.linkBatch([more]).alike).toEqual([]);
    const { linker, older, younger } = started();
    linker.hold(new Set([older, younger]));
    const act = { id: 'a', by: 'petugas', at: start, undoneAt: null };
    linker.constrain([{ ...act, kind: 'cannot_link', left: older, right: younger }]);
    expect(linker.linkBatch([more])).toMatchObject({ merges: [], alike: [] });
  });

  test('a text that was only re-posted stays in hand alone: it and the matter that it would join are said to be alike', () => {
    const told = Array.from({ length: 3 }, (_, i) => post(`told${i}`, riot[0]!.text, 3 + i));
    const strict = { kinJoin: 99, kinPair: 99, kinMerge: 99, matterThreshold: 99, profileThreshold: 99 };
    const first = createLinker({ ...strict, mergeThreshold: 99 }).linkBatch([...late, ...told]);
    const links = new Map(first.assignments.map(({ itemId, ...link }) => [itemId, { ...link, linkedAt: 0 }]));
    const items = [...late, ...told].map((item) => ({ ...item, ...links.get(item.id)! }));
    const [whole, lone] = [late, told].map(([item]) => links.get(item!.id)!.issueId!) as [string, string];
    const more = post(
      'late9',
      'PPK kelelahan menunggu saksi berjam-jam, rekapitulasi kecamatan baru selesai tengah malam',
      9,
    );
    const grow = (held: readonly string[]) => {
      const linker = createLinker({ ...strict, mergeThreshold: 99, kinJoin: -50, kinMargin: 0 });
      linker.restore(items, first.issues, first.stories);
      linker.hold(new Set(held));
      const { merges, alike } = linker.linkBatch([more]);
      return { merges, alike };
    };
    expect(grow([])).toEqual({ merges: [{ from: lone, into: whole, by: 'machine' }], alike: [] });
    expect(grow([whole])).toEqual(grow([]));
    expect(grow([lone])).toEqual({ merges: [], alike: [[lone, whole].toSorted()] });
  });

  test('a relink, too, keeps two of them apart and says that they are alike', () => {
    const { assignments, issues } = createLinker(settings).linkBatch([...late, ...riot]);
    const places = new Map(assignments.map(({ itemId, ...link }) => [itemId, { ...link, linkedAt: 0 }]));
    const lone = { storyId: null, issueId: null, duplicateOf: null, linkedAt: null };
    const items = [...late, ...riot, more].map((item) => ({ ...item, ...(places.get(item.id) ?? lone) }));
    const ids = issues.map(({ id }) => id).toSorted();
    const again = relink({ items, issues, acts: [], held: new Set(ids), settings });
    expect(again.kept.toSorted()).toEqual(ids);
    expect(again.alike).toEqual([ids]);
  });
});

test('one matter in two regencies is one issue of the province, with a local one under it for each', () => {
  const linker = createLinker();
  const garut = [
    'Honor KPPS Garut belum cair, petugas menagih ke kantor KPU',
    'Sudah dua pekan petugas KPPS Garut menunggu honor yang belum cair dari KPU',
    'KPU Garut didatangi puluhan KPPS, honor tak kunjung cair',
  ];
  const ciamis = [
    'Petugas di Ciamis ikut mengeluh, honor KPPS belum cair juga',
    'KPU Ciamis minta maaf, honor KPPS cair bertahap pekan depan',
    'Kapan honor KPPS Ciamis cair? petugas sudah menagih ke KPU tiga kali',
  ];
  const items = [
    ...garut.map((text, i) => post(`g${i}`, text, i, '32.05')),
    ...ciamis.map((text, i) => post(`c${i}`, text, i + 0.5, '32.07')),
  ].sort((a, b) => a.publishedAt - b.publishedAt);
  const { issues, assignments } = linker.linkBatch(items);
  const whole = issues.filter(({ parentId }) => parentId === null);
  expect(whole.map(({ unit, counts }) => [unit, counts.items])).toEqual([['32', 6]]);
  const local = issues.filter(({ parentId }) => parentId === whole[0]!.id);
  expect(local.map(({ unit, counts }) => [unit, counts.items]).sort()).toEqual([
    ['32.05', 3],
    ['32.07', 3],
  ]);
  const issueOf = new Map(assignments.map(({ itemId, issueId }) => [itemId, issueId]));
  expect(new Set(items.map(({ id }) => issueOf.get(id)))).toEqual(new Set(local.map(({ id }) => id)));
});
