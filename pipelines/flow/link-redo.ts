import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { ItemIndex, ItemLink, PutResult } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { isErased, readErased } from '../privacy/retention.ts';

/** What a batch of links writes to the index: items that are not there yet, whole, and the places of others. */
export interface LinkWrites {
  items: readonly IndexedItem[];
  links: readonly ItemLink[];
}

/** Who writes links now: a process that finds another name here has to stop. */
export const writerName = 'link.writer';

/** Begins the name of a writer that writes what it is given; those of an older program pass over what is not there. */
const wholePrefix = 'whole:';

export const wholeWriterName = (writerId: string): string => `${wholePrefix}${writerId}`;

/**
 * Whether new items may be left to who links them. While an older program still does, in the middle of an update, or
 * nobody did yet, whoever labels them has to write them.
 */
export const linksWhole = async ({ state }: Pick<Records, 'state'>): Promise<boolean> =>
  String(await state.get(writerName)).startsWith(wholePrefix);

/** Apart, so that texts can be forgotten without a word on the links. */
const names = { links: 'link.pending', items: 'link.unwritten' } as const;

/** Items that are not in the index go there whole, the others get their places; of one item the last place counts. */
export function splitWrites(
  batch: readonly IndexedItem[],
  links: readonly ItemLink[],
  absent: ReadonlySet<string> = new Set(),
): LinkWrites {
  if (absent.size === 0) return { items: [], links };
  const places = new Map(links.map((link) => [link.id, link]));
  const items = batch.filter(({ id }) => absent.has(id)).map((item) => ({ ...item, ...places.get(item.id) }));
  return { items, links: links.filter(({ id }) => !absent.has(id)) };
}

/** Keeps what is about to be written, in the transaction that counts it. @param hasLeft items of a batch before may be there */
export async function storeRedo(
  inner: Records,
  { items, links }: LinkWrites,
  hasLeft: boolean,
): Promise<void> {
  await inner.state.put(names.links, links);
  if (items.length > 0 || hasLeft) await inner.state.put(names.items, items);
}

/**
 * Texts of people are kept no longer than they are needed: what is erased later must not be left here. Only by the
 * present writer: the items of another are its own redo log.
 */
export const forgetItems = (records: Records, writerId: string): Promise<void> =>
  records.transaction(async (inner) => {
    if ((await inner.state.get(writerName)) === writerId) await inner.state.put(names.items, []);
  });

/** Every item of a batch is refused: nothing is wrong with one of them, but with the index. */
export class BatchRefused extends Error {
  override name = 'BatchRefused';
}

/**
 * Writes a batch. Items that are there already, since a writer before died in the middle, get their places all the same.
 * @returns items that the index refused, which nobody could foresee (see `ItemWriter.unfit`)
 * @throws BatchRefused
 */
export async function writeLinks(
  index: Pick<ItemIndex, 'put' | 'assign'>,
  { items, links }: LinkWrites,
): Promise<PutResult['refused']> {
  const { written, refused } = items.length > 0 ? await index.put(items) : { written: 0, refused: [] };
  if (refused.length > 1 && refused.length === items.length)
    throw new BatchRefused(`the index refuses every item of a batch: ${refused[0]!.reason}`);
  const there = written + refused.length < items.length ? items.map(toLink) : [];
  const all = [...there, ...links];
  if (all.length > 0) await index.assign(all);
  return refused;
}

const toLink = (item: IndexedItem): ItemLink => {
  const { id, storyId, issueId, duplicateOf, linkedAt, publishedAt } = item;
  return { id, storyId, issueId, duplicateOf, linkedAt, publishedAt };
};

/**
 * What the last stored batch writes may not have reached the index; writing it again changes nothing.
 * @param writerId who does it: the present writer
 */
export async function redoLinks(
  index: Pick<ItemIndex, 'put' | 'assign'>,
  records: Records,
  writerId: string,
): Promise<void> {
  const links = ((await records.state.get(names.links)) ?? []) as ItemLink[];
  const stored = ((await records.state.get(names.items)) ?? []) as IndexedItem[];
  const erased = await readErased(records);
  const items = stored.filter((item) => !isErased(item, erased));
  await writeLinks(index, { items, links });
  if (stored.length > 0) await forgetItems(records, writerId);
}
