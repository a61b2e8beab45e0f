import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { hourMs, type Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { ClarificationRecord } from './input.ts';
import { netTone } from './measures.ts';

/** An answer that went out, as the audit tells it. */
export interface Publication {
  at: Instant;
  /** As published; null where the entry holds none. */
  title: string | null;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : null;

/** The first clarification of an issue that went out within the span: the step of its state to "published". */
export function publicationOf(
  entries: readonly AuditEntry[],
  span: { from: Instant; to: Instant },
): Publication | null {
  const entry = entries
    .toSorted((a, b) => a.at - b.at)
    .find(
      ({ before, after }) =>
        fieldOf(after, 'state') === 'published' && fieldOf(before, 'state') !== 'published',
    );
  if (!entry || entry.at < span.from || entry.at >= span.to) return null;
  const title = fieldOf(entry.after, 'clarificationTitle') ?? fieldOf(entry.after, 'title');
  return { at: entry.at, title: typeof title === 'string' ? title : null };
}

const batchSize = 1_000;

const carries = ({ labels }: IndexedItem): boolean => labels.stance.value === 'membantah';

/** Items of the issue by hours after the publication: how many, how many carry the correction, and tones. */
async function countWindow(
  index: Pick<ItemReader, 'scan'>,
  filter: { scope: Scope; issueIds: readonly string[] },
  [from, to]: readonly [Instant, Instant],
) {
  const counts = { items: 0, carrying: 0, positive: 0, neutral: 0, negative: 0 };
  for await (const batch of index.scan({ ...filter, from, to }, batchSize))
    for (const item of batch) {
      counts.items++;
      if (carries(item)) counts.carrying++;
      const tone = item.labels.tone.value;
      if (item.duplicateOf === null && tone !== 'unrelated') counts[tone]++;
    }
  return counts;
}

const window = 72 * hourMs;

/**
 * What followed a clarification: the share of the issue's items that carry the correction (deny the claim) within 24 and
 * 72 h, and net tone in the 72 h before and after, hidden below n = 30. An association, never a cause. Null for shares
 * of no items.
 */
export async function measureClarification(
  index: Pick<ItemReader, 'scan'>,
  scope: Scope,
  { id, number, title }: Pick<Issue, 'id' | 'number' | 'title'>,
  publication: Publication,
): Promise<ClarificationRecord> {
  const { at } = publication;
  const filter = { scope, issueIds: [id] };
  const day = await countWindow(index, filter, [at, at + 24 * hourMs]);
  const after = await countWindow(index, filter, [at, at + window]);
  const before = await countWindow(index, filter, [at - window, at]);
  const share = ({ items, carrying }: typeof day) => (items === 0 ? null : carrying / items);
  return {
    title: publication.title ?? title,
    issueNumber: number,
    publishedAt: at,
    carried24: share(day),
    carried72: share(after),
    netToneBefore: netTone(before)?.value ?? null,
    netToneAfter: netTone(after)?.value ?? null,
  };
}
