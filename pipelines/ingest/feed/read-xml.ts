import { decodeReferences } from '../text/plain-text.ts';
import { feedLimits, walkMarkup } from '../text/sax.ts';
import { canonicalName, openScope, type Scope } from './namespaces.ts';
import { resolveUrl, type XmlElement } from './xml-element.ts';

export interface XmlReading {
  /** The outermost element, its entries taken out; null when there is none. */
  root: XmlElement | null;
  skippedEntries: number;
}

export interface ReadXmlOptions {
  /** What relative addresses are relative to when the document does not say. */
  base: string | null;
  /** Entries beyond this many are counted, not read. */
  maxEntries: number;
  /** What an entry is called; feeds' names unless told. */
  entryNames?: ReadonlySet<string>;
  onEntry(entry: XmlElement): void;
}

/** Attributes looked at on one element; the widest one measured has 14. */
const maxAttributes = 100;
/** Elements kept in one entry, and outside entries: the largest inline XHTML measured has 3,000. */
const maxElements = 20_000;
const feedEntryNames: ReadonlySet<string> = new Set(['item', 'atom:item', 'entry', 'atom:entry']);

interface Open {
  element: XmlElement;
  scope: Scope;
  isEntry: boolean;
}

/**
 * Reads XML as feeds have it, well-formed or not: unknown entities stay text, unclosed elements end with their parent,
 * declarations and processing instructions (and with them entity bombs) are ignored. Entries are handed over one by
 * one, so that memory holds only the largest of them.
 */
export function readXml(text: string, options: ReadXmlOptions): XmlReading {
  const entryNames = options.entryNames ?? feedEntryNames;
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let ignoredDepth = 0;
  let entries = 0;
  let skippedEntries = 0;
  let insideEntry = false;
  let elements = 0;
  let literal = false;
  let atomDocument = false;

  const open = (name: string, attributes: Record<string, string>): void => {
    if (ignoredDepth > 0) {
      ignoredDepth += 1;
      return;
    }
    const parent = stack.at(-1);
    const scope = openScope(parent?.scope ?? new Map(), attributes);
    const names = canonicalName(name, scope);
    if (!parent)
      atomDocument = names.name === 'atom:feed' || names.name === 'feed' || names.local === 'entry';
    // Inside an Atom document Atom's words are the feed's own.
    if (atomDocument && names.name.startsWith('atom:')) names.name = names.local;
    const isEntry = !insideEntry && stack.length <= 3 && entryNames.has(names.name);
    if (isEntry) entries += 1;
    if ((isEntry && entries > options.maxEntries) || elements >= maxElements) {
      if (isEntry) skippedEntries += 1;
      ignoredDepth = 1;
      return;
    }
    if (root && !parent) {
      ignoredDepth = 1;
      return;
    }
    elements = isEntry ? 0 : elements + 1;
    const element = makeElement(names, attributes, scope, parent?.element.base ?? options.base);
    if (isEntry) insideEntry = true;
    else if (parent) parent.element.children.push(element);
    root ??= element;
    stack.push({ element, scope, isEntry });
  };

  const close = (): void => {
    if (ignoredDepth > 0) {
      ignoredDepth -= 1;
      return;
    }
    const closed = stack.pop();
    if (!closed?.isEntry) return;
    insideEntry = false;
    elements = 0;
    options.onEntry(closed.element);
  };

  walkMarkup(
    text,
    {
      open,
      close,
      text(part) {
        const top = ignoredDepth === 0 ? stack.at(-1)?.element : undefined;
        if (!top) return;
        const decoded = literal ? part : decodeReferences(part);
        const last = top.children.length - 1;
        if (typeof top.children[last] === 'string') top.children[last] += decoded;
        else top.children.push(decoded);
      },
      literal(inside) {
        literal = inside;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, limits: feedLimits },
  );
  return { root, skippedEntries };
}

function makeElement(
  names: { name: string; local: string },
  raw: Record<string, string>,
  scope: Scope,
  outerBase: string | null,
): XmlElement {
  const attributes: Record<string, string> = {};
  let base = outerBase;
  let seen = 0;
  for (const key in raw) {
    if (++seen > maxAttributes) break;
    const value = decodeReferences(raw[key]!);
    const { name } = canonicalName(key, scope);
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    attributes[key.includes(':') ? name : key.toLowerCase()] = value;
    if (name === 'xml:base') {
      const joined = resolveUrl(value, outerBase);
      // Only web addresses make a base: "javascript:" and the like are somebody's trick.
      if (/^https?:/i.test(joined)) base = joined;
    }
  }
  return { ...names, attributes, children: [], base };
}
