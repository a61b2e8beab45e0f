import type { Drop } from '../../shared/domain/drop.ts';
import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { ItemIndex, PutResult } from '../../shared/ports/item-index.ts';
import type { LabelAnswer } from '../../shared/ports/item-labeller.ts';
import { isErased } from '../privacy/retention.ts';

export interface EnrichDeps {
  index: Pick<ItemIndex, 'known' | 'put' | 'unfit'>;
  /** Labels a batch, one answer an item, in order; only what it cannot read is dropped. */
  label(items: readonly Item[]): Promise<LabelAnswer[]>;
  /** The last word on a batch's labels before it is written: people's, and models that answer a batch at a time. */
  complete?(items: readonly IndexedItem[]): Promise<IndexedItem[]>;
  /** Pseudonyms of people who asked to be erased. */
  erased?: ReadonlySet<string>;
  /** New items are written by who links them: here they are only looked at for what the index would refuse. */
  leaveNew?: boolean;
  now: Instant;
}

export interface EnrichResult {
  /** To be linked: new, edited, or known and never linked. */
  toLink: string[];
  /** Those of `toLink` that were labelled now, as they were written or are to be. */
  fresh: IndexedItem[];
  /** Known already in this version, and linked. */
  known: number;
  /** New or edited; with `leaveNew` also those that are to be written. */
  written: number;
  drops: Drop[];
}

/** Before the first direct presidential election there is nothing to watch: such dates are mistakes. */
const earliest = Date.UTC(2004, 0, 1);
/** Clocks of sites run ahead by hours and zones are misread; beyond two days a date is a mistake. */
const latestAhead = 2 * dayMs;

/** Counted without a word on whose it is. */
export const erasedDrop = ({ id }: Item): Drop => ({
  stage: 'enrich',
  code: 'erased',
  detail: 'Penulisnya meminta datanya dihapus.',
  subject: id,
});

export const refusedDrop = ({ id, reason }: { id: string; reason: string }): Drop => ({
  stage: 'enrich',
  code: 'index_refused',
  detail: reason,
  subject: id,
});

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
 * Labels what is new of a batch and writes it to the index (but see `leaveNew`). Items that are known and linked are
 * passed over; items that are known and were never linked (a crash in between) go on. One bad item never takes its batch
 * down.
 */
export async function enrichBatch(items: readonly Item[], deps: EnrichDeps): Promise<EnrichResult> {
  const { index, now } = deps;
  const known = await index.known(items.map((item) => item.id));
  const drops: Drop[] = [];
  const toLabel: Item[] = [];
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
    const refused = deps.erased && isErased(item, deps.erased) ? erasedDrop(item) : refusal(item, now);
    if (refused) drops.push(refused);
    else toLabel.push(item);
  }
  const fresh = await labelled(toLabel, deps, drops);
  const complete = (await deps.complete?.(fresh)) ?? fresh;
  const { written, refused } = await write(complete, known, deps);
  const bad = new Set(refused.map(({ id }) => id));
  drops.push(...refused.map(refusedDrop));
  const unlinked = complete.filter(({ id }) => !bad.has(id) && !known.get(id)?.linked);
  toLink.push(...unlinked.map(({ id }) => id));
  return { toLink, fresh: unlinked, known: passed, written, drops };
}

type Written = Pick<PutResult, 'written' | 'refused'>;

async function write(
  items: readonly IndexedItem[],
  known: ReadonlyMap<string, unknown>,
  { index, leaveNew = false }: EnrichDeps,
): Promise<Written> {
  if (!leaveNew) return index.put(items);
  const [there, fresh] = [items.filter(({ id }) => known.has(id)), items.filter(({ id }) => !known.has(id))];
  const put: Written = there.length > 0 ? await index.put(there) : { written: 0, refused: [] };
  const unfit = await index.unfit(fresh);
  return {
    written: put.written + fresh.length - unfit.length,
    refused: [...put.refused, ...unfit],
  };
}

/** The items that could be read, labelled; a drop for each of the others. */
async function labelled(
  items: readonly Item[],
  { label }: EnrichDeps,
  drops: Drop[],
): Promise<IndexedItem[]> {
  if (items.length === 0) return [];
  const answers = await label(items);
  return answers.flatMap((answer, at) => {
    if ('item' in answer) return [answer.item];
    const subject = items[at]!.url ?? items[at]!.nativeId;
    drops.push({ stage: 'enrich', code: 'unreadable', detail: answer.unreadable, subject });
    return [];
  });
}
