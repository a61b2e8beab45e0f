import type { Instant } from '../../shared/domain/instant.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { type ElectionCalendar, isCountingDay } from './calendar.ts';
import { type HourRow, keptBuckets, seriesParts } from './series.ts';
import { createSeriesStore, type SeriesStore } from './series-store.ts';

/** On voting and recapitulation days the country's series are kept by the quarter of an hour as well. */
export const quarterMs = 15 * 60_000;
const prefix = 'quarter~';

/** The quarter-hour series beside an hourly one. */
export const quarterSeries = (key: string): string => `${prefix}${key}`;
export const isQuarterSeries = (key: string): boolean => key.startsWith(prefix);
/** How far back stored quarters must reach to rebuild every ring. */
export const quarterMemoryMs = keptBuckets.voices * quarterMs;
/** Days before voting day from which quarters are counted, so that the day itself has a full baseline. */
const leadDays = Math.ceil(quarterMemoryMs / 86_400_000);

/**
 * A store of hours that counts the country's items by the quarter, too, on the days of `calendar` and shortly before.
 * Rows of both kinds come from and go to the same place and are told apart by their key.
 */
export function createWatchStore(at: Instant, calendar: ElectionCalendar): SeriesStore {
  const hours = createSeriesStore({ at });
  const quarters = createSeriesStore({ at, bucketMs: quarterMs });
  const split = (rows: Iterable<HourRow>, wanted: boolean): HourRow[] =>
    [...rows].filter(({ key }) => isQuarterSeries(key) === wanted);
  const storeOf = (key: string): SeriesStore => (isQuarterSeries(key) ? quarters : hours);
  return {
    get size() {
      return hours.size + quarters.size;
    },
    get bytes() {
      return hours.bytes + quarters.bytes;
    },
    observe(observation) {
      const isNational = seriesParts(observation.key).unit === nationalUnit;
      if (isNational && isCountingDay(calendar, observation.at, leadDays))
        quarters.observe({ ...observation, key: quarterSeries(observation.key) });
      return hours.observe(observation);
    },
    tick(now) {
      hours.tick(now);
      quarters.tick(now);
    },
    takeChanged: () => [...hours.takeChanged(), ...quarters.takeChanged()],
    load(rows) {
      const all = [...rows];
      hours.load(split(all, false));
      quarters.load(split(all, true));
    },
    view: (key) => storeOf(key).view(key),
    forEachActive: (visit) => hours.forEachActive(visit),
  };
}
