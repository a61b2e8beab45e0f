import type { IndexedItem } from '../../shared/domain/labelled-item.ts';

/** Offices speak in public under these names. */
const officeNames = /^(kpu|bawaslu|dkpp)/i;

/** A name after @; an e-mail address has a letter before it and is none. */
const handle = /(^|[^\p{L}\p{N}@._])@([\p{L}\p{N}_.]{2,40})/gu;

/** The text without names of accounts, offices excepted. */
export const maskHandles = (text: string): string =>
  text.replace(handle, (whole, before: string, name: string) =>
    officeNames.test(name) ? whole : `${before}@…`,
  );

/**
 * A private author's post without what leads to them: address, native id (the item's own id stands for it) and @names.
 * The pseudonym stays, so that authors can be counted; it cannot be turned back. A version later, so that neither index
 * takes the old one again.
 * @returns null where nothing is left to drop
 */
export function withoutHandles(item: IndexedItem): IndexedItem | null {
  if (item.authorKind !== 'private') return null;
  const text = maskHandles(item.text);
  const title = item.title === null ? null : maskHandles(item.title);
  const isBare = item.url === null && item.nativeId === item.id && text === item.text && title === item.title;
  if (isBare) return null;
  return { ...item, url: null, nativeId: item.id, text, title, version: item.version + 1 };
}
