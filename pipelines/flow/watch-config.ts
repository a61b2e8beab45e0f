import type { Records } from '../../shared/ports/records.ts';
import { type ElectionCalendar, electionCalendarSchema } from '../watch/calendar.ts';
import { type WatchSettings, watchSettingsSchema } from '../watch/settings.ts';

const calendarName = 'watch.calendar';
const settingsName = 'watch.settings';

/** The elections that an installation added or corrected; empty while there are none. */
export async function readOwnElections(
  records: Pick<Records, 'state'>,
): Promise<ElectionCalendar['elections']> {
  const kept = await records.state.get(calendarName);
  return kept === null ? [] : electionCalendarSchema.parse(kept).elections;
}

/** `base` with an installation's own elections; one with the id of a bundled one takes its place. */
export async function readCalendar(
  records: Pick<Records, 'state'>,
  base: ElectionCalendar,
): Promise<ElectionCalendar> {
  const own = await readOwnElections(records);
  const ids = new Set(own.map(({ id }) => id));
  return { ...base, elections: [...base.elections.filter(({ id }) => !ids.has(id)), ...own] };
}

export const putOwnElections = (
  records: Pick<Records, 'state'>,
  elections: ElectionCalendar['elections'],
): Promise<void> => records.state.put(calendarName, { elections });

/** The weights and thresholds in force: `base`, or those that were set, what is not named keeping its default. */
export async function readWatchSettings(
  records: Pick<Records, 'state'>,
  base: WatchSettings,
): Promise<WatchSettings> {
  const kept = await records.state.get(settingsName);
  return kept === null ? base : watchSettingsSchema.parse(kept);
}

export const putWatchSettings = (records: Pick<Records, 'state'>, settings: WatchSettings): Promise<void> =>
  records.state.put(settingsName, settings);
