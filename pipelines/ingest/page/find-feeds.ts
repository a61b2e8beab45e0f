import { Parser } from 'htmlparser2';

const feedTypes = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)/i;
/** Feeds of one page that are worth telling; blogs list one a category. */
const maxFeeds = 10;

/** The feeds that a web page says it has (`link rel="alternate"`), absolute, in its order. Reads only the head. */
export function findFeeds(html: string, url: string): string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body' || found.size >= maxFeeds) return parser.reset();
      if (name !== 'link' || !/\balternate\b/i.test(attributes['rel'] ?? '')) return;
      if (!feedTypes.test(attributes['type'] ?? '')) return;
      const address = URL.parse(attributes['href'] ?? '', url);
      if (address?.protocol === 'https:' || address?.protocol === 'http:') found.add(address.href);
    },
  });
  // A head of a news page measured has 40 kB; what comes later names no feed.
  parser.write(html.slice(0, 200_000));
  parser.end();
  return [...found];
}
