import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import type { ParseFeed } from '../../../pipelines/evaluate/feeds.ts';
import { type Feed, type FeedEntry, NotAFeed } from '../../../pipelines/ingest/feed/feed.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import { parseDate } from '../../../pipelines/ingest/text/parse-date.ts';
import { htmlToText, oneLine } from '../../../pipelines/ingest/text/plain-text.ts';

type Json = Record<string, unknown>;

const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const text = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof asJson(value)['value'] === 'string'
      ? (asJson(value)['value'] as string)
      : null;
const plain = (value: unknown): string | null => {
  const found = text(value);
  return found === null ? null : oneLine(htmlToText(found)) || null;
};
const date = (value: unknown): number | null => (typeof value === 'string' ? parseDate(value) : null);
const link = (from: Json): string | null => {
  if (typeof from['link'] === 'string') return from['link'];
  const links = Array.isArray(from['links']) ? from['links'].map(asJson) : [];
  const best = links.find((one) => one['rel'] === undefined || one['rel'] === 'alternate') ?? links[0];
  return text(best?.['href']);
};

/** Another parser's answer in our words, as far as it says the same things. */
function toPart(from: Json): FeedEntry {
  const authors = [from['creator'] ?? from['author'] ?? asJson(from['dc'])['creator']].flatMap((value) => {
    const name = text(value) ?? text(asJson(value)['name']);
    return name === null
      ? []
      : [{ name, email: text(asJson(value)['email']), uri: text(asJson(value)['uri']) }];
  });
  const published = date(from['pubDate'] ?? from['published'] ?? from['isoDate']);
  const updated = date(
    from['updated'] ?? from['lastBuildDate'] ?? asJson(from['dc'])['date'] ?? from['isoDate'],
  );
  const content =
    text(from['content:encoded']) ?? text(asJson(from['content'])['encoded']) ?? text(from['content']);
  return {
    title: plain(from['title']),
    link: link(from),
    links: (Array.isArray(from['links']) ? from['links'].map(asJson) : []).map((one) => ({
      href: text(one['href']) ?? '',
      rel: text(one['rel']) ?? 'alternate',
      type: null,
    })),
    id: text(from['guid']) ?? text(from['id']),
    publishedAt: published,
    updatedAt: updated,
    createdAt: date(asJson(from['dcterms'])['created']),
    author: authors[0] ?? null,
    authors,
    contributors: [],
    categories: Array.isArray(from['categories'])
      ? from['categories'].flatMap((one) => plain(asJson(one)['name'] ?? asJson(one)['term'] ?? one) ?? [])
      : [],
    language: text(from['language']),
    rights: plain(from['rights'] ?? from['copyright']),
    image: null,
    summary: plain(from['summary'] ?? from['description'] ?? from['content']),
    content,
    enclosures: [],
    comments: text(from['comments']),
    sourceTitle: plain(asJson(from['source'])['title']),
    sourceLink: text(asJson(from['source'])['url']),
  };
}

function toFeed(from: Json, format: string): Feed {
  const entries = ['items', 'entries'].flatMap((key) =>
    Array.isArray(from[key]) ? from[key].map((one) => toPart(asJson(one))) : [],
  );
  const part = toPart(from);
  const subtitle = plain(from['description'] ?? from['subtitle'] ?? from['tagline']);
  return {
    ...part,
    format: format as Feed['format'],
    version: '',
    subtitle,
    generator: plain(from['generator']),
    entries,
    skippedEntries: 0,
    charset: '',
  };
}

/** The parsers one would take otherwise, given the same decoded text. */
export const feedYardsticks: Readonly<Record<string, ParseFeed>> = {
  'rss-parser': async (bytes, { contentType }) => {
    try {
      return toFeed(
        asJson(await new RssParser().parseString(decodeText(bytes, { kind: 'xml', contentType }).text)),
        'rss',
      );
    } catch (error) {
      throw new NotAFeed(String(error));
    }
  },
  feedsmith: (bytes, { contentType }) => {
    try {
      const { format, feed } = parseWithFeedsmith(decodeText(bytes, { kind: 'xml', contentType }).text);
      return toFeed(asJson(feed), format);
    } catch (error) {
      throw new NotAFeed(String(error));
    }
  },
};
