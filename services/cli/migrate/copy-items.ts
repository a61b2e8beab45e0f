import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';
import { Digest, hashOf } from './digest.ts';

/** Items of one batch: three of the pipeline's, some megabytes of articles. */
const batchItems = 500;

/** Writes all items with their links; what is there already stays. */
export async function copyItems(
  source: Installation,
  target: Installation,
  moved: (count: number) => void,
): Promise<void> {
  for await (const batch of source.index.scan({ scope: nationalScope }, batchItems)) {
    const { refused } = await target.index.put(batch);
    const [first] = refused;
    if (first) throw new CliError(`Butir ${first.id} ditolak: ${first.reason}`);
    moved(batch.length);
  }
}

/** Compares all items one by one, mends those that differ, and gives the digests of both sides afterwards. */
export async function compareItems(
  source: Installation,
  target: Installation,
): Promise<{ source: Digest; target: Digest; mended: number }> {
  const digests = { source: new Digest(), target: new Digest(), mended: 0 };
  for await (const batch of source.index.scan({ scope: nationalScope }, batchItems)) {
    for (const item of batch) digests.source.add(item);
    digests.mended += await mend(batch, target);
  }
  for await (const batch of target.index.scan({ scope: nationalScope }, batchItems))
    for (const item of batch) digests.target.add(item);
  return digests;
}

async function mend(batch: readonly IndexedItem[], target: Installation): Promise<number> {
  const there = await target.index.get(
    batch.map((item) => item.id),
    nationalScope,
  );
  const hashes = new Map(there.map((item) => [item.id, hashOf(item)]));
  const wrong = batch.filter((item) => hashes.get(item.id) !== hashOf(item));
  if (wrong.length === 0) return 0;
  await target.index.remove(wrong.map((item) => item.id));
  await target.index.put(wrong);
  return wrong.length;
}
