import { itemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { IndexedItem } from '../domain/labelled-item.ts';
import type { Labels } from '../domain/labels.ts';

const machine = { confidence: 0.9, words: [], by: 'machine' as const };

/** Labels of a neutral item about KPU; override what the test is about. */
export const buildLabels = (over: Partial<Labels> = {}): Labels => ({
  language: { ...machine, value: 'id' },
  target: { ...machine, value: true, unit: null },
  tone: { ...machine, value: 'neutral', needsReview: false },
  textTone: { ...machine, value: 'neutral' },
  criticism: { ...machine, value: false },
  stance: { ...machine, value: 'none' },
  topic: { ...machine, value: 'lainnya' },
  indication: { score: 0.1, raised: false, reasons: [] },
  places: [],
  entities: [],
  abusive: false,
  ...over,
});

/** An item as collected; `nativeId` makes the id. */
export function buildItem(over: Partial<Item> = {}): Item {
  const nativeId = over.nativeId ?? 'n1';
  const platform = over.platform ?? 'x';
  return {
    id: itemId({ platform, nativeId }),
    platform,
    sourceId: 'source-1',
    nativeId,
    url: null,
    title: null,
    text: 'KPU Kota Malang membuka pendaftaran petugas KPPS.',
    author: 'warga',
    authorKind: 'private',
    outlet: null,
    publishedAt: Date.UTC(2024, 10, 27, 1),
    collectedAt: Date.UTC(2024, 10, 27, 1),
    metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
    version: 1,
    ...over,
  };
}

/** An item as the index keeps it, not linked yet. */
export const buildIndexedItem = (over: Partial<IndexedItem> = {}): IndexedItem => ({
  ...buildItem(over),
  labels: buildLabels(over.labels),
  storyId: null,
  issueId: null,
  duplicateOf: null,
  linkedAt: null,
  bandKeys: [],
  ...over,
});
