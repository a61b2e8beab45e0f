import { provinceOf } from '../../../shared/domain/area.ts';
import type { IndexedItem, Link } from '../../../shared/domain/labelled-item.ts';

/** What filters and facets need, worked out of the labels. */
interface Facets {
  areas: string[];
  topic: string;
  tone: string;
  stance: string;
  criticism: boolean;
  indicated: boolean;
}

export type ItemDocument = IndexedItem & Facets;

/** Every area of an item, each with its province, so that a scope is one equality. */
const areasOf = (item: IndexedItem): string[] => [
  ...new Set(item.labels.places.flatMap((place) => [place.code, provinceOf(place.code)])),
];

export const toDocument = (item: IndexedItem): ItemDocument => ({
  ...item,
  areas: areasOf(item),
  topic: item.labels.topic.value,
  tone: item.labels.tone.value,
  stance: item.labels.stance.value,
  criticism: item.labels.criticism.value,
  indicated: item.labels.indication.raised,
});

/** A later version of a known item: everything but where it was put. */
export function toRevision(item: IndexedItem): Omit<ItemDocument, keyof Link> {
  const { storyId: _s, issueId: _i, duplicateOf: _d, linkedAt: _l, ...document } = toDocument(item);
  return document;
}

export function toItem(document: ItemDocument): IndexedItem {
  const { areas: _a, topic: _t, tone: _o, stance: _s, criticism: _c, indicated: _i, ...item } = document;
  return item;
}
