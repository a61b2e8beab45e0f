import { interactionsOf } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';

/** One item worth a person's minute, with why. */
export interface LabellingTask {
  item: IndexedItem;
  /** Doubt times reach, both above 0; only its order means something. */
  score: number;
  /** For the desk, in Indonesian. */
  reason: string;
}

/** A second item of the same issue teaches half of what the first did, of the same topic four fifths. Chosen. */
const sameIssue = 0.5;
const sameTopic = 0.8;
/** Views and followers weigh less than an act: about one view in a hundred acts, one follower in a thousand sees. Chosen. */
const perView = 0.01;
const perFollower = 0.001;

/**
 * How unsure the machine is, 0 to 1: the tone's doubt first, then those of criticism and stance, since these three decide
 * what an issue looks like; a tone that asks for review counts as full doubt.
 */
export function doubtOf({ labels }: Pick<IndexedItem, 'labels'>): number {
  const { tone, criticism, stance } = labels;
  const toneDoubt = tone.needsReview ? 1 : 1 - tone.confidence;
  return 0.6 * toneDoubt + 0.2 * (1 - criticism.confidence) + 0.2 * (1 - stance.confidence);
}

/** How far an item reaches, from 1: the logarithm of acts, views and followers; an outlet counts as a hundred acts. */
export function reachOf({ metrics, outlet }: Pick<IndexedItem, 'metrics' | 'outlet'>): number {
  const seen = interactionsOf(metrics) + perView * metrics.views + perFollower * metrics.followers;
  return 1 + Math.log10(1 + seen + (outlet === null ? 0 : 100));
}

const isLabelled = ({ labels }: IndexedItem): boolean =>
  [labels.tone, labels.target, labels.criticism, labels.stance, labels.topic, labels.language].some(
    ({ by }) => by === 'person',
  );

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function reasonFor(item: IndexedItem): string {
  const { tone } = item.labels;
  const sure = tone.needsReview
    ? `Nada perlu ditinjau (yakin ${percent(tone.confidence)})`
    : `Mesin yakin ${percent(tone.confidence)} akan nadanya`;
  const acts = interactionsOf(item.metrics);
  const from = item.outlet === null ? '' : `, dimuat ${item.outlet}`;
  return `${sure}; ${acts.toLocaleString('id-ID')} interaksi${from}.`;
}

/**
 * The items that teach most for a person's time: unsure and far-reaching, and unlike each other (one after the other,
 * each weighed down by those of its issue and topic that were taken before). Without re-posts and without what people
 * have labelled. Deterministic: ties by id.
 */
export function labellingQueue(items: readonly IndexedItem[], limit: number): LabellingTask[] {
  const open = items
    .filter((item) => item.duplicateOf === null && !isLabelled(item))
    .map((item) => ({ item, base: doubtOf(item) * reachOf(item) }))
    .filter(({ base }) => base > 0)
    .sort((a, b) => b.base - a.base || (a.item.id < b.item.id ? -1 : 1));
  const [issues, topics] = [new Map<string, number>(), new Map<string, number>()];
  const weight = ({ item, base }: (typeof open)[number]): number =>
    base *
    sameIssue ** (item.issueId === null ? 0 : (issues.get(item.issueId) ?? 0)) *
    sameTopic ** (topics.get(item.labels.topic.value) ?? 0);
  const tasks: LabellingTask[] = [];
  while (tasks.length < limit && open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i++) {
      // Weights only fall, so that nothing further down can win any more.
      if (open[i]!.base <= weight(open[best]!)) break;
      if (weight(open[i]!) > weight(open[best]!)) best = i;
    }
    const [taken] = open.splice(best, 1);
    const { item } = taken!;
    tasks.push({ item, score: weight(taken!), reason: reasonFor(item) });
    if (item.issueId !== null) issues.set(item.issueId, (issues.get(item.issueId) ?? 0) + 1);
    topics.set(item.labels.topic.value, (topics.get(item.labels.topic.value) ?? 0) + 1);
  }
  return tasks;
}
