import { looksLikeArticle, looksLikeBoilerplate } from './hints.ts';
import type { PageNode } from './page-tree.ts';

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
export const isInline = (node: PageNode): boolean => inlineTags.has(node.tag);

export interface BodyFinding {
  node: PageNode;
  /** Running text per subtree, in characters; links and names that speak against it taken off. */
  worth: ReadonlyMap<PageNode, number>;
}

/** A paragraph shorter than this says nothing about where the article is. */
const minParagraph = 25;

/** Finds the smallest element that holds nearly all of the running text. */
export function findBody(root: PageNode): BodyFinding {
  const worth = new Map<PageNode, number>();
  measure(root, worth, false, root.chars * 0.4);
  let node = root;
  for (;;) {
    const own = worth.get(node) ?? 0;
    let best: PageNode | null = null;
    let bestWorth = 0;
    for (const child of node.children) {
      if (typeof child === 'string' || isInline(child)) continue;
      const value = (worth.get(child) ?? 0) * (looksLikeArticle(child) ? 1.3 : 1);
      if (value > bestWorth) {
        best = child;
        bestWorth = value;
      }
    }
    if (!best || bestWorth < own * 0.75 || isParagraph(best)) break;
    node = best;
  }
  return { node, worth };
}

const isParagraph = (node: PageNode): boolean =>
  node.tag === 'p' || node.tag === 'pre' || node.tag === 'blockquote';

function measure(node: PageNode, worth: Map<PageNode, number>, outside: boolean, most: number): number {
  const out = outside || (node.hidden && node.chars < most) || looksLikeBoilerplate(node, most);
  let total = 0;
  let ownChars = 0;
  let ownLinkChars = 0;
  for (const child of node.children) {
    if (typeof child === 'string') {
      ownChars += child.length;
    } else if (isInline(child)) {
      ownChars += child.chars;
      ownLinkChars += child.linkChars;
    } else {
      total += measure(child, worth, out, most);
    }
  }
  if (ownChars >= minParagraph && !out) {
    const density = Math.min(1, ownLinkChars / ownChars);
    // A list item or a table cell is running text only when it is long.
    const scale =
      node.tag === 'p' || node.tag === 'pre' ? 1 : node.tag === 'li' || node.tag === 'td' ? 0.3 : 0.7;
    total += ownChars * (1 - 2 * density) * scale;
  }
  worth.set(node, total);
  return total;
}
