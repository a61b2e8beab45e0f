import { looksLikeBoilerplate } from './hints.ts';
import { isInline, type PageNode } from './page-tree.ts';

interface Block {
  text: string;
  tag: string;
  linkChars: number;
}

/**
 * The article's paragraphs as text, one a line, without captions, related links and other insertions.
 * @param title the page's own title, which is not repeated as a paragraph
 * @param heedNames parts are left out for what their makers call them
 */
export function bodyText(parts: readonly PageNode[], title: string | null = null, heedNames = true): string {
  const blocks: Block[] = [];
  const chars = parts.reduce((sum, part) => sum + part.chars, 0);
  // Nothing is larger than all of it together, so without heeding names nothing is cast away.
  for (const part of parts) collect(part, blocks, heedNames ? chars * 0.4 : -1);
  const kept = blocks.filter((block) => block.tag !== 'h1' && block.text !== title && isRead(block));
  while (kept.length > 1 && closesPage(kept.at(-1)!)) kept.pop();
  return kept.map((block) => block.text).join('\n');
}

function collect(node: PageNode, blocks: Block[], most: number): void {
  let text = '';
  let linkChars = 0;
  const flush = (): void => {
    const line = text
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replace(/ {2,}/g, ' ')
      .trim();
    if (line !== '') blocks.push({ text: line, tag: node.tag, linkChars });
    text = '';
    linkChars = 0;
  };
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (child === '\n') flush();
      else text += child;
    } else if (isInline(child)) {
      if (child.hidden) continue;
      text += inlineText(child);
      linkChars += child.linkChars;
    } else {
      flush();
      if ((child.hidden && child.chars < most) || looksLikeBoilerplate(child, most) || isLinkList(child))
        continue;
      collect(child, blocks, most);
    }
  }
  flush();
}

function inlineText(node: PageNode): string {
  let out = '';
  for (const child of node.children) {
    if (typeof child === 'string') out += child === '\n' ? ' ' : child;
    else if (!child.hidden) out += isInline(child) ? inlineText(child) : ` ${inlineText(child)} `;
  }
  return out;
}

/** A box that is mostly links leads elsewhere. */
const isLinkList = (node: PageNode): boolean =>
  node.tag !== 'p' && node.chars > 0 && node.linkChars / node.chars > 0.6;

/** Lines that lead to another page or speak of the site, in the two languages of the pages read here. */
const leadsElsewhere =
  /^(?:(?:baca|lihat|simak|tonton)(?: juga| selengkapnya| berita lainnya)?\s*[:;]|(?:baca|lihat|simak) juga\b|read (?:more|also|next)\b|also read\b|related\s*:|see also\b|more:)/i;
const bareNotice =
  /^(?:advert(?:isement)?s?|iklan|comments?|komentar|share(?: this)?|bagikan|continue reading(?: below)?|lanjutkan membaca|scroll (?:to continue|untuk melanjutkan).{0,40}|story continues.{0,40}|loading\W*|gambas:\w+)$/i;

function isRead(block: Block): boolean {
  if (leadsElsewhere.test(block.text) || bareNotice.test(block.text)) return false;
  const density = block.linkChars / block.text.length;
  return density <= (block.tag === 'p' ? 0.95 : 0.8);
}

const invites =
  /^(?:follow|like|join|sign up|subscribe|write to|contact|email|listen to|watch|download|get|if you (?:enjoyed|liked)|ikuti|dapatkan|gabung|simak|download|tonton|editor\s*:|reporter\s*:|penulis\s*:|sumber\s*:|copyright|hak cipta|©|filed under|tags?\s*:|posted in|tell us|like this story)/i;

/** "(abc/def)": the desk's initials, as Indonesian outlets end their articles. */
const initials = /^[([]?[\p{L}]{2,4}(?:\/[\p{L}]{2,5}){1,3}[)\]]?$|^[([][\p{L}]{2,4}[)\]]$/u;

/** What stands at an article's end and is not its end: an invitation, a heading over nothing, a link that stands alone. */
function closesPage(block: Block): boolean {
  if (/^h[2-6]$/.test(block.tag) || initials.test(block.text)) return true;
  const density = block.linkChars / block.text.length;
  return (
    density > 0.6 ||
    (block.text.length < 250 && invites.test(block.text) && (density > 0.1 || block.text.length < 100))
  );
}
