import { describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { areasBelow, unitOfCode } from '../../../services/cli/report/unit-of-code.ts';
import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { opinionMapSchema, type ReportTable } from '../../../shared/domain/opinion-map.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { createRandom } from '../../train/random.ts';
import { tileCodes } from '../charts/tile-map.ts';
import { weekSpan } from '../report-span.ts';
import { buildOpinionMap } from './build-opinion-map.ts';
import { gatherInput } from './gather-input.ts';

const span = weekSpan('2026-W53', 'Asia/Jakarta');
const tones = ['positive', 'neutral', 'negative', 'unrelated'] as const;
const topics = ['dpt', 'logistik', 'sirekap'] as const;
const platforms = ['x', 'news', 'facebook'] as const;
const codes = ['35.73', '35.07', '32.01', '73.71', '35'];

/** Two weeks of items with every label drawn; some re-posts, some about others than KPU. */
function makeItems(count: number): IndexedItem[] {
  const random = createRandom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, n) => {
    const tone = pick(tones);
    const platform = pick(platforms);
    const base = buildLabels();
    return buildIndexedItem({
      nativeId: `n${n}`,
      platform,
      outlet: platform === 'news' ? pick(['Harian A', 'Harian B']) : null,
      publishedAt: span.previousFrom + Math.floor(random() * (span.to - span.previousFrom)),
      issueId: pick(['issue-001', 'issue-002', null]),
      storyId: `story-${Math.floor(random() * 40)}`,
      duplicateOf: random() < 0.2 ? 'x'.repeat(32) : null,
      labels: buildLabels({
        target: { ...base.target, value: tone !== 'unrelated' },
        tone: { ...base.tone, value: tone },
        topic: { ...base.topic, value: pick(topics) },
        stance: { ...base.stance, value: pick(['none', 'menyebarkan', 'bertanya']) },
        places: [{ code: pick(codes), from: 'text', words: [] }],
      }),
    });
  });
}

async function openStore(items: readonly IndexedItem[]) {
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records } = await createRecords(createSqliteDialect(sqlite));
  await index.put(items);
  await index.assign(
    items.map(({ id, storyId, issueId, duplicateOf }) => ({
      id,
      storyId,
      issueId,
      duplicateOf,
      linkedAt: span.to,
    })),
  );
  return { index, records, clock: createFixedClock(span.to) };
}

const at = { firstAt: span.from, lastAt: span.to - 1 };
const build = async (unit: string, items: readonly IndexedItem[]) => {
  const store = await openStore(items);
  await store.records.issues.put([
    buildIssue(1, { ...at, verdict: 'salah', unit: '35.73' }),
    buildIssue(2, { ...at, title: '=HYPERLINK("http://x")<b>', unit: '35.07', areas: ['35.07'] }),
  ]);
  const one = unitOfCode(unit);
  const input = await gatherInput(store, { unit: one, span, areas: areasBelow(one), modelErrors: [] });
  return buildOpinionMap(input);
};

const tableOf = (map: Awaited<ReturnType<typeof build>>, id: string): ReportTable =>
  map.sections.flatMap(({ tables }) => tables).find((table) => table.id === id)!;
const figure = (map: Awaited<ReturnType<typeof build>>, key: string) =>
  map.figures.find((one) => one.key === key)!.value;

describe('the opinion map', () => {
  const items = makeItems(1_500);
  const about = items.filter(
    ({ publishedAt, labels }) => publishedAt >= span.from && publishedAt < span.to && labels.target.value,
  );
  const unique = about.filter(({ duplicateOf }) => duplicateOf === null);
  const count = (list: readonly IndexedItem[], tone: string) =>
    list.filter(({ labels }) => labels.tone.value === tone).length;

  it('shows the numbers that the items give when counted another way', async () => {
    const map = await build('RI', items);
    expect(opinionMapSchema.safeParse(map).success).toBe(true);
    expect(figure(map, 'items')).toBe(about.length);
    expect(figure(map, 'unique')).toBe(unique.length);
    const before = items.filter(
      ({ publishedAt, labels }) => publishedAt < span.from && labels.target.value,
    ).length;
    expect(figure(map, 'change')).toBeCloseTo(about.length / before - 1, 12);
    const net = (100 * (count(unique, 'positive') - count(unique, 'negative'))) / unique.length;
    expect(figure(map, 'netTone')).toBeCloseTo(net, 9);
    expect(figure(map, 'negativeShare')).toBeCloseTo(count(unique, 'negative') / unique.length, 12);
    const spread = about.filter(
      ({ issueId, labels }) => issueId === 'issue-001' && labels.stance.value === 'menyebarkan',
    );
    expect([figure(map, 'hoaxIssues'), figure(map, 'hoaxContent')]).toEqual([1, spread.length]);
  });

  it('has the same totals in every table', async () => {
    const map = await build('RI', items);
    for (const id of ['volume', 'topics', 'platforms']) {
      const { rows } = tableOf(map, id);
      expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(about.length);
      expect(rows.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(count(unique, 'negative'));
    }
    const malang = about.filter(({ labels }) => labels.places[0]!.code.startsWith('35'));
    expect(tableOf(map, 'region').rows.find(([name]) => name === 'Jawa Timur')![1]).toBe(malang.length);
    const days = tableOf(map, 'volume').rows.map(([day]) => day);
    expect([days[0], days.at(-1)]).toEqual(['2026-12-28', '2027-01-03']);
  });

  it('of a province has its regencies, of a regency no rows by area', async () => {
    const inRegency = about.filter(({ labels }) => labels.places[0]!.code === '35.73');
    const province = await build('35', items);
    expect(
      tableOf(province, 'region')
        .rows.map(([name]) => name)
        .sort(),
    ).toEqual(['Kabupaten Malang', 'Kota Malang']);
    const regency = await build('35.73', items);
    expect(figure(regency, 'items')).toBe(inRegency.length);
    expect(tableOf(regency, 'region')).toBeUndefined();
  });

  it('of nothing says so, hides the tone and still has its method', async () => {
    const map = await build('91.71', []);
    expect(map.summary[0]).toContain('bukan tanda aman');
    expect([figure(map, 'netTone'), figure(map, 'change')]).toEqual([null, null]);
    expect(map.sections.find(({ id }) => id === 'method')!.paragraphs.length).toBeGreaterThan(2);
    expect(tableOf(map, 'recommendations').rows.length).toBeGreaterThan(0);
  });

  it('hides tone below 30 items', async () => {
    const few = items.filter(({ labels }) => labels.target.value).slice(0, 29);
    const map = await build('RI', few);
    expect(tableOf(map, 'topics').rows.every((row) => row[6] === null && row[7] === null)).toBe(true);
  });

  it('leads from every counted row to its query', async () => {
    const map = await build('RI', items);
    const { queries, rows } = tableOf(map, 'topics');
    expect(queries).toHaveLength(rows.length);
    for (const query of queries) expect(query).toMatch(/^\/v1\/items\?.*topic=/);
  });
});

describe('the tile map', () => {
  it('has each province once', () => {
    const provinces = areas.filter(({ level }) => level === 'province').map(({ code }) => code);
    expect([...tileCodes].sort()).toEqual(provinces.sort());
  });
});
