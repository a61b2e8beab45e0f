import { nationalScope } from '../../shared/domain/unit.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { retellWithout } from './retell.ts';

export interface RemoveDeps {
  records: Records;
  index: Pick<ItemIndex, 'get' | 'search' | 'remove'>;
  evidence: Pick<EvidenceStore, 'remove'>;
}

/**
 * Removes items with what was kept of them; bytes that something else refers to stay. What issues counted of them stays
 * counted: it names nobody; what they are called is made anew where it repeats a line of an item. The item goes last, so that a broken try is found again.
 */
export async function removeItems(
  { records, index, evidence }: RemoveDeps,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await retellWithout({ records, index }, await index.get(ids, nationalScope));
  const hashes = await records.evidence.removeOf(ids);
  await evidence.remove(hashes);
  await index.remove(ids);
}
