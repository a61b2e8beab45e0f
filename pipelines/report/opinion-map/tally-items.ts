import type { Instant } from '../../../shared/domain/instant.ts';
import { interactionsOf } from '../../../shared/domain/item.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Stance } from '../../../shared/domain/labels.ts';
import { localMoment, type Zone } from '../../watch/local-time.ts';
import type { ToneCounts } from './measures.ts';

/** Counts of one row of a table. `items`, stances and interactions count re-posts too; the rest unique items only. */
export interface Tally extends ToneCounts {
  items: number;
  unique: number;
  criticism: number;
  indicated: number;
  needsReview: number;
  interactions: number;
  stance: Record<Stance, number>;
  stories: Set<string>;
}

/** One pass over a span's items, grouped in every way the report shows. Only items about KPU or the unit are in here. */
export interface SpanTally {
  all: Tally;
  byDay: Map<string, Tally>;
  byHour: number[];
  byTopic: Map<string, Tally>;
  byArea: Map<string, Tally>;
  byPlatform: Map<string, Tally>;
  byOutlet: Map<string, Tally>;
  bySource: Map<string, Tally>;
  byIssue: Map<string, Tally>;
  byQuoted: Map<string, number>;
  /** Collected in scope, whether about KPU or not. */
  collected: number;
  unrelated: number;
}

export const emptyTally = (): Tally => ({
  items: 0,
  unique: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  criticism: 0,
  indicated: 0,
  needsReview: 0,
  interactions: 0,
  stance: { none: 0, menyebarkan: 0, membantah: 0, bertanya: 0, memberitakan: 0 },
  stories: new Set(),
});

function emptySpan(): SpanTally {
  return {
    all: emptyTally(),
    byDay: new Map(),
    byHour: Array.from({ length: 24 }, () => 0),
    byTopic: new Map(),
    byArea: new Map(),
    byPlatform: new Map(),
    byOutlet: new Map(),
    bySource: new Map(),
    byIssue: new Map(),
    byQuoted: new Map(),
    collected: 0,
    unrelated: 0,
  };
}

function add(tally: Tally, item: IndexedItem): void {
  tally.items++;
  tally.interactions += interactionsOf(item.metrics);
  if (item.storyId !== null) tally.stories.add(item.storyId);
  const { labels } = item;
  // Spread is counted with every copy: a hoax's reach is its re-posts.
  tally.stance[labels.stance.value]++;
  if (item.duplicateOf !== null) return;
  tally.unique++;
  if (labels.tone.value !== 'unrelated') tally[labels.tone.value]++;
  if (labels.criticism.value) tally.criticism++;
  if (labels.indication.raised) tally.indicated++;
  if (labels.tone.needsReview) tally.needsReview++;
}

function addTo(groups: Map<string, Tally>, key: string | null, item: IndexedItem): void {
  if (key === null) return;
  const tally = groups.get(key) ?? emptyTally();
  add(tally, item);
  groups.set(key, tally);
}

/** How an item's places fall into the rows of the unit's map: a province for KPU RI, a regency for a province. */
export type AreaOf = (code: string) => string | null;

/** Where an item is counted: the zone of its days, the rows of its places, the matter of its issue. */
export interface TallyRules {
  zone: Zone;
  areaOf: AreaOf;
  issueOf?(issueId: string): string;
}

function addItem(span: SpanTally, item: IndexedItem, { zone, areaOf, issueOf }: TallyRules): void {
  span.collected++;
  if (!item.labels.target.value) {
    span.unrelated++;
    return;
  }
  const { day, hour } = localMoment(item.publishedAt, zone);
  add(span.all, item);
  addTo(span.byDay, day, item);
  span.byHour[hour]!++;
  addTo(span.byTopic, item.labels.topic.value, item);
  addTo(span.byPlatform, item.platform, item);
  addTo(span.byOutlet, item.outlet, item);
  addTo(span.bySource, item.sourceId, item);
  addTo(span.byIssue, item.issueId === null ? null : (issueOf?.(item.issueId) ?? item.issueId), item);
  const areas = new Set(item.labels.places.map(({ code }) => areaOf(code)));
  for (const area of areas) addTo(span.byArea, area, item);
  for (const { kind, name } of item.labels.entities)
    if (kind === 'role' || kind === 'office') span.byQuoted.set(name, (span.byQuoted.get(name) ?? 0) + 1);
}

/** Counts items in batches, in constant memory but for the groups; those outside `[from, to)` are left out. */
export async function tallyItems(
  batches: AsyncIterable<readonly IndexedItem[]>,
  bounds: { from: Instant; to: Instant },
  rules: TallyRules,
): Promise<SpanTally> {
  const span = emptySpan();
  for await (const batch of batches)
    for (const item of batch)
      if (item.publishedAt >= bounds.from && item.publishedAt < bounds.to) addItem(span, item, rules);
  return span;
}
