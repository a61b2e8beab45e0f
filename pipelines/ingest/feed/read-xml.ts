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
/** Entries stand this deep at most: rdf > channel > items > item. */
const maxEntryDepth = 3;
const feedEntryNames: ReadonlySet<string> = new Set(['item', 'atom:item', 'entry', 'atom:entry']);

interface Open {
  element: XmlElement;
  scope: Scope;
  isEntry: boolean;
}

/** Where the reading stands. */
interface State {
  stack: Open[];
  root: XmlElement | null;
  /** Above zero inside an element that is left out, with all it holds. */
  ignoredDepth: number;
  entries: number;
  skippedEntries: number;
  insideEntry: boolean;
  elements: number;
  /** Inside CDATA, where references are not references. */
  literal: boolean;
  isAtom: boolean;
}

/**
 * Reads XML as feeds have it, well-formed or not: unknown entities stay text, unclosed elements end with their parent,
 * declarations and processing instructions (and with them entity bombs) are ignored. Entries are handed over one by
 * one, so that memory holds only the largest of them.
 */
export function readXml(text: string, options: ReadXmlOptions): XmlReading {
  const state: State = {
    stack: [],
    root: null,
    ignoredDepth: 0,
    entries: 0,
    skippedEntries: 0,
    insideEntry: false,
    elements: 0,
    literal: false,
    isAtom: false,
  };
  walkMarkup(
    text,
    {
      open: (name, attributes) => openElement(state, options, name, attributes),
      close: () => closeElement(state, options),
      text: (part) => addText(state, part),
      literal: (inside) => {
        state.literal = inside;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, limits: feedLimits },
  );
  return { root: state.root, skippedEntries: state.skippedEntries };
}

function openElement(
  state: State,
  options: ReadXmlOptions,
  name: string,
  attributes: Record<string, string>,
): void {
  const { stack } = state;
  const parent = stack.at(-1);
  // A second outermost element is rubbish behind the document.
  if (state.ignoredDepth > 0 || (state.root && !parent)) {
    state.ignoredDepth += 1;
    return;
  }
  const scope = openScope(parent?.scope ?? new Map(), attributes);
  const names = canonicalName(name, scope);
  if (!parent) state.isAtom = names.name === 'atom:feed' || names.name === 'feed' || names.local === 'entry';
  // Inside an Atom document Atom's words are the feed's own.
  if (state.isAtom && names.name.startsWith('atom:')) names.name = names.local;
  const isEntryName = (options.entryNames ?? feedEntryNames).has(names.name);
  const isEntry = isEntryName && !state.insideEntry && stack.length <= maxEntryDepth;
  if (isEntry) state.entries += 1;
  const tooMany = isEntry && state.entries > options.maxEntries;
  if (tooMany || (!isEntry && state.elements >= maxElements)) {
    if (tooMany) state.skippedEntries += 1;
    state.ignoredDepth = 1;
    return;
  }
  state.elements = isEntry ? 0 : state.elements + 1;
  const element = makeElement(names, attributes, scope, parent?.element.base ?? options.base);
  if (isEntry) state.insideEntry = true;
  else if (parent) parent.element.children.push(element);
  state.root ??= element;
  stack.push({ element, scope, isEntry });
}

function closeElement(state: State, options: ReadXmlOptions): void {
  if (state.ignoredDepth > 0) {
    state.ignoredDepth -= 1;
    return;
  }
  const closed = state.stack.pop();
  if (!closed?.isEntry) return;
  state.insideEntry = false;
  state.elements = 0;
  options.onEntry(closed.element);
}

function addText(state: State, part: string): void {
  const top = state.ignoredDepth === 0 ? state.stack.at(-1)?.element : undefined;
  if (!top) return;
  const decoded = state.literal ? part : decodeReferences(part);
  const last = top.children.length - 1;
  if (typeof top.children[last] === 'string') top.children[last] += decoded;
  else top.children.push(decoded);
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
