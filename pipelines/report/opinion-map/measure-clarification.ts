import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { measureEffect } from '../../disseminate/measure-effect.ts';
import type { ClarificationRecord } from './input.ts';

/** An answer that went out, as the publications or the audit tell it. */
export interface Publication {
  at: Instant;
  /** As published; null where the entry holds none. */
  title: string | null;
  /** Its public address, where it has one. */
  url?: string | null;
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

/** The first answer of an issue that was published within the span, with its address; null for none. */
export async function firstPublished(
  { publications }: Pick<Records, 'publications'>,
  issueId: string,
  { from, to }: { from: Instant; to: Instant },
): Promise<Publication | null> {
  const found = await publications.list({ issueId, from, before: to, limit: 100 });
  const first = found.filter(({ kind }) => kind !== 'holding').at(-1);
  return first ? { at: first.publishedAt, title: first.title, url: first.url } : null;
}

/**
 * What followed a clarification of an issue and the `parts` under it: the share of their items that carry the correction
 * within 24 and 72 h, and net tone in the 72 h before and after; all hidden below n = 30. An association, never a cause.
 */
export async function measureClarification(
  index: Pick<ItemReader, 'scan'>,
  { unit }: Scope,
  { id, number, title }: Pick<Issue, 'id' | 'number' | 'title'>,
  { at, title: published, url = null }: Publication,
  parts: readonly string[] = [],
): Promise<ClarificationRecord> {
  const answered = { publicationId: '', unit, issueIds: [id, ...parts], publishedAt: at, url };
  const day = await measureEffect(index, answered, 24, at);
  const { before, after } = await measureEffect(index, answered, 72, at);
  return {
    title: published ?? title,
    issueNumber: number,
    publishedAt: at,
    carried24: day.after.carryingShare,
    carried72: after.carryingShare,
    itemsBefore: before.items,
    itemsAfter: after.items,
    netToneBefore: before.netTone,
    netToneAfter: after.netTone,
  };
}
