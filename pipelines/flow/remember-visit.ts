import { zoneOf } from '../../shared/areas/units.ts';
import type { Drop } from '../../shared/domain/drop.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import type { Records } from '../../shared/ports/records.ts';
import { enqueueDeliveries } from '../deliver/enqueue-deliveries.ts';
import { afterVisit, initialHealth, type Visit } from '../ingest/source-health.ts';
import { deadSourceNotice } from './dead-source.ts';
import { isSilenceTold, silencesTold } from './silence-told.ts';

/** The stored health, with what newer versions added to it. */
export async function healthOf(
  records: Pick<Records, 'sources'>,
  source: Source,
  now: number,
): Promise<SourceHealth> {
  return { ...initialHealth(source, now), ...(await records.sources.health(source.id)) };
}

/** Days of which the new items are counted, for what is usual. */
const daysKept = 15;

/** Health, daily counts, drops and, where it has come to that, the notice of one visit, together. */
export async function rememberVisit(
  { records, ids }: { records: Records; ids: Ids },
  source: Source,
  before: SourceHealth,
  seen: Visit,
  drops: readonly Drop[],
): Promise<void> {
  const name = `source.days ${source.id}`;
  await records.transaction(async (inner) => {
    const today = Math.floor(seen.at / dayMs);
    const kept = ((await inner.state.get(name)) as { day: number; counts: number[] } | null) ?? {
      day: today,
      counts: [0],
    };
    const gap = Math.min(daysKept, Math.max(0, today - kept.day));
    const counts = [...kept.counts, ...Array.from({ length: gap }, () => 0)].slice(-daysKept);
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + (seen.ok ? seen.newItems : 0);
    await inner.state.put(name, { day: today, counts });
    if (drops.length > 0) await inner.sources.countDrops(seen.at, drops);
    const health = afterVisit(before, source, seen, counts);
    const notice = deadSourceNotice(source, health, seen.at, () => ids.next());
    await inner.sources.putHealth(notice ? { ...health, noticeAt: seen.at } : health);
    if (!notice || isSilenceTold(await silencesTold(inner), health)) return;
    await inner.alerts.raise([notice]);
    await enqueueDeliveries(inner, [notice], { now: seen.at, zoneOf });
  });
}
