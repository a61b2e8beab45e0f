import type { Flow } from '../../../pipelines/flow/flow.ts';
import { countedAt } from '../../../pipelines/flow/observe-items.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { batchSize } from '../../../shared/jobs/jobs.ts';
import type { MovingClock } from '../cli-context.ts';
import type { ImportTally } from './import-report.ts';

/** Stories close, spikes fire and alerts are raised at this pace of a replayed clock. */
const sliceMs = 15 * 60_000;

/** One batch through enrich and link. */
export async function runBatch(flow: Flow, items: readonly Item[], tally: ImportTally): Promise<void> {
  if (items.length === 0) return;
  const { toLink, written, drops } = await flow.enrich(items);
  tally.taken += written;
  // Also those that an import which was broken off wrote and did not link.
  tally.known += items.length - written - drops.length;
  for (const drop of drops) tally.refuse(drop, null);
  if (toLink.length === 0) return;
  await flow.link(toLink);
  if (await flow.knowsClaims()) await flow.match({ itemIds: toLink });
}

/**
 * Lets the clock follow the items: a quarter of an hour at a time they are enriched, linked and watched, so that the
 * outcome is what a live run would have had. @param items in any order
 */
export async function replayItems(
  flow: Flow,
  items: readonly Item[],
  clock: MovingClock,
  tally: ImportTally,
  progress: (done: number) => void,
): Promise<number> {
  const inOrder = items.toSorted((a, b) => countedAt(a) - countedAt(b) || (a.id < b.id ? -1 : 1));
  let alerts = 0;
  let from = 0;
  let hour = 0;
  while (from < inOrder.length) {
    const end = (Math.floor(countedAt(inOrder[from]!) / sliceMs) + 1) * sliceMs;
    let to = from;
    while (to < inOrder.length && countedAt(inOrder[to]!) < end) to += 1;
    clock.moveTo(end - 1);
    for (let at = from; at < to; at += batchSize)
      await runBatch(flow, inOrder.slice(at, Math.min(at + batchSize, to)), tally);
    const everything = Math.floor(end / 3_600_000) !== hour;
    hour = Math.floor(end / 3_600_000);
    alerts += (await flow.watch(everything, { unattended: true })).alerts.length;
    from = to;
    progress(from);
  }
  return alerts;
}
