import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonLabel } from '../domain/correction.ts';
import { dayMs, hourMs } from '../domain/instant.ts';
import type { Source } from '../domain/source.ts';
import { nationalScope } from '../domain/unit.ts';
import { buildIssue } from '../testing/build-issue.ts';
import type { Records } from './records.ts';

interface RecordsBackend {
  name: string;
  /** Fresh, migrated records. */
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const at = Date.UTC(2024, 10, 27, 1);
const source: Source = {
  id: 's1',
  kind: 'feed',
  name: 'Kabar',
  url: 'https://kabar.example/rss',
  platform: 'news',
  outlet: 'Kabar',
  outletTier: 3,
  homeArea: '35.73',
  intervalMinutes: 10,
  enabled: true,
  settings: { a: 1 },
};

/** What every Records promises; a backend's test registers it. */
export function describeRecordsContract(backend: RecordsBackend): void {
  describe(`Records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<RecordsBackend['create']>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    it('keeps sources and their health', async () => {
      await records.sources.put(source);
      await records.sources.put({ ...source, name: 'Kabar Baru' });
      expect(await records.sources.list()).toEqual([{ ...source, name: 'Kabar Baru' }]);
      const health = {
        sourceId: 's1',
        state: 'well' as const,
        stateSince: at,
        lastTryAt: at,
        lastSuccessAt: at,
        lastNewItemAt: null,
        httpStatus: 200,
        error: null,
        failures: 0,
        nextTryAt: at + 600_000,
        changes: [{ at, state: 'well' as const }],
        itemsToday: 3,
        itemsUsual: 2.5,
        refusals: 1,
        noticeAt: null,
        cursor: { etag: 'x' },
      };
      expect(await records.sources.health('s1')).toBeNull();
      await records.sources.putHealth(health);
      expect(await records.sources.health('s1')).toEqual(health);
      await records.sources.remove('s1');
      expect(await records.sources.list()).toEqual([]);
      expect(await records.sources.health('s1')).toBeNull();
    });

    it('counts drops by reason over days', async () => {
      const drop = {
        stage: 'collect' as const,
        code: 'no_date',
        detail: 'tanpa tanggal',
        subject: 'baris 3',
      };
      await records.sources.countDrops(at, [
        drop,
        { ...drop, subject: 'baris 4' },
        { ...drop, code: 'too_old' },
      ]);
      await records.sources.countDrops(at + dayMs, [drop]);
      const drops = await records.sources.drops(at);
      expect(drops.find((one) => one.code === 'no_date')).toMatchObject({ count: 3, lastSubject: 'baris 3' });
      expect((await records.sources.drops(at + dayMs)).map((one) => one.count)).toEqual([1]);
    });

    it('counts an item that was refused once a day, and visits each time', async () => {
      const refused = {
        stage: 'enrich' as const,
        code: 'index_refused',
        detail: 'terlalu panjang',
        subject: 'a',
      };
      const visit = { stage: 'collect' as const, code: 'no_date', detail: 'tanpa tanggal', subject: 'a' };
      const both = [refused, { ...refused, subject: 'b' }, visit];
      await records.sources.countDrops(at, both);
      await records.sources.countDrops(at, both);
      const countOf = async (from: number, code: string) =>
        (await records.sources.drops(from)).find((one) => one.code === code)?.count;
      expect([await countOf(at, 'index_refused'), await countOf(at, 'no_date')]).toEqual([2, 2]);
      await records.sources.countDrops(at + dayMs, [refused]);
      expect(await countOf(at + dayMs, 'index_refused')).toBe(1);
    });

    it('keeps stories by issue, newest first', async () => {
      const story = { id: 'a', issueId: 'i', title: 't', firstAt: at, lastAt: at, unique: 1, items: 2 };
      await records.stories.put([
        story,
        { ...story, id: 'b', lastAt: at + 1 },
        { ...story, id: 'c', issueId: null },
      ]);
      await records.stories.put([{ ...story, items: 9 }]);
      expect((await records.stories.ofIssue('i', 10)).map((one) => one.id)).toEqual(['b', 'a']);
      expect((await records.stories.many(['a', 'x']))[0]?.items).toBe(9);
    });

    it('keeps people’s constraints until they are undone', async () => {
      const constraint = {
        id: 'c1',
        kind: 'must_link' as const,
        left: 'i1',
        right: 'i2',
        by: 'petugas',
        at,
        undoneAt: null,
      };
      await records.constraints.put(constraint);
      expect(await records.constraints.active()).toEqual([constraint]);
      const undone = { ...constraint, undoneAt: at + 1 };
      await records.constraints.put(undone);
      expect(await records.constraints.active()).toEqual([]);
      expect(await records.constraints.get('c1')).toEqual(undone);
      expect(await records.constraints.get('c2')).toBeNull();
    });

    it('finds pairs of issues that are alike from both sides, newest first, each once', async () => {
      await records.alike.put(
        [
          ['i2', 'i1'],
          ['i1', 'i3'],
          ['i4', 'i4'],
        ],
        at,
      );
      await records.alike.put(
        [
          ['i1', 'i2'],
          ['i2', 'i1'],
        ],
        at + 5,
      );
      await records.alike.put([], at + 9);
      expect(await records.alike.of('i1', 10)).toEqual([
        { issueId: 'i2', at: at + 5 },
        { issueId: 'i3', at },
      ]);
      expect(await records.alike.of('i1', 1)).toHaveLength(1);
      expect(await records.alike.of('i2', 10)).toEqual([{ issueId: 'i1', at: at + 5 }]);
      expect(await records.alike.of('i4', 10)).toEqual([]);
      const many = Array.from({ length: 1_200 }, (_, n): [string, string] => ['i5', `other-${n}`]);
      await records.alike.put(many, at);
      expect(await records.alike.of('i5', 500)).toHaveLength(500);
    });

    it('keeps every label of people, by item and in order', async () => {
      const label = (id: string, itemId: string, labelledAt: number): PersonLabel => ({
        id,
        itemId,
        itemVersion: 1,
        by: 'petugas',
        at: labelledAt,
        reason: 'salah baca',
        values: { tone: 'negative' },
        said: {
          target: true,
          tone: 'neutral',
          criticism: false,
          stance: 'none',
          topic: 'lainnya',
          areas: [],
          language: 'id',
          toneConfidence: 0.5,
          needsReview: true,
        },
      });
      const [first, second, third] = [
        label('l2', 'x', at),
        label('l1', 'y', at + 1),
        label('l3', 'x', at + 1),
      ];
      for (const one of [third, second, first]) await records.labels.add(one);
      expect(await records.labels.of(['x', 'z'])).toEqual([first, third]);
      expect(await records.labels.of([])).toEqual([]);
      expect(await records.labels.list({ limit: 2 })).toEqual([first, second]);
      expect(await records.labels.list({ after: second, limit: 2 })).toEqual([third]);
      await expect(records.labels.add(first)).rejects.toThrow();
    });

    it('keeps hours of series, replaced by key and hour', async () => {
      const hour = { key: 'issue:1|35.73', at, counts: { unique: 1, voices: 2 }, actors: [1, 2] };
      await records.series.put([hour, { ...hour, key: 'issue:2|RI' }, { ...hour, at: at - hourMs }]);
      await records.series.put([{ ...hour, counts: { unique: 5 } }]);
      expect(await records.series.since(at, [hour.key])).toEqual([{ ...hour, counts: { unique: 5 } }]);
      expect(await records.series.since(at)).toHaveLength(2);
    });

    it('keeps a response clock for each issue', async () => {
      const clock = {
        issueId: 'i1',
        unit: '35.73',
        level: 'tinggi' as const,
        startedAt: at,
        levelAt: at,
        doneAt: { triage: at + 1 },
        pauses: [{ from: at, to: null, by: 'x', reason: 'menunggu data' }],
        told: ['risk triage'],
      };
      await records.clocks.put([clock, { ...clock, issueId: 'i2' }]);
      await records.clocks.put([{ ...clock, level: 'kritis' }]);
      expect(await records.clocks.many(['i1', 'i9'])).toEqual([{ ...clock, level: 'kritis' }]);
      expect(await records.clocks.many([])).toEqual([]);
    });

    it('lists alerts in scope, newest first', async () => {
      const alert = {
        id: 'a1',
        rule: 'quiet_tail' as const,
        issueId: 'i1',
        unit: '35.73',
        at,
        push: true,
        level: 'tinggi' as const,
        observed: 5,
        baseline: 0.2,
        factor: 25,
        statistic: 1e-6,
        sentence: 's',
        held: null,
        storyIds: ['s1'],
        firstItemId: null,
        platforms: { x: 5 },
        areas: ['35.73'],
        bucketMinutes: 60,
        counts: [0, 5],
        falseAlarm: false,
      };
      await records.alerts.raise([alert, { ...alert, id: 'a2', unit: 'RI', at: at + 1 }]);
      await expect(records.alerts.raise([alert])).rejects.toThrow();
      expect((await records.alerts.list({ scope: nationalScope, limit: 10 })).map((one) => one.id)).toEqual([
        'a2',
        'a1',
      ]);
      expect((await records.alerts.list({ scope: { unit: '35' }, limit: 10 })).map((one) => one.id)).toEqual([
        'a1',
      ]);
      expect(await records.alerts.list({ scope: nationalScope, issueId: 'none', limit: 10 })).toEqual([]);
      await records.alerts.put([{ ...alert, id: 'a0' }]);
      const behind = async (after: { at: number; id: string }) =>
        (await records.alerts.list({ scope: nationalScope, after, limit: 1 })).map((one) => one.id);
      expect(await behind({ at: at + 1, id: 'a2' })).toEqual(['a0']);
      expect(await behind({ at, id: 'a0' })).toEqual(['a1']);
      expect(await behind({ at, id: 'a1' })).toEqual([]);
      await records.alerts.put([{ ...alert, id: 'a0', push: false }]);
      await records.alerts.put([
        { ...alert, id: 'a3', push: false },
        { ...alert, falseAlarm: true },
      ]);
      const pushes = await records.alerts.pushes(at);
      expect(pushes.map(({ id, falseAlarm }) => [id, falseAlarm])).toEqual([
        ['a1', true],
        ['a2', false],
      ]);
      expect(await records.alerts.pushes(at + 2)).toEqual([]);
    });

    it('lands a transaction as a whole or not at all', async () => {
      const failing = records.transaction(async (inner) => {
        await inner.issues.put([buildIssue(1)]);
        await inner.transaction((nested) => nested.state.put('k', 1));
        throw new Error('the second half failed');
      });
      await expect(failing).rejects.toThrow('second half');
      expect(await records.issues.get('issue-001', nationalScope)).toBeNull();
      expect(await records.state.get('k')).toBeNull();
      await records.transaction(async (inner) => {
        await inner.issues.put([buildIssue(1)]);
        await inner.state.put('k', { deep: [1] });
      });
      expect(await records.state.get('k')).toEqual({ deep: [1] });
    });
  });
}
