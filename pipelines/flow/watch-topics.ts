import { hourMs, hourOf } from '../../shared/domain/instant.ts';
import { tierOf } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { seriesParts } from '../watch/series.ts';
import type { SpikeSettings } from '../watch/settings.ts';
import type { TouchedBucket } from '../watch/watch-series.ts';

/** Below this a topic's hour can be no part of thirty items a day, and no spike. */
const leastVoices = 3;

/**
 * The buckets of topics that may hold something: of the running hour and the one before, loud enough for a jump of
 * tone or for the tier's minimum. Topics wait for the digest, so a look at every turn of the clock is soon enough.
 */
export async function loudTopics(
  { series }: Pick<Records, 'series'>,
  now: number,
  { minimumCount }: SpikeSettings,
): Promise<TouchedBucket[]> {
  const rows = await series.since(hourOf(now) - hourMs);
  return rows.flatMap(({ key, at, counts }) => {
    const { kind, unit } = seriesParts(key);
    const least = Math.min(leastVoices, minimumCount[tierOf(unit)]);
    return kind === 'topic' && (counts['voices'] ?? 0) >= least ? [{ key, at }] : [];
  });
}
