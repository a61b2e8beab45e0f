import { gunzipSync } from 'node:zlib';
import { decodeText } from '../text/decode-text.ts';
import { parseDate } from '../text/parse-date.ts';
import { oneLine } from '../text/plain-text.ts';
import { NotAFeed } from './feed.ts';
import { readXml } from './read-xml.ts';
import { textOf, type XmlElement } from './xml-element.ts';

export interface SitemapEntry {
  url: string;
  /** From the news extension. */
  title: string | null;
  publishedAt: number | null;
  modifiedAt: number | null;
}

export interface Sitemap {
  /** An index lists other sitemaps, a map lists pages. */
  isIndex: boolean;
  entries: readonly SitemapEntry[];
  skippedEntries: number;
}

/** sitemaps.org allows 50 MB; the fetcher stops at 10 MB, and so does what unpacks. */
const maxUnpacked = 10_000_000;

/** A sitemap, a news sitemap or a sitemap index, also as a .gz file. @throws NotAFeed */
export function readSitemap(bytes: Uint8Array, maxEntries: number): Sitemap {
  const { text } = decodeText(unpack(bytes), { kind: 'xml' });
  const entries: SitemapEntry[] = [];
  const reading = readXml(text, {
    base: null,
    maxEntries,
    entryNames: sitemapNames,
    onEntry: (element) => {
      const entry = readEntry(element);
      if (entry) entries.push(entry);
    },
  });
  const kind = reading.root?.local;
  if (kind !== 'urlset' && kind !== 'sitemapindex') throw new NotAFeed('Isi ini bukan peta situs (sitemap).');
  return { isIndex: kind === 'sitemapindex', entries, skippedEntries: reading.skippedEntries };
}

const sitemapNames: ReadonlySet<string> = new Set(['url', 'sitemap']);

function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpacked });
  } catch {
    throw new NotAFeed('Peta situs terkompresi rusak atau terlalu besar.');
  }
}

function readEntry(element: XmlElement): SitemapEntry | null {
  const url = field(element, 'loc');
  if (url === null || !/^https?:/i.test(url)) return null;
  const news = child(element, 'news');
  return {
    url,
    title: news && field(news, 'title'),
    publishedAt: date(news && field(news, 'publication_date')),
    modifiedAt: date(field(element, 'lastmod')),
  };
}

const child = (parent: XmlElement, local: string): XmlElement | null =>
  parent.children.find((one): one is XmlElement => typeof one !== 'string' && one.local === local) ?? null;

function field(parent: XmlElement, local: string): string | null {
  const found = child(parent, local);
  return found === null ? null : oneLine(textOf(found)) || null;
}

const date = (text: string | null): number | null => (text === null ? null : parseDate(text));
