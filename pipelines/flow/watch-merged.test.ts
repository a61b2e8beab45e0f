import { expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { bundledCalendar } from '../watch/calendar.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { watchIssues } from './watch-issues.ts';
import { addTouched } from './watch-state.ts';

it('tells once of an issue that became part of another, and judges it no more', async () => {
  const clock = createFixedClock(Date.parse('2025-09-01T03:00:00Z'));
  const sqlite = openSqlite(':memory:');
  const { records } = await createRecords(createSqliteDialect(sqlite));
  const merged = buildIssue(2, { state: 'merged', mergedInto: 'issue-001' });
  await records.issues.put([buildIssue(1), merged]);
  await addTouched(records, { issueIds: [merged.id], buckets: [] });
  const look = () =>
    watchIssues(
      {
        records,
        index: createSqliteIndex(sqlite, searchTerms),
        ids: createCountingIds(clock),
        now: clock.now(),
        calendar: bundledCalendar,
        settings: defaultWatchSettings,
        outletTier: () => 0,
        unitName,
        zoneOf,
        unattended: false,
        thresholdFactor: () => 1,
      },
      false,
    );
  const { id, unit, risk } = merged;
  expect(await look()).toMatchObject({ changed: [], merged: [{ id, unit, level: risk.level }] });
  expect((await records.issues.many([id]))[0]).toEqual(merged);
  expect((await look()).merged).toEqual([]);
});
