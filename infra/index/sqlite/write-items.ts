import { provinceOf } from '../../../shared/domain/area.ts';
import { isHashId } from '../../../shared/domain/ids.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { ItemLink, PutResult } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import type { Terms } from './text-query.ts';

export const idBytes = (id: string): Buffer => Buffer.from(id, 'hex');

/** Every area of an item, each with its province. */
const areasOf = (item: IndexedItem): string[] => [
  ...new Set(item.labels.places.flatMap((place) => [place.code, provinceOf(place.code)])),
];

export const unfitItems = (items: readonly IndexedItem[]): PutResult['refused'] =>
  items
    .filter(({ id }) => !isHashId(id))
    .map(({ id }) => ({ id, reason: 'the id is not 32 hex characters' }));

/** The document without what has columns of its own and changes by itself. */
const documentOf = ({
  storyId: _s,
  issueId: _i,
  duplicateOf: _d,
  linkedAt: _l,
  ...document
}: IndexedItem): string => JSON.stringify(document);

/** Writes one batch in one transaction. */
export function putItems(sqlite: Sqlite, items: readonly IndexedItem[], terms: Terms): Promise<PutResult> {
  return sqlite.exclusive(() => {
    const result: PutResult = { written: 0, unchanged: 0, refused: unfitItems(items) };
    const find = sqlite.write('SELECT row, version FROM item WHERE id = ?');
    for (const item of items) {
      if (!isHashId(item.id)) continue;
      const there = find.get(idBytes(item.id)) as { row: number; version: number } | undefined;
      if (there && there.version >= item.version) {
        result.unchanged += 1;
        continue;
      }
      const row = there ? replaceRow(sqlite, there.row, item) : insertRow(sqlite, item);
      writeParts(sqlite, row, item, terms);
      result.written += 1;
    }
    return result;
  });
}

const labelValues = (item: IndexedItem) =>
  [
    item.version,
    item.publishedAt,
    item.platform,
    item.outlet,
    item.sourceId,
    item.labels.topic.value,
    item.labels.tone.value,
    item.labels.stance.value,
    item.labels.criticism.value ? 1 : 0,
    item.labels.indication.raised ? 1 : 0,
  ] as const;

function insertRow(sqlite: Sqlite, item: IndexedItem): number {
  const { lastInsertRowid } = sqlite
    .write(
      `INSERT INTO item (version, published_at, platform, outlet, source_id, topic, tone, stance, criticism, indicated,
         id, story_id, issue_id, duplicate_of, linked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...labelValues(item), idBytes(item.id), item.storyId, item.issueId, item.duplicateOf, item.linkedAt);
  return Number(lastInsertRowid);
}

/** A later version: new text and labels, the link stays. */
function replaceRow(sqlite: Sqlite, row: number, item: IndexedItem): number {
  sqlite
    .write(
      `UPDATE item SET version = ?, published_at = ?, platform = ?, outlet = ?, source_id = ?, topic = ?, tone = ?,
         stance = ?, criticism = ?, indicated = ? WHERE row = ?`,
    )
    .run(...labelValues(item), row);
  removeParts(sqlite, row);
  return row;
}

function writeParts(sqlite: Sqlite, row: number, item: IndexedItem, terms: Terms): void {
  sqlite.write('INSERT INTO item_document (row, document) VALUES (?, ?)').run(row, documentOf(item));
  const text = terms(`${item.title ?? ''}\n${item.text}`).join(' ');
  sqlite.write('INSERT INTO item_text (rowid, terms) VALUES (?, ?)').run(row, text);
  for (const area of areasOf(item))
    sqlite.write('INSERT INTO item_area (area, item) VALUES (?, ?)').run(area, row);
  for (const key of new Set(item.bandKeys))
    sqlite.write('INSERT INTO item_band (key, item) VALUES (?, ?)').run(key, row);
}

function removeParts(sqlite: Sqlite, row: number): void {
  const found = sqlite.write('SELECT document FROM item_document WHERE row = ?').get(row) as {
    document: string;
  };
  const item = JSON.parse(found.document) as IndexedItem;
  sqlite.write('DELETE FROM item_document WHERE row = ?').run(row);
  sqlite.write('DELETE FROM item_text WHERE rowid = ?').run(row);
  for (const area of areasOf(item))
    sqlite.write('DELETE FROM item_area WHERE area = ? AND item = ?').run(area, row);
  for (const key of new Set(item.bandKeys))
    sqlite.write('DELETE FROM item_band WHERE key = ? AND item = ?').run(key, row);
}

export function assignLinks(sqlite: Sqlite, links: readonly ItemLink[]): Promise<void> {
  return sqlite.exclusive(() => {
    const update = sqlite.write(
      'UPDATE item SET story_id = ?, issue_id = ?, duplicate_of = ?, linked_at = ? WHERE id = ?',
    );
    for (const link of links)
      update.run(link.storyId, link.issueId, link.duplicateOf, link.linkedAt, idBytes(link.id));
  });
}

export function removeItems(sqlite: Sqlite, ids: readonly string[]): Promise<void> {
  return sqlite.exclusive(() => {
    for (const id of ids) {
      const found = sqlite.write('SELECT row FROM item WHERE id = ?').get(idBytes(id)) as
        | { row: number }
        | undefined;
      if (!found) continue;
      removeParts(sqlite, found.row);
      sqlite.write('DELETE FROM item WHERE row = ?').run(found.row);
    }
  });
}
