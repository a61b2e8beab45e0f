import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { unitName, zoneOf } from '../../../shared/areas/units.ts';
import { createCountingIds, createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { bundledCalendar } from '../../watch/calendar.ts';
import { defaultWatchSettings } from '../../watch/settings.ts';
import { type WatchDeps, type WatchResult, watchIssues } from '../watch-issues.ts';

/** What the watch needs, in memory; `look` judges what was touched since the last look, at the clock's time. */
export async function openWatch(now?: number) {
  const clock = createFixedClock(now);
  const sqlite = openSqlite(':memory:');
  const { records } = await createRecords(createSqliteDialect(sqlite));
  const ids = createCountingIds(clock);
  const index = createSqliteIndex(sqlite, searchTerms);
  const deps = () => ({
    records,
    index,
    ids,
    now: clock.now(),
    calendar: bundledCalendar,
    settings: defaultWatchSettings,
    outletTier: () => 0,
    unitName,
    zoneOf,
    unattended: false,
    thresholdFactor: () => 1,
  });
  const look = (over: Partial<WatchDeps> = {}): Promise<WatchResult> =>
    watchIssues({ ...deps(), ...over }, false);
  return { clock, records, index, deps, look };
}
