import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { emptyCounts } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { enrichBatch } from '../flow/enrich-batch.ts';
import { readTouched } from '../flow/watch-state.ts';
import { applyPending, keepLabel, withPeoplesWord } from './keep-label.ts';

const clock = createFixedClock();
const ids = createCountingIds(clock);
let records: Records;
let index: ItemIndex;
const item = buildIndexedItem({ nativeId: 'a', text: 'KPU lambat', issueId: 'issue-001', linkedAt: 1 });

beforeEach(async () => {
  const sqlite = openSqlite(':memory:');
  index = createSqliteIndex(sqlite, searchTerms);
  ({ records } = await createRecords(createSqliteDialect(sqlite)));
  await index.put([item]);
  const counts = { ...emptyCounts, items: 1, unique: 1, neutral: 1 };
  await records.issues.put([buildIssue(1, { counts })]);
});

const label = (values: Parameters<typeof keepLabel>[1]['values'], by = 'petugas 1') =>
  keepLabel(
    { records, index, clock, ids },
    { itemId: item.id, values, by, actor: 'administrator', reason: 'salah baca', scope: nationalScope },
  );
const labelsNow = async () => (await index.get([item.id], nationalScope))[0]!.labels;

describe('keepLabel', () => {
  it('keeps who, when and why, changes the index and the issue, and is audited', async () => {
    const kept = await label({ tone: 'negative', criticism: true });
    expect(kept?.label).toMatchObject({ by: 'petugas 1', at: clock.now(), said: { tone: 'neutral' } });
    expect((await labelsNow()).tone).toMatchObject({ value: 'negative', by: 'person' });
    expect((await labelsNow()).stance.by).toBe('machine');
    const [issue] = await records.issues.many(['issue-001']);
    expect(issue).toMatchObject({ version: 2, counts: { neutral: 0, negative: 1, criticism: 1, items: 1 } });
    expect((await readTouched(records)).issueIds).toEqual(['issue-001']);
    const [entry] = await records.audit.of(item.id, 10);
    expect(entry).toMatchObject({ action: 'item.label', actor: 'administrator', reason: 'salah baca' });
    expect(await records.audit.verify()).toMatchObject({ brokenAt: null });
  });

  it('remembers what the machine said when a second person looks', async () => {
    await label({ tone: 'negative' });
    await label({ tone: 'positive', topic: 'dpt' }, 'petugas 2');
    const both = await records.labels.of([item.id]);
    expect(both.map(({ said }) => said.tone)).toEqual(['neutral', 'neutral']);
    expect((await labelsNow()).tone.value).toBe('positive');
    const [issue] = await records.issues.many(['issue-001']);
    expect(issue!.counts).toMatchObject({ neutral: 0, negative: 0, positive: 1 });
  });

  it('knows nothing of items outside the scope', async () => {
    const given = {
      itemId: item.id,
      values: { tone: 'negative' as const },
      by: 'a',
      actor: 'a',
      reason: 'b',
    };
    expect(await keepLabel({ records, index, clock, ids }, { ...given, scope: { unit: '35' } })).toBeNull();
    expect(await records.labels.list({ limit: 10 })).toEqual([]);
  });

  it('carries a label over that a crash kept from the index', async () => {
    const broken = { ...index, put: () => Promise.reject(new Error('mati listrik')) };
    const given = {
      itemId: item.id,
      values: { tone: 'negative' as const },
      by: 'a',
      actor: 'a',
      reason: 'b',
    };
    await expect(
      keepLabel({ records, index: broken, clock, ids }, { ...given, scope: nationalScope }),
    ).rejects.toThrow('mati listrik');
    expect((await labelsNow()).tone.value).toBe('neutral');
    expect(await applyPending({ records, index })).toBe(1);
    expect((await labelsNow()).tone).toMatchObject({ value: 'negative', by: 'person' });
    expect(await applyPending({ records, index })).toBe(0);
  });
});

describe('a later version of an item', () => {
  it('keeps what people said of it; the machine labels the rest anew', async () => {
    await label({ tone: 'negative' });
    const stance = { value: 'bertanya' as const, confidence: 0.8, words: [], by: 'machine' as const };
    await enrichBatch([{ ...item, version: 9, text: 'KPU lambat sekali' }], {
      index,
      label: async (batch) =>
        batch.map((one) => ({
          item: {
            ...one,
            labels: buildLabels({ stance }),
            storyId: null,
            issueId: null,
            duplicateOf: null,
            linkedAt: null,
            bandKeys: [],
          },
        })),
      complete: (fresh) => withPeoplesWord(fresh, records),
      now: clock.now(),
    });
    const [now] = await index.get([item.id], nationalScope);
    expect(now).toMatchObject({ version: 9, text: 'KPU lambat sekali' });
    expect(now!.labels.tone).toMatchObject({ value: 'negative', by: 'person' });
    expect(now!.labels.stance.value).toBe('bertanya');
  });
});

describe('a label at the same moment as an edit', () => {
  it('is not lost when the edit takes the version first', async () => {
    let edited = false;
    const racing = {
      ...index,
      put: async (items: Parameters<ItemIndex['put']>[0]) => {
        if (!edited) {
          edited = true;
          await index.put([{ ...item, version: 2, text: 'KPU lambat, kata warga' }]);
        }
        return index.put(items);
      },
    };
    const given = {
      itemId: item.id,
      values: { tone: 'negative' as const },
      by: 'a',
      actor: 'a',
      reason: 'b',
    };
    await keepLabel({ records, index: racing, clock, ids }, { ...given, scope: nationalScope });
    const [now] = await index.get([item.id], nationalScope);
    expect(now).toMatchObject({ version: 3, text: 'KPU lambat, kata warga' });
    expect(now!.labels.tone).toMatchObject({ value: 'negative', by: 'person' });
  });
});
