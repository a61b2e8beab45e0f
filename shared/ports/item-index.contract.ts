import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../domain/instant.ts';
import { fieldOf, itemFields } from '../domain/item-field.ts';
import type { IndexedItem } from '../domain/labelled-item.ts';
import { nationalScope } from '../domain/unit.ts';
import { buildIndexedItem, buildLabels } from '../testing/build-item.ts';
import { BadCursor, type ItemFilter, type ItemIndex } from './item-index.ts';

interface IndexBackend {
  name: string;
  /** A fresh, empty index. */
  create(): Promise<{ index: ItemIndex; destroy(): Promise<void> }>;
}

const start = Date.UTC(2024, 10, 27);
const scope = nationalScope;
const place = (code: string) => ({ code, from: 'text' as const, words: [] });
const value = <T>(of: T) => ({ value: of, confidence: 1, words: [], by: 'machine' as const });

const item = (nativeId: string, text: string, over: Partial<IndexedItem> = {}): IndexedItem =>
  buildIndexedItem({ nativeId, text, publishedAt: start, ...over });

const collect = async (batches: AsyncIterable<IndexedItem[]>): Promise<string[][]> => {
  const all: string[][] = [];
  for await (const batch of batches) all.push(batch.map((one) => one.nativeId));
  return all;
};

/** What every ItemIndex promises; a backend's test registers it. */
export function describeItemIndexContract(backend: IndexBackend): void {
  describe(`ItemIndex contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<IndexBackend['create']>>;
    let index: ItemIndex;
    beforeEach(async () => {
      made = await backend.create();
      index = made.index;
    });
    afterEach(() => made.destroy());

    const natives = async (filter: Partial<ItemFilter>): Promise<string[]> =>
      (await index.search({ scope, limit: 200, ...filter })).hits.map((hit) => hit.item.nativeId).sort();

    describe('writing', () => {
      it('gives back what was put, whole', async () => {
        const whole = item('a', 'Surat suara \u{1F5F3} rusak di TPS 5', {
          title: 'Judul',
          url: 'https://contoh.example/a',
          outlet: 'Kabar',
          metrics: { likes: 1, replies: 2, shares: 3, views: 4, followers: 5 },
          labels: buildLabels({
            places: [place('35.73')],
            indication: { score: 0.8, raised: true, reasons: [{ code: 'c', weight: 1, words: ['w'] }] },
          }),
          bandKeys: ['k1'],
          storyId: 's',
          issueId: 'i',
          duplicateOf: null,
          linkedAt: start,
        });
        expect(await index.put([whole])).toEqual({ written: 1, unchanged: 0, refused: [] });
        expect(await index.get([whole.id], scope)).toEqual([whole]);
      });

      it('is idempotent, replaces on a later version and keeps the link', async () => {
        const first = item('a', 'lama sekali');
        await index.put([first]);
        await index.assign([
          { id: first.id, storyId: 's1', issueId: 'i1', duplicateOf: null, linkedAt: start },
        ]);
        expect(await index.put([first])).toMatchObject({ written: 0, unchanged: 1 });
        const second = { ...first, text: 'isi berubah', version: 2 };
        expect(await index.put([second])).toMatchObject({ written: 1 });
        const [now] = await index.get([first.id], scope);
        expect(now).toMatchObject({ text: 'isi berubah', version: 2, storyId: 's1', issueId: 'i1' });
        expect(await natives({ text: 'lama' })).toEqual([]);
        expect(await natives({ text: 'berubah' })).toEqual(['a']);
        expect(await index.put([first])).toMatchObject({ unchanged: 1 });
      });

      it('refuses one bad item by its reason and writes the others', async () => {
        const result = await index.put([
          item('a', 'satu'),
          { ...item('b', 'dua'), id: 'no id' },
          item('c', 'tiga'),
        ]);
        expect(result.written).toBe(2);
        expect(result.refused).toHaveLength(1);
        expect(result.refused[0]!.reason).not.toBe('');
        expect(await natives({})).toEqual(['a', 'c']);
      });

      it('says beforehand what it would refuse, and writes nothing by it', async () => {
        const bad = { ...item('b', 'dua'), id: 'no id' };
        const unfit = await index.unfit([item('a', 'satu'), bad]);
        expect(unfit.map(({ id }) => id)).toEqual(['no id']);
        expect(unfit[0]!.reason).not.toBe('');
        expect(await natives({})).toEqual([]);
      });

      it('takes an id twice in one batch as one', async () => {
        const one = item('a', 'satu');
        expect(await index.put([one, one])).toMatchObject({ written: 1, unchanged: 1 });
      });

      it('removes, and passes over what is not there', async () => {
        const one = item('a', 'satu', { labels: buildLabels({ places: [place('35.73')] }), bandKeys: ['k'] });
        await index.put([one]);
        await index.remove([one.id, 'f'.repeat(32)]);
        expect(await natives({})).toEqual([]);
        expect(await natives({ text: 'satu' })).toEqual([]);
        expect(await index.byBandKeys(['k'], { since: 0, limit: 5 })).toEqual([]);
      });

      it('tells what it knows and what is linked', async () => {
        const [a, b] = [item('a', 'satu'), item('b', 'dua')];
        await index.put([a, b]);
        await index.assign([{ id: b.id, storyId: 's', issueId: null, duplicateOf: null, linkedAt: start }]);
        const known = await index.known([a.id, b.id, 'f'.repeat(32)]);
        expect(Object.fromEntries(known)).toEqual({
          [a.id]: { version: 1, linked: false },
          [b.id]: { version: 1, linked: true },
        });
      });
    });

    describe('scope and filters', () => {
      beforeEach(async () => {
        const at = (code: string) => buildLabels({ places: [place(code)] });
        await index.put([
          item('malang', 'antrean panjang', { labels: at('35.73') }),
          item('jatim', 'antrean provinsi', { labels: at('35') }),
          item('makassar', 'antrean makassar', {
            labels: at('73.71'),
            platform: 'news',
            outlet: 'Kabar',
            issueId: 'i1',
            storyId: 's1',
            linkedAt: start,
          }),
          item('ri', 'antrean nasional', {
            labels: buildLabels({
              tone: { ...value('negative' as const), needsReview: false },
              topic: value('dpt' as const),
              criticism: value(true),
              stance: value('bertanya' as const),
            }),
            publishedAt: start + 5 * hourMs,
            duplicateOf: 'x',
            issueId: 'i2',
            linkedAt: start,
          }),
        ]);
      });

      it('never shows what lies outside the scope', async () => {
        expect(await natives({})).toEqual(['jatim', 'makassar', 'malang', 'ri']);
        expect(await natives({ scope: { unit: '35' } })).toEqual(['jatim', 'malang']);
        expect(await natives({ scope: { unit: '35.73' } })).toEqual(['malang']);
        expect(await natives({ scope: { unit: '35.73' }, areas: ['73.71'] })).toEqual([]);
        const [far] = (await index.search({ scope, areas: ['73.71'], limit: 5 })).hits;
        const link = { storyId: 's', issueId: 'shown', duplicateOf: null, linkedAt: start };
        await index.assign([{ id: far!.item.id, ...link }]);
        const beyond = { unit: '35.73', issues: ['shown'] };
        expect(await natives({ scope: beyond })).toEqual(['makassar', 'malang']);
        expect(await index.get([far!.item.id], { unit: '35.73', issues: ['other'] })).toEqual([]);
        expect(await index.get([far!.item.id], beyond)).toHaveLength(1);
        const ids = [item('malang', '').id, item('makassar', '', { platform: 'news' }).id];
        expect((await index.get(ids, { unit: '35' })).map((one) => one.nativeId)).toEqual(['malang']);
        expect(await collect(index.scan({ scope: { unit: '73' } }, 10))).toEqual([['makassar']]);
        expect(await index.histogram({ scope: { unit: '35.73' } }, hourMs)).toMatchObject([{ items: 1 }]);
      });

      it('filters by each part and by all together', async () => {
        expect(await natives({ areas: ['35'] })).toEqual(['jatim', 'malang']);
        expect(await natives({ platforms: ['news'] })).toEqual(['makassar']);
        expect(await natives({ outlets: ['Kabar'] })).toEqual(['makassar']);
        expect(await natives({ topics: ['dpt', 'sirekap'] })).toEqual(['ri']);
        expect(await natives({ tones: ['negative'] })).toEqual(['ri']);
        expect(await natives({ stances: ['bertanya'] })).toEqual(['ri']);
        expect(await natives({ criticism: true })).toEqual(['ri']);
        expect(await natives({ indicated: true })).toEqual([]);
        expect(await natives({ issueIds: ['i1', 'i2'] })).toEqual(['makassar', 'ri']);
        expect(await natives({ storyIds: ['s1'] })).toEqual(['makassar']);
        expect(await natives({ sourceIds: ['other'] })).toEqual([]);
        expect(await natives({ uniqueOnly: true })).toEqual(['jatim', 'makassar', 'malang']);
        expect(await natives({ linked: false })).toEqual(['jatim', 'malang']);
        expect(await natives({ from: start + 1 })).toEqual(['ri']);
        expect(await natives({ to: start + 5 * hourMs })).toEqual(['jatim', 'makassar', 'malang']);
        expect(await natives({ areas: [] })).toEqual([]);
        expect(await natives({ text: 'antrean', platforms: ['x'], areas: ['35'] })).toEqual([
          'jatim',
          'malang',
        ]);
      });

      it('counts by facet and over time', async () => {
        const page = await index.search({
          scope,
          limit: 1,
          facets: ['platform', 'tone', 'area', 'topic', 'outlet', 'stance'],
        });
        expect(page.total).toBe(4);
        expect(page.totalIsExact).toBe(true);
        expect(page.facets.platform).toEqual([
          { value: 'x', count: 3 },
          { value: 'news', count: 1 },
        ]);
        expect(page.facets.area).toContainEqual({ value: '35', count: 2 });
        expect(page.facets.outlet).toEqual([{ value: 'Kabar', count: 1 }]);
        expect(await index.histogram({ scope }, hourMs)).toEqual([
          { at: start, items: 3, unique: 3, positive: 0, neutral: 3, negative: 0 },
          { at: start + 5 * hourMs, items: 1, unique: 0, positive: 0, neutral: 0, negative: 1 },
        ]);
      });
    });

    describe('words', () => {
      beforeEach(async () => {
        await index.put([
          item('a', 'KPU membagikan undangan pemilih kepada warga'),
          item('b', 'Pembagian undangan terlambat, warga pemilih mengeluh'),
          item('c', 'Harga cabai naik di pasar', { title: 'Undangan makan siang' }),
        ]);
      });

      it('finds all words, stemmed, in title and text', async () => {
        expect(await natives({ text: 'undangan' })).toEqual(['a', 'b', 'c']);
        expect(await natives({ text: 'UNDANGAN warga' })).toEqual(['a', 'b']);
        expect(await natives({ text: 'dibagikan' })).toEqual(['a', 'b']);
        expect(await natives({ text: 'kereta' })).toEqual([]);
      });

      it('tells the words that stand out, as they are written', async () => {
        await index.put([
          ...Array.from({ length: 12 }, (_, n) =>
            item(`l${n}`, `Warga menunggu di TPS nomor ${n} sejak pagi`),
          ),
          ...Array.from({ length: 4 }, (_, n) =>
            item(`s${n}`, `Warga melihat sirekap salah baca di TPS ${n}`, { outlet: 'Kabar' }),
          ),
        ]);
        const telling = await index.significantTerms({ scope: nationalScope, outlets: ['Kabar'] }, 5);
        const words = telling.map(({ term }) => term);
        expect(words.slice(0, 4)).toEqual(expect.arrayContaining(['sirekap', 'salah']));
        expect(words).not.toContain('warga');
        expect(telling[0]).toMatchObject({ items: 4 });
        expect(await index.significantTerms({ scope: nationalScope, outlets: ['Lain'] }, 5)).toEqual([]);
        expect(await index.significantTerms({ scope: nationalScope, outlets: ['Kabar'] }, 1)).toHaveLength(1);
      });

      it('understands phrases and exclusions', async () => {
        expect(await natives({ text: '"undangan pemilih"' })).toEqual(['a']);
        expect(await natives({ text: 'undangan -makan' })).toEqual(['a', 'b']);
      });

      it.each([
        '"',
        '*',
        'AND',
        'a OR',
        '(',
        'text:x',
        "'; DROP TABLE item; --",
        '-',
        '\u0000',
        '{"x":1}',
        '^',
        'NEAR(',
      ])('takes %j for words, never for syntax', async (text) => {
        await expect(index.search({ scope, text, limit: 5 })).resolves.toBeDefined();
      });

      it('marks what matched without any markup', async () => {
        const { hits } = await index.search({ scope, text: 'terlambat', limit: 5, highlight: true });
        expect(hits[0]!.highlight).toContain('\u0002terlambat\u0003');
        expect((await index.search({ scope, text: 'terlambat', limit: 5 })).hits[0]!.highlight).toBeNull();
      });
    });

    describe('pages', () => {
      beforeEach(async () => {
        await index.put(
          Array.from({ length: 25 }, (_, n) =>
            item(`p${n}`, 'undangan pemilih', { publishedAt: start + Math.floor(n / 2) * 1000 }),
          ),
        );
      });

      it.each([{}, { text: 'undangan' }, { text: 'undangan', sort: 'time' as const }])(
        'walks all pages of %j, each hit once',
        async (query) => {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await index.search({
              scope,
              limit: 4,
              ...query,
              ...(cursor === undefined ? {} : { cursor }),
            });
            expect(page.total).toBe(25);
            seen.push(...page.hits.map((hit) => hit.item.nativeId));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          expect(new Set(seen).size).toBe(25);
          expect(seen.length).toBe(25);
        },
      );

      it('is newest first without words', async () => {
        const { hits } = await index.search({ scope, limit: 3 });
        expect(hits.map((hit) => hit.item.publishedAt)).toEqual([
          start + 12_000,
          start + 11_000,
          start + 11_000,
        ]);
      });

      it('refuses a cursor it did not make', async () => {
        await expect(index.search({ scope, limit: 3, cursor: 'no cursor' })).rejects.toBeInstanceOf(
          BadCursor,
        );
      });

      it('scans everything in time order, in batches', async () => {
        const batches = await collect(index.scan({ scope }, 10));
        expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
        expect(new Set(batches.flat()).size).toBe(25);
        expect(batches[0]!.slice(0, 2).sort()).toEqual(['p0', 'p1']);
      });

      it('projects parts of everything in the order of a scan, in batches', async () => {
        const batches: (readonly unknown[][])[] = [];
        for await (const batch of index.project({ scope }, itemFields, 10)) batches.push(batch);
        const items: IndexedItem[] = [];
        for await (const batch of index.scan({ scope }, 10)) items.push(...batch);
        expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
        expect(batches.flat()).toEqual(items.map((one) => itemFields.map((field) => fieldOf(one, field))));
      });
    });

    describe('candidates', () => {
      it('finds by shared band keys, most shared first, since a time', async () => {
        const [a, b, c] = [
          item('a', 'satu', { bandKeys: ['k1', 'k2'] }),
          item('b', 'dua', { bandKeys: ['k2', 'k3'] }),
          item('c', 'tiga', { bandKeys: ['k1', 'k2'], publishedAt: start - hourMs }),
        ];
        await index.put([a, b, c]);
        expect(await index.byBandKeys(['k1', 'k2', 'k9'], { since: start, limit: 10 })).toEqual([
          { id: a.id, shared: 2 },
          { id: b.id, shared: 1 },
        ]);
        expect(await index.byBandKeys([], { since: 0, limit: 10 })).toEqual([]);
        expect(await index.byBandKeys(['k1'], { since: 0, limit: 1 })).toHaveLength(1);
      });

      it('finds similar words, best first', async () => {
        const [a, b] = [
          item('a', 'tujuh kontainer surat suara tercoblos di pelabuhan'),
          item('b', 'surat suara tiba di gudang'),
        ];
        await index.put([a, b, item('c', 'harga cabai')]);
        const found = await index.similar('kontainer surat suara tercoblos', { since: 0, limit: 10 });
        expect(found.map((one) => one.id)).toEqual([a.id, b.id]);
        expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
        expect(await index.similar('kontainer', { since: start + 1, limit: 10 })).toEqual([]);
        expect(await index.similar('', { since: 0, limit: 10 })).toEqual([]);
      });
    });
  });
}
