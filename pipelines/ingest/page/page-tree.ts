import { pageLimits, walkMarkup } from '../text/sax.ts';

/** One element that holds text, in a tree that holds nothing else. */
export interface PageNode {
  tag: string;
  /** Class, id, role and the like in lower case: what the site's makers call it. */
  hint: string;
  itemprop: string;
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
/** Elements inside a line of text. */
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
export const isInline = (node: PageNode): boolean => inlineTags.has(node.tag);
const pictureTags = new Set(['img', 'source', 'input', 'br', 'hr', 'wbr', 'col', 'area', 'param', 'track']);

/** Where the reading stands. */
interface State {
  root: PageNode;
  node: PageNode;
  head: Head;
  jsonLd: string[];
  times: string[];
  /** Above zero inside an element whose text is not read. */
  skipped: number;
  linkDepth: number;
  /** Text being gathered that is not the page's: the title, or a block of data. */
  special: 'title' | 'data' | null;
  buffer: string;
}

/** Blocks of JSON-LD kept; a page measured has 11 at most. */
const maxDataBlocks = 20;

/** Reads a page into a light tree: one pass, text-bearing elements only. */
export function readPageTree(html: string): PageTree {
  const root = makeNode('body', null);
  const head: Head = { meta: new Map(), links: new Map(), title: '', htmlLang: '', base: null };
  const state: State = {
    root,
    node: root,
    head,
    jsonLd: [],
    times: [],
    skipped: 0,
    linkDepth: 0,
    special: null,
    buffer: '',
  };
  const whole = walkMarkup(
    html,
    {
      open: (tag, attributes) => openTag(state, tag, attributes),
      close: (tag) => closeTag(state, tag),
      text: (text) => addText(state, text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, limits: pageLimits },
  );
  while (state.node !== root) state.node = attach(state.node);
  return { root, ...head, jsonLd: state.jsonLd, times: state.times, whole };
}

const headTags = new Set(['meta', 'link', 'base', 'html', 'head']);

function openTag(state: State, tag: string, attributes: Record<string, string>): void {
  if (headTags.has(tag)) {
    readHead(tag, attributes, state.head);
    return;
  }
  if (tag === 'time' && attributes['datetime']) state.times.push(attributes['datetime']);
  const isTitle = tag === 'title' && state.head.title === '';
  if (isTitle || (tag === 'script' && attributes['type']?.includes('ld+json'))) {
    state.special = isTitle ? 'title' : 'data';
    state.buffer = '';
  }
  if (state.skipped > 0 || unread.has(tag)) {
    state.skipped += 1;
  } else if (tag === 'br') {
    state.node.children.push('\n');
  } else if (!pictureTags.has(tag)) {
    const child = makeNode(tag, state.node);
    describe(child, attributes);
    if (tag === 'a') state.linkDepth += 1;
    state.node = child;
  }
}

function closeTag(state: State, tag: string): void {
  if (headTags.has(tag)) return;
  if (state.special !== null && (tag === 'title' || tag === 'script')) {
    if (state.special === 'title') state.head.title = state.buffer;
    else if (state.jsonLd.length < maxDataBlocks) state.jsonLd.push(state.buffer);
    state.special = null;
  }
  if (state.skipped > 0) {
    state.skipped -= 1;
  } else if (!pictureTags.has(tag) && state.node !== state.root) {
    if (tag === 'a') state.linkDepth = Math.max(0, state.linkDepth - 1);
    state.node = attach(state.node);
  }
}

function addText(state: State, text: string): void {
  if (state.special !== null) state.buffer += text;
  if (state.skipped > 0) return;
  const squeezed = squeeze(text);
  if (squeezed === '') return;
  state.node.children.push(squeezed);
  const length = squeezed === ' ' ? 0 : squeezed.length;
  state.node.chars += length;
  if (state.linkDepth > 0) state.node.linkChars += length;
}

const makeNode = (tag: string, parent: PageNode | null): PageNode => ({
  tag,
  hint: '',
  itemprop: '',
  parent,
  children: [],
  chars: 0,
  linkChars: 0,
  hidden: false,
  sense: 'unread',
});

function describe(node: PageNode, attributes: Record<string, string>): void {
  const { class: classes, id, role, itemprop, style } = attributes;
  const invisible = style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  node.hidden = invisible || attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true';
  // Only parts are judged by their names, never words inside a line.
  if (inlineTags.has(node.tag)) return;
  if (classes || id || role)
    node.hint = `${classes ?? ''} ${id ?? ''} ${role ?? ''}`.slice(0, 300).toLowerCase();
  const part = attributes['data-component'] ?? attributes['data-testid'] ?? attributes['data-qa'];
  if (part) node.hint += ` ${part.slice(0, 60).toLowerCase()}`;
  if (itemprop) node.itemprop = itemprop.toLowerCase();
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
  title: string;
  htmlLang: string;
  base: string | null;
}

function readHead(tag: string, attributes: Record<string, string>, head: Head): void {
  if (tag === 'html') head.htmlLang ||= attributes['lang'] ?? '';
  if (tag === 'base') head.base ??= attributes['href'] ?? null;
  if (tag === 'link') {
    const rel = attributes['rel']?.toLowerCase();
    if (rel && attributes['href'] && !head.links.has(rel)) head.links.set(rel, attributes['href']);
  }
  const content = attributes['content'];
  if (tag !== 'meta' || !content) return;
  for (const key of [attributes['property'], attributes['name'], attributes['itemprop']]) {
    const name = key?.toLowerCase();
    if (name && !head.meta.has(name)) head.meta.set(name, content);
  }
}
