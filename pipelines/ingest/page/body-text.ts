import { isInline } from './find-body.ts';
import { looksLikeBoilerplate } from './hints.ts';
import type { PageNode } from './page-tree.ts';

interface Block {
  text: string;
  tag: string;
  linkChars: number;
}

/** The article's paragraphs as text, one a line, without captions, related links and other insertions. */
export function bodyText(body: PageNode): string {
  const blocks: Block[] = [];
  collect(body, blocks, body.chars * 0.4);
  return blocks
    .filter(keep)
    .map((block) => block.text)
    .join('\n');
}

function collect(node: PageNode, blocks: Block[], most: number): void {
  let text = '';
  let linkChars = 0;
  const flush = (): void => {
    const line = text.replace(/ {2,}/g, ' ').trim();
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

const leadsElsewhere =
  /^(?:baca|lihat|simak|tonton)(?: juga| selengkapnya)?\s*:|^(?:read (?:more|also|next)|related|see also|advertisement|iklan|share this|also read|more:)\b/i;

function keep(block: Block): boolean {
  if (leadsElsewhere.test(block.text)) return false;
  const density = block.linkChars / block.text.length;
  return !(density > 0.8 && block.tag !== 'p') && !(density > 0.95);
}
