import { pageLimits, walkMarkup } from '../text/sax.ts';

/** One element that holds text, in a tree that holds nothing else. */
export interface PageNode {
  tag: string;
  /** Class, id, role and the like in lower case: what the site's makers call it. */
  hint: string;
  itemprop: string;
  href: string;
  parent: PageNode | null;
  children: (PageNode | string)[];
  /** Characters of text inside, runs of blanks counted as one. */
  chars: number;
  /** Of these, inside links. */
  linkChars: number;
  hidden: boolean;
  /** What the hint says, looked up once; see `hints.ts`. */
  sense: 'unread' | 'boilerplate' | 'article' | 'nothing';
}

export interface PageTree {
  root: PageNode;
  /** `name`, `property` or `itemprop` of meta elements → content, first one wins, names in lower case. */
  meta: ReadonlyMap<string, string>;
  /** `rel` of link elements → href. */
  links: ReadonlyMap<string, string>;
  title: string;
  htmlLang: string;
  base: string | null;
  jsonLd: readonly string[];
  /** Machine-readable times: `datetime` of time elements, in document order. */
  times: readonly string[];
  /** False when a limit of depth or size stopped the reading. */
  whole: boolean;
}

/** Elements whose text is never an article's. */
const unread = new Set(
  'script style noscript template svg math iframe object embed canvas video audio select option button textarea map head title'.split(
    ' ',
  ),
);
const pictureTags = new Set(['img', 'source', 'input', 'br', 'hr', 'wbr', 'col', 'area', 'param', 'track']);

/** Reads a page into a light tree: one pass, text-bearing elements only. */
export function readPageTree(html: string): PageTree {
  const root = makeNode('body', null);
  const head = {
    meta: new Map<string, string>(),
    links: new Map<string, string>(),
    title: '',
    htmlLang: '',
    base: null as string | null,
  };
  const jsonLd: string[] = [];
  const times: string[] = [];
  let node = root;
  let skipped = 0;
  let linkDepth = 0;
  let special: 'title' | 'jsonld' | null = null;
  let buffer = '';

  const whole = walkMarkup(
    html,
    {
      open(tag, attributes) {
        if (tag === 'meta' || tag === 'link' || tag === 'base') return readHead(tag, attributes, head);
        if (tag === 'html') {
          head.htmlLang = attributes['lang'] ?? '';
          return;
        }
        if (tag === 'time' && attributes['datetime']) times.push(attributes['datetime']);
        if (tag === 'title' && head.title === '') {
          special = 'title';
          buffer = '';
        } else if (tag === 'script' && (attributes['type'] ?? '').includes('ld+json')) {
          special = 'jsonld';
          buffer = '';
        }
        if (tag === 'head') return;
        if (skipped > 0 || unread.has(tag)) {
          skipped += 1;
          return;
        }
        if (tag === 'br') {
          node.children.push('\n');
          return;
        }
        if (pictureTags.has(tag)) return;
        const child = makeNode(tag, node);
        describe(child, attributes);
        if (tag === 'a') linkDepth += 1;
        node = child;
      },
      close(tag) {
        if (special !== null && (tag === 'title' || tag === 'script')) {
          if (special === 'title') head.title = buffer;
          else if (jsonLd.length < 20) jsonLd.push(buffer);
          special = null;
        }
        if (tag === 'head' || tag === 'html' || tag === 'meta' || tag === 'link' || tag === 'base') return;
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        if (pictureTags.has(tag) || node === root) return;
        if (tag === 'a') linkDepth = Math.max(0, linkDepth - 1);
        node = attach(node);
      },
      text(text) {
        if (special !== null) buffer += text;
        if (skipped > 0) return;
        const squeezed = squeeze(text);
        if (squeezed === '') return;
        node.children.push(squeezed);
        const length = squeezed === ' ' ? 0 : squeezed.length;
        node.chars += length;
        if (linkDepth > 0) node.linkChars += length;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, limits: pageLimits },
  );
  while (node !== root) node = attach(node);
  return { root, ...head, jsonLd, times, whole };
}

const makeNode = (tag: string, parent: PageNode | null): PageNode => ({
  tag,
  hint: '',
  itemprop: '',
  href: '',
  parent,
  children: [],
  chars: 0,
  linkChars: 0,
  hidden: false,
  sense: 'unread',
});

function describe(node: PageNode, attributes: Record<string, string>): void {
  const { class: classes, id, role, itemprop, href, style } = attributes;
  if (classes || id || role)
    node.hint = `${classes ?? ''} ${id ?? ''} ${role ?? ''}`.slice(0, 300).toLowerCase();
  const part = attributes['data-component'] ?? attributes['data-testid'] ?? attributes['data-qa'];
  if (part) node.hint += ` ${part.slice(0, 60).toLowerCase()}`;
  if (itemprop) node.itemprop = itemprop.toLowerCase();
  if (href) node.href = href;
  const invisible = style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  node.hidden = invisible || attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true';
}

/** Hangs a finished element into its parent, or forgets it when it holds no text. */
function attach(node: PageNode): PageNode {
  const parent = node.parent!;
  if (node.chars > 0) {
    parent.children.push(node);
    parent.chars += node.chars;
    parent.linkChars += node.linkChars;
  } else if (node.children.length > 0 && parent.children.length > 0) {
    parent.children.push(' ');
  }
  return parent;
}

const squeeze = (text: string): string =>
  /[\s\u00a0]{2}|[\t\n\r\f\u00a0]/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ') : text;

interface Head {
  meta: Map<string, string>;
  links: Map<string, string>;
  base: string | null;
}

function readHead(tag: string, attributes: Record<string, string>, head: Head): void {
  if (tag === 'base') {
    head.base ??= attributes['href'] ?? null;
    return;
  }
  if (tag === 'link') {
    const rel = attributes['rel']?.toLowerCase();
    if (rel && attributes['href'] && !head.links.has(rel)) head.links.set(rel, attributes['href']);
    return;
  }
  const content = attributes['content'];
  if (!content) return;
  for (const key of [attributes['property'], attributes['name'], attributes['itemprop']]) {
    const name = key?.toLowerCase();
    if (name && !head.meta.has(name)) head.meta.set(name, content);
  }
}
