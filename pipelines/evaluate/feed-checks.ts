import type { Feed, FeedEntry, FeedPart, FeedPerson } from '../ingest/feed/feed.ts';
import { decodeText } from '../ingest/text/decode-text.ts';
import { type Expectation, type Literal, readExpectations } from './feed-expectation.ts';

/** One stated value of a test feed, and where we have ours. */
export interface Check {
  field: string;
  expected: Literal;
  compare: 'text' | 'html' | 'exact' | 'date';
  read(feed: Feed): unknown;
}

/** What the comment at a feedparser file's head says. */
export interface Head {
  expression: string;
  contentType: string | null;
  url: string;
}

/** feedparser's files are served by a local server of its test run; relative addresses in expectations show it. */
const servedAt = 'http://127.0.0.1:8097/tests/wellformed/base/';

export function readHead(bytes: Uint8Array): Head | null {
  const { text } = decodeText(bytes, { kind: 'xml' });
  const comment = /<!--([\s\S]*?)-->/.exec(text.slice(0, 6_000))?.[1];
  const expression = comment && /^\s*Expect:\s*([\s\S]*)$/im.exec(comment)?.[1];
  if (!expression) return null;
  const header = (name: string): string | null =>
    new RegExp(`^\\s*Header:\\s*${name}:\\s*(.*)$`, 'im').exec(comment)?.[1]?.trim() ?? null;
  const location = header('Content-Location');
  return {
    expression: expression.trim(),
    contentType: header('Content-type'),
    url: location === null ? servedAt : (URL.parse(location, servedAt)?.href ?? servedAt),
  };
}

export const headChecks = (head: Head | null): Check[] =>
  head ? readExpectations(head.expression).flatMap((expectation) => toCheck(expectation) ?? []) : [];

type PartReader = (part: FeedPart & Partial<FeedEntry> & Partial<Feed>, index: number) => unknown;

const personField = (person: FeedPerson | null | undefined, key: string): string | null => {
  if (!person) return null;
  if (key === 'name') return person.name;
  return key === 'email' ? person.email : key === 'href' || key === 'url' ? person.uri : null;
};

const personLine = (person: FeedPerson | null): string | null =>
  person?.name && person.email ? `${person.name} (${person.email})` : (person?.name ?? person?.email ?? null);

/** feedparser's key (with `*` for any index) → our field and how the two are compared. */
const readers: Readonly<
  Record<string, readonly [field: string, compare: Check['compare'], read: PartReader]>
> = {
  title: ['title', 'text', (p) => p.title],
  'title_detail.value': ['title', 'text', (p) => p.title],
  link: ['link', 'exact', (p) => p.link],
  'links.*.href': ['link', 'exact', (p, at) => p.links[at]?.href],
  'links.*.rel': ['link', 'exact', (p, at) => p.links[at]?.rel],
  author: ['author', 'text', (p) => personLine(p.author)],
  id: ['id', 'text', (p) => p.id],
  guid: ['id', 'text', (p) => p.id],
  published: ['date', 'date', (p) => p.publishedAt],
  published_parsed: ['date', 'date', (p) => p.publishedAt],
  updated: ['date', 'date', (p) => p.updatedAt],
  updated_parsed: ['date', 'date', (p) => p.updatedAt],
  created: ['date', 'date', (p) => p.createdAt],
  created_parsed: ['date', 'date', (p) => p.createdAt],
  'author_detail.name': ['author', 'text', (p) => personField(p.author, 'name')],
  'author_detail.email': ['author', 'exact', (p) => personField(p.author, 'email')],
  'author_detail.href': ['author', 'exact', (p) => personField(p.author, 'href')],
  'authors.*.name': ['author', 'text', (p, at) => personField(p.authors[at], 'name')],
  'authors.*.email': ['author', 'exact', (p, at) => personField(p.authors[at], 'email')],
  'authors.*.href': ['author', 'exact', (p, at) => personField(p.authors[at], 'href')],
  'contributors.*.name': ['contributor', 'text', (p, at) => personField(p.contributors[at], 'name')],
  'contributors.*.email': ['contributor', 'exact', (p, at) => personField(p.contributors[at], 'email')],
  'contributors.*.href': ['contributor', 'exact', (p, at) => personField(p.contributors[at], 'href')],
  summary: ['summary', 'text', (p) => p.summary ?? p.subtitle],
  description: ['summary', 'text', (p) => p.summary ?? p.subtitle ?? p.content],
  subtitle: ['summary', 'text', (p) => p.subtitle],
  tagline: ['summary', 'text', (p) => p.subtitle],
  'summary_detail.value': ['summary', 'text', (p) => p.summary],
  'subtitle_detail.value': ['summary', 'text', (p) => p.subtitle],
  'tagline_detail.value': ['summary', 'text', (p) => p.subtitle],
  'content.*.value': ['content', 'html', (p) => p.content],
  'tags.*.term': ['category', 'text', (p, at) => p.categories[at]],
  category: ['category', 'text', (p) => p.categories[0]],
  language: ['language', 'exact', (p) => p.language],
  rights: ['rights', 'text', (p) => p.rights],
  'rights_detail.value': ['rights', 'text', (p) => p.rights],
  copyright: ['rights', 'text', (p) => p.rights],
  'enclosures.*.href': ['enclosure', 'exact', (p, at) => p.enclosures?.[at]?.url],
  'enclosures.*.url': ['enclosure', 'exact', (p, at) => p.enclosures?.[at]?.url],
  'source.title': ['source', 'text', (p) => p.sourceTitle],
  'source.href': ['source', 'exact', (p) => p.sourceLink],
  'source.link': ['source', 'exact', (p) => p.sourceLink],
  generator: ['generator', 'text', (p) => p.generator],
};

/** feedparser's old names of the same keys. */
const synonyms: Readonly<Record<string, string>> = {
  date: 'updated',
  date_parsed: 'updated_parsed',
  modified: 'updated',
  modified_parsed: 'updated_parsed',
  issued: 'published',
  issued_parsed: 'published_parsed',
  'copyright_detail.value': 'rights_detail.value',
  'description_detail.value': 'description',
  'contributors.*.url': 'contributors.*.href',
  'authors.*.url': 'authors.*.href',
  'author_detail.url': 'author_detail.href',
};

function toCheck({ path, expected }: Expectation): Check | null {
  const [head, ...rest] = path;
  const entryAt = head === 'entries' ? rest.shift() : null;
  if (head !== 'feed' && typeof entryAt !== 'number') return null;
  const index = rest.find((key) => typeof key === 'number') ?? 0;
  const key = rest.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
  const reader = readers[synonyms[key] ?? key];
  if (!reader || (rest[0] === 'content' && index !== 0)) return null;
  const [field, compare, read] = reader;
  return {
    field,
    compare,
    expected,
    read: (feed) => {
      const part = head === 'feed' ? feed : feed.entries[entryAt as number];
      return part ? (read(part, index as number) ?? null) : null;
    },
  };
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** gofeed's neighbour file as stated values. */
export function jsonChecks(json: unknown): Check[] {
  if (!isObject(json)) return [];
  const entries = (json['items'] ?? json['entries'] ?? []) as Json[];
  const isAtom = 'entries' in json;
  const count: Check = {
    field: 'entries',
    compare: 'exact',
    expected: entries.length,
    read: (feed) => feed.entries.length,
  };
  return [
    count,
    ...partChecks(json, isAtom, (feed) => feed),
    ...entries.flatMap((entry, at) => partChecks(entry, isAtom, (feed) => feed.entries[at])),
  ];
}

/** gofeed's key → the key of `readers` it means. */
const gofeedKeys: Readonly<Record<string, string>> = {
  title: 'title',
  link: 'link',
  id: 'id',
  publishedParsed: 'published',
  pubDateParsed: 'published',
  updatedParsed: 'updated',
  description: 'description',
  summary: 'summary',
  subtitle: 'subtitle',
  language: 'language',
  rights: 'rights',
  copyright: 'rights',
  comments: 'comments',
};

function partChecks(json: Json, isAtom: boolean, pick: (feed: Feed) => FeedPart | undefined): Check[] {
  const checks: Check[] = [];
  const add = (key: string, expected: unknown, index = 0): void => {
    const reader = readers[key];
    if (!reader || typeof expected !== 'string') return;
    const [field, compare, read] = reader;
    checks.push({
      field,
      compare,
      expected,
      read: (feed) => {
        const part = pick(feed);
        return part ? (read(part, index) ?? null) : null;
      },
    });
  };
  for (const [key, value] of Object.entries(json)) add(gofeedKeys[key] ?? '', value);
  const objects = (key: string): Json[] => (Array.isArray(json[key]) ? json[key].filter(isObject) : []);
  if (isAtom)
    objects('links').forEach((link, at) => {
      add('links.*.href', link['href'], at);
    });
  const content = json['content'];
  add('content.*.value', isObject(content) ? content['value'] : content);
  if (isObject(json['guid'])) add('id', json['guid']['value']);
  objects('authors').forEach((person, at) => {
    add('authors.*.name', person['name'], at);
    add('authors.*.email', person['email'], at);
    add('authors.*.href', person['uri'], at);
  });
  objects('contributors').forEach((person, at) => {
    add('contributors.*.name', person['name'], at);
    add('contributors.*.email', person['email'], at);
  });
  objects('categories').forEach((category, at) => {
    add('tags.*.term', category['term'] ?? category['value'], at);
  });
  if (isObject(json['enclosure'])) add('enclosures.*.url', json['enclosure']['url']);
  return checks;
}
