import { looksLikeArticle, looksLikeBoilerplate } from './hints.ts';
import { isInline, type PageNode } from './page-tree.ts';

/** Settings of the search; each was chosen on one half of the benchmark's training part and checked on the other. */
export interface BodySettings {
  /** A child takes over from its parent when it holds this share of the parent's worth. */
  share: number;
  /** Worth of a part that its makers call an article, as a factor. */
  named: number;
  /** Characters of running text under one parent that double its worth. */
  run: number;
  /** Parts are cast away for what their makers call them. */
  heedNames: boolean;
}
export const bodySettings: BodySettings = { share: 0.77, named: 1.1, run: 500, heedNames: true };

/** A paragraph shorter than this says nothing about where the article is. */
const minParagraph = 25;

/**
 * Finds the smallest element that holds nearly all of the running text, and beside it the parts an article was cut
 * into. Text counts for more the more of it stands under one parent, so that an article of ten paragraphs outweighs a
 * page of thirty teasers.
 * @returns the article's parts in document order; the root alone when nothing stands out
 */
export function findBody(root: PageNode, settings: BodySettings = bodySettings): PageNode[] {
  const measuring: Measuring = { worth: new Map(), most: root.chars * 0.4, settings };
  measure(root, measuring, false);
  const { worth } = measuring;
  const before: PageNode[] = [];
  const after: PageNode[] = [];
  let node = root;
  for (;;) {
    const best = bestChild(node, worth, settings);
    if (!best || best.value < (worth.get(node) ?? 0) * settings.share || isParagraph(best.node)) break;
    const { earlier, later } = continuations(node, best.node, worth);
    before.push(...earlier);
    after.unshift(...later);
    node = best.node;
  }
  return [...before, node, ...after];
}

/** Characters of running text from which a sibling is taken for a part of the same article. */
const minContinuation = 120;

/** Siblings that carry the same name as the chosen part, and paragraphs that stand free beside it. */
function continuations(
  parent: PageNode,
  chosen: PageNode,
  worth: ReadonlyMap<PageNode, number>,
): { earlier: PageNode[]; later: PageNode[] } {
  const earlier: PageNode[] = [];
  const later: PageNode[] = [];
  let list = earlier;
  for (const child of parent.children) {
    if (child === chosen) list = later;
    else if (
      typeof child !== 'string' &&
      (worth.get(child) ?? 0) >= minContinuation &&
      continues(child, chosen)
    )
      list.push(child);
  }
  return { earlier, later };
}

function continues(sibling: PageNode, chosen: PageNode): boolean {
  if (sibling.tag === 'p') return sibling.linkChars < sibling.chars * 0.3;
  // Several articles under each other are several articles.
  if (sibling.tag !== chosen.tag || sibling.tag === 'article') return false;
  const name = signature(chosen);
  return name !== '' && !layoutNames.test(name) && signature(sibling) === name;
}

/** Names of the grid, which say where a part stands and not what it is. */
const layoutNames =
  /^(?:row|col(?:umn)?s?|container|wrap(?:per)?|clearfix|grid|block|box|item|inner|content|list|card|media|panel)(?:$|[-_])/;

/** The first of a part's names, without its number: "story-body story-body-2" → "story-body". */
const signature = (node: PageNode): string =>
  node.hint
    .trim()
    .split(/\s+/, 1)[0]!
    .replace(/[\d_-]+$/, '');

function bestChild(
  node: PageNode,
  worth: ReadonlyMap<PageNode, number>,
  settings: BodySettings,
): { node: PageNode; value: number } | null {
  let best: { node: PageNode; value: number } | null = null;
  for (const child of node.children) {
    if (typeof child === 'string' || isInline(child)) continue;
    const value = (worth.get(child) ?? 0) * (looksLikeArticle(child) ? settings.named : 1);
    if (value > 0 && (best === null || value > best.value)) best = { node: child, value };
  }
  return best;
}

const isParagraph = (node: PageNode): boolean =>
  node.tag === 'p' || node.tag === 'pre' || node.tag === 'blockquote';

interface Measuring {
  worth: Map<PageNode, number>;
  /** Parts with more characters are never cast away for their name. */
  most: number;
  settings: BodySettings;
}

/** @returns the subtree's worth without the bonus for runs, and whether it is a single paragraph */
function measure(node: PageNode, to: Measuring, outside: boolean): { total: number; paragraph: number } {
  const out =
    outside ||
    (to.settings.heedNames && ((node.hidden && node.chars < to.most) || looksLikeBoilerplate(node, to.most)));
  let total = 0;
  let run = 0;
  let ownChars = 0;
  let ownLinkChars = 0;
  for (const child of node.children) {
    if (typeof child === 'string') {
      ownChars += child.length;
    } else if (isInline(child)) {
      ownChars += child.chars;
      ownLinkChars += child.linkChars;
    } else {
      const inner = measure(child, to, out);
      total += inner.total;
      run += inner.paragraph;
    }
  }
  let paragraph = 0;
  if (ownChars >= minParagraph && !out) {
    const density = Math.min(1, ownLinkChars / ownChars);
    // A list item or a table cell is running text only when it is long.
    const scale =
      node.tag === 'p' || node.tag === 'pre' ? 1 : node.tag === 'li' || node.tag === 'td' ? 0.3 : 0.7;
    paragraph = ownChars * Math.max(0, 1 - 2 * density) * scale;
  }
  // Text straight in this element is a run of its own; so are the paragraphs among its children.
  const isBlock = isParagraph(node) || node.tag === 'li';
  const gathered = isBlock ? 0 : run + paragraph;
  total += gathered * (1 + gathered / to.settings.run);
  to.worth.set(node, total + (isBlock ? paragraph : 0));
  return { total, paragraph: isBlock ? paragraph + run : 0 };
}
