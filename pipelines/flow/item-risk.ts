import type { Instant } from '../../shared/domain/instant.ts';
import type { Counts } from '../../shared/domain/issue.ts';
import { type Item, interactionsOf } from '../../shared/domain/item.ts';
import type { Labels } from '../../shared/domain/labels.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import type { Source } from '../../shared/domain/source.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import type { ItemLabeller } from '../../shared/ports/item-labeller.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import { assessRisk } from '../watch/risk.ts';
import { defaultWatchSettings } from '../watch/settings.ts';

const one = (holds: boolean): number => (holds ? 1 : 0);

const countsOf = (item: Item, { tone, criticism, stance, indication }: Labels): Counts => ({
  unique: 1,
  items: 1,
  positive: one(tone.value === 'positive'),
  neutral: one(tone.value === 'neutral'),
  negative: one(tone.value === 'negative'),
  unrelated: one(tone.value === 'unrelated'),
  criticism: one(criticism.value),
  indicated: one(indication.raised),
  stance: {
    menyebarkan: one(stance.value === 'menyebarkan'),
    membantah: one(stance.value === 'membantah'),
    bertanya: one(stance.value === 'bertanya'),
    memberitakan: one(stance.value === 'memberitakan'),
  },
  interactions: interactionsOf(item.metrics),
});

/**
 * The risk of one item by itself, by DOMAIN's L × I with the reach of this item alone; null where it is neither about
 * KPU nor like a circulating claim. What its issue becomes later is judged later.
 */
export function createItemRisk(labeller: Pick<ItemLabeller, 'label'>, calendar: ElectionCalendar) {
  const settings = defaultWatchSettings.risk;
  return async (item: Item, source: Source | undefined, now: Instant): Promise<Risk | null> => {
    const [answer] = await labeller.label([{ item, source }]);
    if (!answer || !('item' in answer)) return null;
    const { labels } = answer.item;
    if (!labels.target.value && !labels.indication.raised) return null;
    const unit = labels.target.unit ?? labels.places[0]?.code ?? nationalUnit;
    const isMainstream = (source?.outletTier ?? 0) >= settings.likelihood.outletTier4 && item.outlet !== null;
    const reach = {
      posts: 1,
      accounts: 1,
      platforms: 1,
      interactions: interactionsOf(item.metrics),
      maxFollowers: item.metrics.followers,
      mainstreamOutlets: isMainstream ? [item.outlet!] : [],
      outletsInWindow: 0,
      provinces: 1,
    };
    const impact = {
      topic: labels.topic.value,
      unit,
      provinces: 1,
      texts: [`${item.title ?? ''} ${item.text}`],
      counts: countsOf(item, labels),
      claims: [],
      narrative: null,
      personImpact: null,
    };
    return assessRisk(reach, impact, { at: now, unit, calendar, settings });
  };
}
