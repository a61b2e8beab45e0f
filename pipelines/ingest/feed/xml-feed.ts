import { parseDate } from '../text/parse-date.ts';
import { oneLine } from '../text/plain-text.ts';
import type { FeedEnclosure, FeedEntry, FeedLink, FeedPart } from './feed.ts';
import { readPeople } from './read-people.ts';
import { readTextConstruct, type TextConstruct, titleText } from './text-construct.ts';
import { elementsOf, firstOf, resolveUrl, textOf, type XmlElement } from './xml-element.ts';

/** What feed and entry share, from either kind of element. */
export function readPart(element: XmlElement): FeedPart {
  const links = readLinks(element);
  const id = readId(element);
  const people = readPeople(element);
  return {
    title: titleText(construct(element, 'title', 'atom:title', 'dc:title', 'media:title')),
    link: chooseLink(element, links, id),
    links,
    id,
    ...readDates(element),
    ...people,
    categories: readCategories(element),
    language: element.attributes['xml:lang'] ?? textField(element, 'language', 'dc:language'),
    rights: titleText(construct(element, 'rights', 'copyright', 'dc:rights')),
    image: readImage(element),
  };
}

export function readEntry(element: XmlElement): FeedEntry {
  const source = firstOf(element, 'source');
  const content = construct(
    element,
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'fullitem',
    'atom:content',
  );
  const summary =
    construct(
      element,
      'summary',
      'description',
      'abstract',
      'dc:description',
      'atom:summary',
      'itunes:summary',
      'tagline',
    ) ??
    construct(element, 'itunes:subtitle', 'media:description') ??
    construct(firstOf(element, 'media:group') ?? element, 'media:description');
  return {
    ...readPart(element),
    summary: summary?.text.trim() || null,
    content: content?.html ?? null,
    enclosures: readEnclosures(element),
    comments: textField(element, 'comments'),
    sourceTitle: source ? (titleText(construct(source, 'title')) ?? (oneLine(textOf(source)) || null)) : null,
    sourceLink: source ? (source.attributes['url'] ?? chooseLink(source, readLinks(source), null)) : null,
  };
}

/** The first of these elements that says something. */
export function construct(parent: XmlElement, ...names: readonly string[]): TextConstruct | null {
  for (const name of names) {
    for (const element of elementsOf(parent, name)) {
      const read = readTextConstruct(element);
      if (read.html !== '') return read;
    }
  }
  return null;
}

export function textField(parent: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = firstOf(parent, name);
    const text = found ? oneLine(textOf(found)) : '';
    if (text !== '') return text;
  }
  return null;
}

function readLinks(element: XmlElement): FeedLink[] {
  const links: FeedLink[] = [];
  if (element.attributes['href'] && (element.local === 'channel' || element.local === 'item')) {
    links.push({ href: resolveUrl(element.attributes['href'], element.base), rel: 'alternate', type: null });
  }
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name !== 'link' && child.name !== 'atom:link' && child.name !== 'url') continue;
    const href = (child.attributes['href'] ?? textOf(child)).trim();
    if (href === '' && child.attributes['href'] === undefined) continue;
    const rel = (child.attributes['rel'] ?? 'alternate').trim().toLowerCase() || 'alternate';
    const type = child.attributes['type']?.trim().toLowerCase() ?? null;
    links.push({
      href: resolveUrl(href, child.base),
      rel: rel.replace('http://www.iana.org/assignments/relation/', ''),
      type,
    });
  }
  return links;
}

const isHtml = (type: string | null): boolean =>
  type === null || type === 'text/html' || type === 'application/xhtml+xml';

/** The page a reader is sent to: the feed's own link element, else Atom's alternate, else a guid that is an address. */
function chooseLink(element: XmlElement, links: readonly FeedLink[], id: string | null): string | null {
  const original = firstOf(element, 'feedburner:origlink');
  if (original && element.local !== 'channel') return resolveUrl(textOf(original), original.base);
  // RSS: the last link element counts, with its address inside or, wrongly but often, in an attribute.
  const own = elementsOf(element, 'link').filter((link) => textOf(link).trim() !== '').length;
  const last = own > 0 ? links.findLast((link) => link.rel === 'alternate') : undefined;
  if (last) return last.href;
  const alternates = links.filter((link) => link.rel === 'alternate');
  const best = alternates.findLast((link) => isHtml(link.type)) ?? alternates[0];
  if (best) return best.href;
  const guid = firstOf(element, 'guid');
  if (guid && guid.attributes['ispermalink']?.toLowerCase() !== 'false' && id)
    return resolveUrl(id, guid.base);
  const about = element.attributes['rdf:about'];
  return about && /^https?:/i.test(about) ? about : null;
}

function readId(element: XmlElement): string | null {
  const found = firstOf(element, 'guid', 'id', 'atom:id', 'dc:identifier');
  if (found) {
    const text = textOf(found).trim();
    if (text !== '') return found.local === 'id' ? resolveUrl(text, found.base) : text;
  }
  return element.attributes['rdf:about'] ?? null;
}

function readDates(element: XmlElement): Pick<FeedPart, 'publishedAt' | 'updatedAt' | 'createdAt'> {
  const read = (...names: string[]): number | null => {
    for (const name of names) {
      // A repeated element overwrites the one before it.
      for (const found of elementsOf(element, name).reverse()) {
        const at = parseDate(textOf(found));
        if (at !== null) return at;
      }
    }
    return null;
  };
  const lastmod = element.attributes['lastmod'];
  return {
    publishedAt: read(
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'atom:published',
      'publicationdate',
    ),
    updatedAt:
      read('updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'atom:updated', 'dc:date', 'date') ??
      (lastmod ? parseDate(lastmod) : null),
    createdAt: read('created', 'dcterms:created'),
  };
}

const categoryNames = new Set(['category', 'dc:subject', 'itunes:category', 'media:category']);
const keywordNames = new Set(['tags', 'keywords', 'itunes:keywords', 'media:keywords']);

function readCategories(element: XmlElement): string[] {
  const out: string[] = [];
  const add = (text: string): void => {
    const line = oneLine(text);
    if (line !== '') out.push(line);
  };
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (keywordNames.has(child.name)) textOf(child).split(',').forEach(add);
    if (!categoryNames.has(child.name)) continue;
    add(child.attributes['term'] ?? child.attributes['text'] ?? textOf(child));
    for (const inner of elementsOf(child, 'itunes:category')) add(inner.attributes['text'] ?? '');
  }
  return out;
}

function readEnclosures(element: XmlElement): FeedEnclosure[] {
  const out: FeedEnclosure[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const isLink =
      (child.name === 'link' || child.name === 'atom:link') && child.attributes['rel'] === 'enclosure';
    if (child.name !== 'enclosure' && !isLink) continue;
    const url = child.attributes['url'] ?? child.attributes['href'];
    if (url) out.push({ url: resolveUrl(url, child.base), type: child.attributes['type'] ?? null });
  }
  return out;
}

function readImage(element: XmlElement): string | null {
  const media = [...elementsOf(element, 'media:content'), ...elementsOf(element, 'media:thumbnail')];
  for (const group of elementsOf(element, 'media:group')) {
    media.push(...elementsOf(group, 'media:content'), ...elementsOf(group, 'media:thumbnail'));
  }
  const picture = media.find((m) => m.attributes['url'] && isPicture(m)) ?? firstOf(element, 'itunes:image');
  const url = picture?.attributes['url'] ?? picture?.attributes['href'];
  if (url) return resolveUrl(url, picture!.base);
  const enclosed = elementsOf(element, 'enclosure').find((e) => e.attributes['type']?.startsWith('image/'));
  if (enclosed?.attributes['url']) return resolveUrl(enclosed.attributes['url'], enclosed.base);
  const image = firstOf(element, 'image', 'logo');
  if (!image) return null;
  const inner = firstOf(image, 'url');
  const text = (inner ? textOf(inner) : textOf(image)).trim();
  return /^(https?:|\/)/i.test(text) ? resolveUrl(text, image.base) : null;
}

function isPicture(media: XmlElement): boolean {
  const { medium, type } = media.attributes;
  if (medium) return medium === 'image';
  return type === undefined
    ? media.local === 'thumbnail' || /\.(jpe?g|png|webp|gif)(\?|$)/i.test(media.attributes['url'] ?? '')
    : type.startsWith('image/');
}
