import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../domain/activity.ts';
import type { ReportRun } from '../domain/report-run.ts';
import type { Survey } from '../domain/survey.ts';
import type { TieredReport } from '../domain/tiered-report.ts';
import { nationalScope } from '../domain/unit.ts';
import { type Records, VersionConflict } from './records.ts';

interface Backend {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const at = Date.UTC(2028, 3, 10);
const report = (unit: string, quarter: 1 | 2, more: Partial<TieredReport> = {}): TieredReport => ({
  id: `report-${unit}-${quarter}`,
  unit,
  period: { year: 2028, quarter },
  state: 'draft',
  narrative: { summary: 'Ringkas.' },
  figures: [{ key: 'items', label: 'Unggahan', value: 3, system: 3, query: null }],
  figuresAt: at,
  author: 'humas',
  handedInAt: null,
  steps: [],
  createdAt: at,
  updatedAt: at,
  version: 1,
  ...more,
});
const activity = (id: string, unit: string, more: Partial<Activity> = {}): Activity => ({
  id,
  unit,
  kind: 'release',
  title: 'Siaran pers',
  at,
  place: null,
  audience: null,
  note: null,
  links: [],
  checklist: {},
  by: 'humas',
  createdAt: at,
  ...more,
});
const survey: Survey = {
  id: 'survey-1',
  unit: '35.73',
  service: 'Layanan informasi',
  from: at,
  to: at + 1_000,
  population: 500,
  open: true,
  createdAt: at,
};
const run = (id: string, requestedAt: number): ReportRun => ({
  id,
  unit: '35',
  request: { kind: 'export', unit: '35', what: 'items', filter: {} },
  state: 'queued',
  by: 'administrator',
  requestedAt,
  finishedAt: null,
  rows: 0,
  cursor: { at: 1, ids: ['a'] },
  files: [],
  error: null,
});

/** What the records of reports, activities, surveys and runs promise; a backend's test registers it. */
export function describeReportRecordsContract(backend: Backend): void {
  describe(`report records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<Backend['create']>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    it('keeps one report a unit and period, and refuses a stale version', async () => {
      const { tiered } = records;
      await tiered.put(report('35.73', 1));
      await expect(tiered.put(report('35.73', 1, { id: 'other' }))).rejects.toThrow(VersionConflict);
      await tiered.put(report('35.73', 1, { state: 'chair_review', version: 2 }));
      await expect(tiered.put(report('35.73', 1, { version: 2 }))).rejects.toThrow(VersionConflict);
      expect(await tiered.get('report-35.73-1', { unit: '35' })).toMatchObject({ state: 'chair_review' });
      expect(await tiered.get('report-35.73-1', { unit: '32' })).toBeNull();
    });

    it('lists reports by period and unit, within the scope', async () => {
      for (const one of [report('35.73', 2), report('35.73', 1), report('35', 1), report('32.01', 1)])
        await records.tiered.put(one);
      const ids = async (filter: object) =>
        (await records.tiered.list({ scope: nationalScope, ...filter })).map(({ id }) => id);
      expect(await ids({ periods: ['2028-TW1'] })).toEqual([
        'report-32.01-1',
        'report-35-1',
        'report-35.73-1',
      ]);
      expect(await ids({ scope: { unit: '35' }, states: ['draft'] })).toEqual([
        'report-35-1',
        'report-35.73-1',
        'report-35.73-2',
      ]);
      expect(await ids({ scope: { unit: '35' }, unit: '35' })).toEqual(['report-35-1']);
    });

    it('keeps activities of units in time order', async () => {
      await records.activities.put(activity('b', '35.73', { at: at + 5, kind: 'event' }));
      await records.activities.put(activity('a', '35.73'));
      await records.activities.put(activity('a', '35.73', { title: 'Siaran pers kedua' }));
      await records.activities.put(activity('c', '32.01'));
      const scope = { unit: '35' };
      const ids = async (filter: object) =>
        (await records.activities.list({ scope, limit: 10, ...filter })).map(({ id }) => id);
      expect(await ids({})).toEqual(['a', 'b']);
      expect(await ids({ from: at + 1 })).toEqual(['b']);
      expect(await ids({ to: at + 1, kinds: ['release'] })).toEqual(['a']);
      expect((await records.activities.get('a', scope))!.title).toBe('Siaran pers kedua');
      expect(await records.activities.get('c', scope)).toBeNull();
      await records.activities.remove('a');
      expect(await ids({})).toEqual(['b']);
    });

    it('takes an answer once, and pages through them', async () => {
      await records.surveys.put(survey);
      expect(await records.surveys.get('survey-1')).toEqual(survey);
      expect(await records.surveys.list({ scope: { unit: '35' }, from: at - 5, to: at })).toEqual([]);
      expect(await records.surveys.list({ scope: { unit: '35' }, from: at, to: at + 1 })).toEqual([survey]);
      const answers = Array.from({ length: 7 }, (_, n) => ({
        id: `a${n}`,
        surveyId: 'survey-1',
        at,
        answers: [1, 2, 3, 4, 1, 2, 3, 4, 1],
        suggestion: null,
      }));
      expect(await records.surveys.addAnswers(answers.slice(0, 4))).toBe(4);
      expect(await records.surveys.addAnswers(answers)).toBe(3);
      const first = await records.surveys.answers('survey-1', { limit: 5 });
      expect(first).toEqual(answers.slice(0, 5));
      expect(await records.surveys.answers('survey-1', { after: first.at(-1)!.id, limit: 5 })).toHaveLength(
        2,
      );
    });

    it('keeps runs with their parts, byte for byte, until they are old', async () => {
      const bytes = Uint8Array.from({ length: 300 }, (_, n) => n % 256);
      await records.runs.put(run('old', at));
      await records.runs.put(run('new', at + 10));
      await records.runs.putPart('new', 'rows', 0, new Uint8Array([9]));
      await records.runs.putPart('new', 'rows', 0, bytes);
      await records.runs.putPart('old', 'rows', 0, bytes);
      expect(await records.runs.part('new', 'rows', 0)).toEqual(bytes);
      expect(await records.runs.part('new', 'rows', 1)).toBeNull();
      expect(await records.runs.get('new', { unit: '35' })).toEqual(run('new', at + 10));
      expect(await records.runs.get('new', { unit: '35.73' })).toBeNull();
      expect((await records.runs.list({ scope: nationalScope, limit: 5 })).map(({ id }) => id)).toEqual([
        'new',
        'old',
      ]);
      const after = { at: at + 10, id: 'new' };
      expect(
        (await records.runs.list({ scope: nationalScope, after, limit: 5 })).map(({ id }) => id),
      ).toEqual(['old']);
      expect(await records.runs.removeBefore(at + 5)).toBe(1);
      expect(await records.runs.part('old', 'rows', 0)).toBeNull();
      await records.runs.removeParts('new');
      expect(await records.runs.part('new', 'rows', 0)).toBeNull();
    });

    it('lists the audit trail in order', async () => {
      for (let n = 0; n < 3; n++)
        await records.audit.append({
          at,
          actor: 'a',
          action: `act.${n}`,
          subject: 's',
          before: null,
          after: n,
          reason: null,
        });
      const page = await records.audit.list({ after: 1, limit: 5 });
      expect(page.map(({ sequence, action }) => [sequence, action])).toEqual([
        [2, 'act.1'],
        [3, 'act.2'],
      ]);
    });
  });
}
