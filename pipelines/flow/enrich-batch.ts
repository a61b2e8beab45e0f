import type { Drop } from '../../shared/domain/drop.ts';
import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem, LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';

export interface EnrichDeps {
  index: Pick<ItemIndex, 'known' | 'put'>;
  /** Labels one item; it may throw on one it cannot read, and only that one is dropped. */
  enrich(item: Item): LabelledItem;
  /** Near-duplicate band keys of an item's text. */
  bandKeys(item: Item): string[];
  /** The last word on a batch's labels before it is written: people's, and models that answer a batch at a time. */
  complete?(items: readonly IndexedItem[]): Promise<IndexedItem[]>;
  now: Instant;
}

export interface EnrichResult {
  /** To be linked: new, edited, or known and never linked. */
  toLink: string[];
  /** Known already in this version, and linked. */
  known: number;
  written: number;
  drops: Drop[];
}

/** Before the first direct presidential election there is nothing to watch: such dates are mistakes. */
const earliest = Date.UTC(2004, 0, 1);
/** Clocks of sites run ahead by hours and zones are misread; beyond two days a date is a mistake. */
const latestAhead = 2 * dayMs;

/** @returns null when the item may go on, else why not */
function refusal(item: Item, now: Instant): Drop | null {
  const drop = (code: string, detail: string): Drop => ({
    stage: 'enrich',
    code,
    detail,
    subject: item.url ?? item.nativeId,
  });
  if (`${item.title ?? ''}${item.text}`.trim() === '') return drop('empty', 'Tidak ada teks.');
  if (item.publishedAt < earliest)
    return drop(
      'too_old',
      `Bertanggal ${new Date(item.publishedAt).toISOString().slice(0, 10)}, sebelum 2004.`,
    );
  if (item.publishedAt > now + latestAhead)
    return drop(
      'in_future',
      `Bertanggal ${new Date(item.publishedAt).toISOString().slice(0, 10)}, di masa depan.`,
    );
  return null;
}

/**
 * Labels what is new of a batch and writes it to the index. Items that are known and linked are passed over; items
 * that are known and were never linked (a crash in between) go on. One bad item never takes its batch down.
 */
export async function enrichBatch(items: readonly Item[], deps: EnrichDeps): Promise<EnrichResult> {
  const { index, now } = deps;
  const known = await index.known(items.map((item) => item.id));
  const drops: Drop[] = [];
  const fresh: IndexedItem[] = [];
  const toLink: string[] = [];
  let passed = 0;
  const taken = new Set<string>();
  for (const item of items) {
    const there = known.get(item.id);
    if (taken.has(item.id) || (there && there.version >= item.version)) {
      if (there && !there.linked && !taken.has(item.id)) toLink.push(item.id);
      else passed += 1;
      taken.add(item.id);
      continue;
    }
    taken.add(item.id);
    const refused = refusal(item, now) ?? labelled(item, deps, fresh);
    if (refused) drops.push(refused);
  }
  const { written, refused } = await index.put((await deps.complete?.(fresh)) ?? fresh);
  const bad = new Set(refused.map(({ id }) => id));
  for (const { id, reason } of refused)
    drops.push({ stage: 'enrich', code: 'index_refused', detail: reason, subject: id });
  for (const item of fresh) if (!bad.has(item.id) && !known.get(item.id)?.linked) toLink.push(item.id);
  return { toLink, known: passed, written, drops };
}

/** Labels into `fresh`; a drop when the text cannot be read. */
function labelled(item: Item, { enrich, bandKeys }: EnrichDeps, fresh: IndexedItem[]): Drop | null {
  try {
    fresh.push({
      ...enrich(item),
      storyId: null,
      issueId: null,
      duplicateOf: null,
      linkedAt: null,
      bandKeys: bandKeys(item),
    });
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { stage: 'enrich', code: 'unreadable', detail, subject: item.url ?? item.nativeId };
  }
}
