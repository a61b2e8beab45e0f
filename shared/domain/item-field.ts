import type { IndexedItem } from './labelled-item.ts';

/** Parts of an item that can be read without the rest of it, by their path. */
export const itemFields = [
  'id',
  'platform',
  'sourceId',
  'nativeId',
  'url',
  'title',
  'text',
  'author',
  'authorKind',
  'outlet',
  'publishedAt',
  'collectedAt',
  'metrics.likes',
  'metrics.replies',
  'metrics.shares',
  'metrics.views',
  'metrics.followers',
  'labels.language.value',
  'labels.target.value',
  'labels.tone.value',
  'labels.tone.confidence',
  'labels.criticism.value',
  'labels.stance.value',
  'labels.topic.value',
  'labels.indication.raised',
  'labels.places',
  'storyId',
  'issueId',
  'duplicateOf',
] as const;
export type ItemField = (typeof itemFields)[number];

/** The part of an item at a path; null where there is none. */
export function fieldOf(item: IndexedItem, field: ItemField): unknown {
  let value: unknown = item;
  for (const name of field.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value ?? null;
}
