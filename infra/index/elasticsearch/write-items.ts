import { isHashId } from '../../../shared/domain/ids.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { IndexUnavailable, type ItemLink, type PutResult } from '../../../shared/ports/item-index.ts';
import type { BulkOutcome, BulkStep } from './bulk.ts';
import { monthOf } from './index-names.ts';
import { toDocument, toRevision } from './item-document.ts';
import type { ItemStore } from './item-store.ts';
import { type Found, findItems } from './locate-items.ts';

/** Rounds of a write that meets other writers; each round reads anew who won. */
const rounds = 4;

/** Writes a batch: what is new is created, an earlier version is updated if nobody else did in between. */
export async function putItems(store: ItemStore, items: readonly IndexedItem[]): Promise<PutResult> {
  const result: PutResult = { written: 0, unchanged: 0, refused: [] };
  let open: IndexedItem[] = [];
  const latest = new Map<string, IndexedItem>();
  for (const item of items) {
    const before = latest.get(item.id);
    if (!isHashId(item.id)) result.refused.push({ id: item.id, reason: 'the id is not 32 hex characters' });
    else if (before) result.unchanged += 1;
    if (isHashId(item.id) && (!before || before.version < item.version)) latest.set(item.id, item);
  }
  open = [...latest.values()];
  for (let round = 0; open.length > 0; round += 1) {
    if (round === rounds)
      throw new IndexUnavailable(`${open.length} items are written by others all the time`);
    if (round > 0) await store.refresh(true);
    open = await putOnce(store, open, result);
  }
  return result;
}

/** @returns those that somebody else wrote at the same time */
async function putOnce(
  store: ItemStore,
  items: readonly IndexedItem[],
  result: PutResult,
): Promise<IndexedItem[]> {
  const toFind = items.map((item) => item.id).filter((id) => !store.absent.delete(id));
  const there = await findItems(store, toFind, { fields: ['version'] });
  const wanted = items.filter((item) => (there.get(item.id)?.document.version ?? 0) < item.version);
  result.unchanged += items.length - wanted.length;
  for (const item of wanted) if (!there.has(item.id)) await store.ensureMonth(item.publishedAt);
  const outcomes = await store.bulk(wanted.map((item) => putStep(store, item, there.get(item.id))));
  const again: IndexedItem[] = [];
  for (const [n, item] of wanted.entries()) {
    const { status, index, reason, error } = outcomes[n]!;
    if (status === 409) again.push(item);
    else if (error === '') {
      store.wrote(index);
      store.remember(item.id, index);
      store.recent.put(item.id, item.version, !there.has(item.id) && item.linkedAt !== null);
      result.written += 1;
    } else if (status === 404) again.push(item);
    else if (status === 400) result.refused.push({ id: item.id, reason });
    else throw new IndexUnavailable(`Elasticsearch could not write: ${reason}`);
  }
  return again;
}

const putStep = ({ names, places }: ItemStore, item: IndexedItem, place: Found | undefined): BulkStep =>
  place
    ? {
        action: {
          update: {
            _index: places.get(item.id)!,
            require_alias: true,
            _id: item.id,
            if_seq_no: place.sequence,
            if_primary_term: place.term,
          },
        },
        body: { doc: toRevision(item) },
      }
    : {
        action: {
          create: { _index: names.write(monthOf(item.publishedAt)), _id: item.id, require_alias: true },
        },
        body: toDocument(item),
      };

/** Sets links by partial updates; the rest of the document is left as it is. */
export async function assignLinks(store: ItemStore, links: readonly ItemLink[]): Promise<void> {
  const latest = [...new Map(links.map((link) => [link.id, link])).values()];
  const lost = await assignOnce(store, latest);
  if (lost.length === 0) return;
  // Written by another process a moment ago, or moved to a new mapping: look again before passing over.
  for (const { id } of lost) store.places.delete(id);
  await store.refresh(true);
  await assignOnce(
    store,
    lost.map(({ publishedAt: _at, ...link }) => link),
  );
}

async function assignOnce(store: ItemStore, links: readonly ItemLink[]): Promise<ItemLink[]> {
  // The month of an item that is known to be published then is the one it was written to.
  for (const { id, publishedAt } of links)
    if (publishedAt !== undefined && !store.places.has(id))
      store.place(id, store.names.write(monthOf(publishedAt)));
  const unplaced = links.map((link) => link.id).filter((id) => !store.places.has(id));
  await findItems(store, unplaced, { fields: ['version'] });
  const placed = links.filter((link) => store.places.has(link.id));
  const outcomes = await store.bulk(placed.map((link) => linkStep(store, link)));
  settle(store, outcomes);
  for (const [n, { id }] of placed.entries()) if (outcomes[n]!.error === '') store.recent.linked(id);
  return links.filter((link) => !placed.includes(link) || outcomes[placed.indexOf(link)]!.status === 404);
}

type Links = Pick<ItemLink, 'storyId' | 'issueId' | 'duplicateOf' | 'linkedAt'>;

const linksOf = ({ storyId, issueId, duplicateOf, linkedAt }: ItemLink): Links => ({
  storyId,
  issueId,
  duplicateOf,
  linkedAt,
});

const linkStep = ({ places }: ItemStore, link: ItemLink): BulkStep => ({
  action: {
    update: { _index: places.get(link.id)!, _id: link.id, retry_on_conflict: 5, require_alias: true },
  },
  body: { doc: linksOf(link) },
});

export async function removeItems(store: ItemStore, ids: readonly string[]): Promise<void> {
  await store.refresh(true);
  const there = await findItems(store, [...new Set(ids)].filter(isHashId), { fields: ['version'] });
  const outcomes = await store.bulk(
    [...there.keys()].map((id) => ({
      action: { delete: { _index: store.places.get(id)!, _id: id, require_alias: true } },
    })),
  );
  for (const id of there.keys()) {
    store.places.delete(id);
    store.recent.forget(id);
  }
  settle(store, outcomes);
}

/** @throws IndexUnavailable when one could not be written that is there */
function settle(store: ItemStore, outcomes: readonly BulkOutcome[]): void {
  for (const { status, index, error, reason } of outcomes)
    if (error === '') store.wrote(index);
    else if (status !== 404) throw new IndexUnavailable(`Elasticsearch could not write: ${reason}`);
}
