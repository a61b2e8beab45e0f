import { decodeText } from '../text/decode-text.ts';
import { type Feed, type FeedEntry, type FeedFormat, NotAFeed } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readXml } from './read-xml.ts';
import { titleText } from './text-construct.ts';
import { firstOf, type XmlElement } from './xml-element.ts';
import { construct, readEntry, readPart, textField } from './xml-feed.ts';

export interface ParseFeedOptions {
  /** The server's Content-Type, for its charset. */
  contentType?: string | null;
  /** Where the feed came from, for relative addresses. */
  url?: string | null;
  /** Chosen: a week of the busiest outlet; the rest is counted in `skippedEntries`. */
  maxEntries?: number;
}

/**
 * Bytes → feed. Reads RSS 0.9x–2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, well-formed or not.
 * @throws NotAFeed with a reason in Indonesian; never anything else
 */
export function parseFeed(bytes: Uint8Array, options: ParseFeedOptions = {}): Feed {
  const { text, charset } = decodeText(bytes, { kind: 'xml', contentType: options.contentType ?? null });
  const body = text.replace(/^[\s\ufeff]+/, '');
  if (body === '') throw new NotAFeed('Isinya kosong.');
  const base = options.url ?? null;
  const maxEntries = options.maxEntries ?? 2_000;
  if (body.startsWith('{')) return readJsonFeed(body, base, maxEntries, charset);
  const read = readMarkup(body, base, maxEntries);
  if (!read) {
    throw new NotAFeed(
      looksLikePage(body)
        ? 'Alamat ini berisi halaman web, bukan umpan (RSS/Atom).'
        : 'Isi ini bukan umpan (RSS/Atom/JSON Feed).',
    );
  }
  const { root, format, entries, skippedEntries } = read;
  const channel = firstOf(root, 'channel') ?? root;
  const part = readPart(channel);
  const authors = part.authors;
  return {
    format,
    version: versionOf(root, format),
    ...part,
    language: part.language ?? root.attributes['xml:lang'] ?? null,
    subtitle: titleText(
      construct(
        channel,
        'description',
        'subtitle',
        'tagline',
        'abstract',
        'dc:description',
        'itunes:summary',
        'itunes:subtitle',
      ),
    ),
    generator: textField(channel, 'generator'),
    entries:
      format === 'atom' && authors.length > 0 ? entries.map((entry) => inherit(entry, authors)) : entries,
    skippedEntries,
    charset,
  };
}

/** The same as a value, so that it can cross from another thread: a feed, or why it is none. */
export function tryParseFeed(bytes: Uint8Array, options: ParseFeedOptions = {}): Feed | { refused: string } {
  try {
    return parseFeed(bytes, options);
  } catch (error) {
    if (error instanceof NotAFeed) return { refused: error.reason };
    throw error;
  }
}

interface Reading {
  root: XmlElement;
  format: FeedFormat;
  entries: readonly FeedEntry[];
  skippedEntries: number;
}

const feedStart = /<(?:rss|rdf:RDF|feed)[\s>]/;

/** Reads a feed; where something stands before it (a server's warning, a page's beginning), from where it starts. */
function readMarkup(body: string, base: string | null, maxEntries: number): Reading | null {
  const starts = [0, body.slice(0, 20_000).search(feedStart)];
  for (const start of starts) {
    if (start < 0) continue;
    const entries: FeedEntry[] = [];
    const text = start === 0 ? body : body.slice(start);
    const { root, skippedEntries } = readXml(text, {
      base,
      maxEntries,
      onEntry: (element) => entries.push(readEntry(element)),
    });
    const format = root && formatOf(root);
    if (root && format) return { root, format, entries, skippedEntries };
  }
  return null;
}

/** RFC 4287 section 4.2.1: an entry without an author has the feed's. */
const inherit = (entry: FeedEntry, authors: Feed['authors']): FeedEntry =>
  entry.author ? entry : { ...entry, author: authors[0] ?? null, authors };

function formatOf(root: XmlElement): FeedFormat | null {
  switch (root.local) {
    case 'rss':
      return 'rss';
    case 'rdf':
      return 'rdf';
    case 'feed':
    case 'entry':
      return 'atom';
    case 'channel':
      return root.attributes['rdf:about'] || firstOf(root, 'link') ? 'rss' : 'cdf';
    default:
      return null;
  }
}

function versionOf(root: XmlElement, format: FeedFormat): string {
  const stated = root.attributes['version']?.trim() ?? '';
  if (stated !== '' || format === 'rss' || format === 'cdf') return stated;
  return format === 'rdf' ? '1.0' : '1.0';
}

const looksLikePage = (text: string): boolean =>
  /<(?:!doctype\s+html|html|body)\b/i.test(text.slice(0, 2_000));
