import { provinceOf } from '../../shared/domain/area.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { asksPlainly } from '../watch/asks-plainly.ts';
import { reportsHarm } from '../watch/reports-harm.ts';
import { issueSeries, type Observation, topicSeries } from '../watch/series.ts';

/** When an item counts: no item is newer than its collection. */
export const countedAt = (item: Pick<Item, 'publishedAt' | 'collectedAt'>): number =>
  Math.min(item.publishedAt, item.collectedAt);

const seen = (key: string, item: IndexedItem, repost: boolean): Observation => ({
  key,
  at: countedAt(item),
  repost,
  tone: item.labels.tone.value,
  stance: item.labels.stance.value,
  indicated: item.labels.indication.raised,
  actor: item.outlet ?? item.author,
  outlet: item.outlet !== null,
  platform: item.platform,
  asks: asksPlainly(item.text),
  harm: item.labels.target.value && reportsHarm(fullText(item)),
});

/** Every unit that a place belongs to: the regency, its province, the country. */
const unitsOf = (item: IndexedItem): string[] => [
  ...new Set([...item.labels.places.flatMap(({ code }) => [code, provinceOf(code)]), nationalUnit]),
];

/** One observation for each topic series an item is part of; none for items that are not about KPU. */
export function topicObservations(item: IndexedItem, repost: boolean): Observation[] {
  if (!item.labels.target.value) return [];
  return unitsOf(item).map((unit) => seen(topicSeries(item.labels.topic.value, unit), item, repost));
}

/** The observation of an item in the series of its issue, and of the issue above it. */
export function issueObservations(
  item: IndexedItem,
  repost: boolean,
  issues: readonly { id: string; unit: string }[],
): Observation[] {
  return issues.map(({ id, unit }) => seen(issueSeries(id, unit), item, repost));
}
