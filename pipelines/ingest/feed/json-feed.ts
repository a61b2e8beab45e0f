import { parseDate } from '../text/parse-date.ts';
import { htmlToText, oneLine } from '../text/plain-text.ts';
import { type Feed, type FeedEntry, type FeedPerson, NotAFeed } from './feed.ts';
import { cleanHtml } from './text-construct.ts';
import { resolveUrl } from './xml-element.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Strings, and the numbers that many feeds write where the specification has a string. */
function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). @throws NotAFeed */
export function readJsonFeed(source: string, base: string | null, maxEntries: number, charset: string): Feed {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    throw new NotAFeed('Isi diawali tanda JSON, tetapi JSON-nya rusak.');
  }
  if (
    !isObject(parsed) ||
    !(Array.isArray(parsed['items']) || text(parsed['version'])?.includes('jsonfeed'))
  ) {
    throw new NotAFeed('Isi berupa JSON, tetapi bukan JSON Feed.');
  }
  const items = objects(parsed['items']);
  const people = readPeople(parsed, base);
  const home = url(parsed['home_page_url'], base);
  return {
    format: 'json',
    version: (text(parsed['version']) ?? '').replace(/^.*\//, ''),
    title: line(parsed['title']),
    subtitle: line(parsed['description']),
    link: home,
    links: home === null ? [] : [{ href: home, rel: 'alternate', type: null }],
    id: text(parsed['feed_url']),
    publishedAt: null,
    updatedAt: null,
    createdAt: null,
    ...people,
    contributors: [],
    categories: [],
    language: text(parsed['language']),
    rights: null,
    image: url(parsed['icon'], base) ?? url(parsed['favicon'], base),
    generator: null,
    entries: items.slice(0, maxEntries).map((item) => readItem(item, base, people.authors)),
    skippedEntries: Math.max(0, items.length - maxEntries),
    charset,
  };
}

function readItem(item: Json, base: string | null, feedAuthors: readonly FeedPerson[]): FeedEntry {
  const html = text(item['content_html']);
  const plain = text(item['content_text']);
  const summary = text(item['summary']);
  const own = readPeople(item, base);
  const link = url(item['url'], base) ?? url(item['external_url'], base);
  return {
    title: line(item['title']),
    link,
    links: link === null ? [] : [{ href: link, rel: 'alternate', type: null }],
    id: text(item['id']),
    publishedAt: date(item['date_published']),
    updatedAt: date(item['date_modified']),
    createdAt: null,
    author: own.author ?? feedAuthors[0] ?? null,
    authors: own.authors.length > 0 ? own.authors : feedAuthors,
    contributors: [],
    categories: Array.isArray(item['tags']) ? item['tags'].map(line).filter((tag) => tag !== null) : [],
    language: text(item['language']),
    rights: null,
    image: url(item['image'], base) ?? url(item['banner_image'], base),
    summary: summary === null ? null : htmlToText(summary),
    content: html === null ? plain : cleanHtml(html, base),
    enclosures: objects(item['attachments']).flatMap((attachment) => {
      const address = url(attachment['url'], base);
      return address === null ? [] : [{ url: address, type: text(attachment['mime_type']) }];
    }),
    comments: null,
    sourceTitle: null,
    sourceLink: null,
  };
}

function line(value: unknown): string | null {
  const found = text(value);
  return found === null ? null : oneLine(htmlToText(found)) || null;
}

function url(value: unknown, base: string | null): string | null {
  const found = text(value);
  return found === null ? null : resolveUrl(found, base);
}

function date(value: unknown): number | null {
  const found = text(value);
  return found === null ? null : parseDate(found);
}

function readPeople(from: Json, base: string | null): { author: FeedPerson | null; authors: FeedPerson[] } {
  const single = isObject(from['author']) ? [from['author']] : [];
  const authors = [...objects(from['authors']), ...single].flatMap((person) => {
    const read = { name: line(person['name']), email: null, uri: url(person['url'], base) };
    return (read.name ?? read.uri) ? [read] : [];
  });
  const seen = new Set<string>();
  const unique = authors.filter((a) => !seen.has(`${a.name} ${a.uri}`) && seen.add(`${a.name} ${a.uri}`));
  return { author: unique[0] ?? null, authors: unique };
}
