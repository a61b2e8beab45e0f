import type { SeriesHour } from '../../shared/ports/records.ts';
import { type Channel, type HourRow, longChannels, shortChannels } from '../watch/series.ts';

const channels: readonly Channel[] = [...longChannels, ...shortChannels];

/** As the watch counts → as the records keep it; channels at zero are left out. */
export function toStoredHour(row: HourRow): SeriesHour {
  const counts: Record<string, number> = {};
  for (const channel of channels) if (row[channel] !== 0) counts[channel] = row[channel];
  return { key: row.key, at: row.at, counts, actors: row.actorHashes };
}

export function fromStoredHour({ key, at, counts, actors }: SeriesHour): HourRow {
  const values = Object.fromEntries(channels.map((channel) => [channel, counts[channel] ?? 0]));
  return { ...(values as Record<Channel, number>), key, at, actorHashes: actors };
}
