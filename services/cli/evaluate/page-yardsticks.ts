import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Readability.js on linkedom: the article finder one would take otherwise. */
export function readWithReadability(html: string): string {
  const { document } = parseHTML(html);
  return new Readability(document as unknown as Document).parse()?.textContent ?? '';
}
