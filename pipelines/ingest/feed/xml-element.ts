import { escapeAttribute, escapeHtml } from '../text/plain-text.ts';

/** One element of a feed, with names in lower case and namespaces as their usual prefixes (`dc:creator`, `atom:link`). */
export interface XmlElement {
  name: string;
  /** Without the namespace. */
  local: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
  /** What relative addresses inside are relative to; null when nothing says. */
  base: string | null;
}

export const elementsOf = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);

export function firstOf(parent: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    for (const child of parent.children) if (typeof child !== 'string' && child.name === name) return child;
  }
  return null;
}

/** All text inside, markup left out. */
export function textOf(element: XmlElement): string {
  if (element.children.length === 1 && typeof element.children[0] === 'string') return element.children[0];
  let out = '';
  for (const child of element.children) out += typeof child === 'string' ? child : textOf(child);
  return out;
}

export const hasElements = (element: XmlElement): boolean =>
  element.children.some((child) => typeof child !== 'string');

const voidNames = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'wbr',
]);

/** What is inside an element, as HTML. */
export function innerHtml(element: XmlElement): string {
  let out = '';
  for (const child of element.children) {
    if (typeof child === 'string') {
      out += escapeHtml(child);
      continue;
    }
    out += `<${child.local}`;
    for (const [name, value] of Object.entries(child.attributes))
      out += ` ${name}="${escapeAttribute(value)}"`;
    out += voidNames.has(child.local) ? ' />' : `>${innerHtml(child)}</${child.local}>`;
  }
  return out;
}

/** Joins an address with a base; the address as it is when that does not work. */
export function resolveUrl(url: string, base: string | null): string {
  const trimmed = url.trim();
  if (base === null) return trimmed;
  if (trimmed === '') return base; // RFC 3986 section 4.4: an empty reference is the document itself
  // An absolute address stays as it was written: ids and links are compared as text.
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return URL.parse(trimmed, base)?.href ?? trimmed;
}
