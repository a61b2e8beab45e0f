import { beforeAll, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { buildOpinionMap } from '../../pipelines/report/opinion-map/build-opinion-map.ts';
import { gatherInput } from '../../pipelines/report/opinion-map/gather-input.ts';
import { issueSpan, weekSpan } from '../../pipelines/report/report-span.ts';
import { createRandom } from '../../pipelines/train/random.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { OpinionMap } from '../../shared/domain/opinion-map.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { areasBelow, unitOfCode } from '../cli/report/unit-of-code.ts';
import { buildApp } from './app.ts';
import { createChangeFeed } from './events.ts';

const token = 'a-token-for-tests-only';
const week = '2026-W53';
const span = weekSpan(week, 'Asia/Jakarta');

function makeItems(count: number): IndexedItem[] {
  const random = createRandom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const base = buildLabels();
  return Array.from({ length: count }, (_, n) => {
    const tone = pick(['positive', 'neutral', 'negative', 'unrelated'] as const);
    const platform = pick(['x', 'news', 'tiktok'] as const);
    return buildIndexedItem({
      nativeId: `n${n}`,
      platform,
      outlet: platform === 'news' ? pick(['Harian A', 'Harian B & C']) : null,
      publishedAt: span.previousFrom + Math.floor(random() * (span.to - span.previousFrom)),
      issueId: pick(['issue-001', 'issue-002', 'issue-003', 'issue-004', null]),
      storyId: `story-${Math.floor(random() * 30)}`,
      duplicateOf: random() < 0.2 ? 'f'.repeat(32) : null,
      linkedAt: span.to,
      labels: buildLabels({
        target: { ...base.target, value: tone !== 'unrelated' },
        tone: { ...base.tone, value: tone },
        topic: { ...base.topic, value: pick(['dpt', 'logistik', 'pemungutan suara'] as const) },
        stance: { ...base.stance, value: pick(['none', 'menyebarkan', 'membantah'] as const) },
        places: [{ code: pick(['35.73', '35.07', '32.01', '91.71', '35']), from: 'text', words: [] }],
      }),
    });
  });
}

describe('the queries that the numbers of a report lead to', () => {
  const sqlite = openSqlite(':memory:');
  const clock = createFixedClock(span.to);
  const index = createSqliteIndex(sqlite, searchTerms);
  let app: Awaited<ReturnType<typeof buildApp>>;
  let map: (unit: string, issue?: string) => Promise<OpinionMap>;

  beforeAll(async () => {
    const { records } = await createRecords(createSqliteDialect(sqlite));
    const at = { firstAt: span.from, lastAt: span.to - 1 };
    await records.issues.put([
      buildIssue(1, { ...at, verdict: 'salah' }),
      buildIssue(2, { ...at, parentId: 'issue-001', unit: '35.73' }),
      buildIssue(3, { ...at, state: 'merged', mergedInto: 'issue-001' }),
      buildIssue(4, { ...at, state: 'closed' }),
    ]);
    await index.put(makeItems(1_200));
    app = await buildApp({
      index,
      records,
      queue: createSqliteQueue({ sqlite, clock, random: () => 0.5 }),
      clock,
      ids: createCountingIds(clock),
      changes: createChangeFeed(),
      scope: nationalScope,
      token,
      logLevel: 'silent',
    });
    map = async (code, number) => {
      const unit = unitOfCode(code);
      const issue = number === undefined ? null : await records.issues.get(number, nationalScope);
      const request = issue
        ? { issue, span: issueSpan(issue, unit.zone) }
        : { span: weekSpan(week, unit.zone) };
      return buildOpinionMap(
        await gatherInput(
          { index, records, clock },
          { unit, areas: areasBelow(unit), modelErrors: [], ...request },
        ),
      );
    };
  });

  const totalOf = async (query: string): Promise<number> => {
    const url = query.startsWith('/v1/items') ? `${query}&limit=1` : query;
    const response = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    expect(response.statusCode, query).toBe(200);
    return response.json().total;
  };

  it.each([['RI'], ['35'], ['35.73'], ['91.71']])('of %s give every row its number', async (unit) => {
    let followed = 0;
    for (const table of (await map(unit)).sections.flatMap(({ tables }) => tables)) {
      const counted = table.id === 'hoaxes' ? 'spreading' : 'items';
      const column = table.columns.findIndex(({ key }) => key === counted);
      if (column < 0) continue;
      for (const [at, row] of table.rows.entries()) {
        const query = table.queries[at];
        if (query === null || query === undefined) continue;
        expect(await totalOf(query), `${table.id}: ${query}`).toBe(row[column]);
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(10);
  });

  it('give the numbers of the head', async () => {
    const { figures } = await map('RI');
    const value = (key: string) => figures.find((one) => one.key === key)!;
    for (const key of ['items', 'unique', 'issues', 'highRisk', 'hoaxContent'])
      expect(await totalOf(value(key).query!), key).toBe(value(key).value);
    const negative = await totalOf(value('negativeShare').query!);
    expect(negative / value('unique').value!).toBeCloseTo(value('negativeShare').value!, 12);
    // 2 stands under 1 and 3 was merged into it: two matters, not four.
    expect(value('issues').value).toBe(2);
  });

  it("of an issue's dossier give its items, those of its parts included", async () => {
    const dossier = await map('RI', 'issue-001');
    expect(dossier.title).toContain(dossier.span.key);
    const items = dossier.figures.find(({ key }) => key === 'items')!;
    expect(items.value).toBeGreaterThan(100);
    expect(await totalOf(items.query!)).toBe(items.value);
  });
});
