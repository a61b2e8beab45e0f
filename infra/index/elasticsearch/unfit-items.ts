import { isHashId } from '../../../shared/domain/ids.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { PutResult } from '../../../shared/ports/item-index.ts';
import { type ItemDocument, toDocument } from './item-document.ts';
import type { ItemMapping } from './item-mapping.ts';

/** Of one term, in UTF-8: Lucene's own limit. A document with a longer one is refused whole. */
const mostTermBytes = 32_766;
const mostBytesOfUnit = 3;
const mostInteger = 2 ** 31 - 1;

const isImmense = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length * mostBytesOfUnit > mostTermBytes &&
  Buffer.byteLength(value) > mostTermBytes;

/** What the server would refuse, by the limits of its terms and numbers; see `ItemWriter.unfit`. */
export function unfitItems(mapping: ItemMapping, items: readonly IndexedItem[]): PutResult['refused'] {
  const keywords = Object.entries(mapping.properties).flatMap(([name, property]) =>
    property.type === 'keyword' && property.index !== false ? [name as keyof ItemDocument] : [],
  );
  return items.flatMap((item) => {
    const document = toDocument(item);
    const immense = keywords.find((name) => [document[name]].flat().some(isImmense));
    if (!isHashId(item.id)) return [{ id: item.id, reason: 'the id is not 32 hex characters' }];
    if (immense)
      return [{ id: item.id, reason: `${immense} is longer than ${mostTermBytes} bytes (immense term)` }];
    if (item.version > mostInteger) return [{ id: item.id, reason: 'the version is above 2^31' }];
    return [];
  });
}
