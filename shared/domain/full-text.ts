import type { Item } from './item.ts';

/** Title and text as one: a title that the text repeats is not counted twice. */
export function fullText({ title, text }: Pick<Item, 'title' | 'text'>): string {
  if (!title || text.startsWith(title)) return text;
  return text === '' ? title : `${title}\n${text}`;
}
