import { type Effect, type EffectHours, type EffectSpan, leastItems } from '../../shared/domain/effect.ts';
import { hourMs, type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Scope } from '../../shared/domain/unit.ts';
import type { ItemReader } from '../../shared/ports/item-index.ts';
import { negativeShare, netTone, toneTotal } from '../report/opinion-map/measures.ts';

/** What is looked at: an answer, where it ran, and its address. */
export interface Answered {
  publicationId: string;
  unit: string;
  /** The issue and those that stand under it. */
  issueIds: readonly string[];
  publishedAt: Instant;
  /** Items that hold this address carry the correction whatever the machine says of them; null where there is none. */
  url: string | null;
}

const batchSize = 1_000;

/** Denies the claim, or points to the answer. */
const carries = ({ labels, text, url }: IndexedItem, answer: string | null): boolean =>
  labels.stance.value === 'membantah' || (answer !== null && (text.includes(answer) || url === answer));

const queryOf = (issueIds: readonly string[], from: Instant, to: Instant): string =>
  `/v1/items?${new URLSearchParams({ issue: issueIds.slice(0, 50).join(','), from: toRfc3339(from), to: toRfc3339(to) })}`;

/** One span of the issues' items: how many, how many carry the correction, and tones; figures of few are left out. */
export async function measureSpan(
  index: Pick<ItemReader, 'scan'>,
  scope: Scope,
  { issueIds, url }: Pick<Answered, 'issueIds' | 'url'>,
  [from, to]: readonly [Instant, Instant],
): Promise<EffectSpan> {
  const tones = { positive: 0, neutral: 0, negative: 0 };
  let items = 0;
  let carrying = 0;
  if (issueIds.length > 0)
    for await (const batch of index.scan({ scope, issueIds, from, to }, batchSize))
      for (const item of batch) {
        items++;
        if (carries(item, url)) carrying++;
        const tone = item.labels.tone.value;
        if (item.duplicateOf === null && tone !== 'unrelated') tones[tone]++;
      }
  return {
    from,
    to,
    items,
    carrying,
    carryingShare: items < leastItems ? null : carrying / items,
    n: toneTotal(tones),
    netTone: netTone(tones)?.value ?? null,
    negativeShare: negativeShare(tones),
    query: queryOf(issueIds, from, to),
  };
}

/**
 * What was seen before and after an answer: the share of the issue's items that carry the correction, tone and volume
 * in the hours after it, beside as many hours before. Shares and tones of fewer than 30 items are null. An
 * association, never a cause.
 */
export async function measureEffect(
  index: Pick<ItemReader, 'scan'>,
  answered: Answered,
  hours: EffectHours,
  measuredAt: Instant,
): Promise<Effect> {
  const { publicationId, unit, issueIds, publishedAt } = answered;
  const scope = { unit };
  const span = hours * hourMs;
  return {
    publicationId,
    hours,
    unit,
    issueIds: [...issueIds],
    publishedAt,
    measuredAt,
    before: await measureSpan(index, scope, answered, [publishedAt - span, publishedAt]),
    after: await measureSpan(index, scope, answered, [publishedAt, publishedAt + span]),
  };
}
