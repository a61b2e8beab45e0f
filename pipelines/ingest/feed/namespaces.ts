/** Namespace addresses in lower case → the prefix this program knows them by; '' is the feed's own vocabulary. */
const prefixes: Readonly<Record<string, string>> = {
  '': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://cyber.law.harvard.edu/rss/rss.html': '',
  'http://purl.org/rss/1.0/': '',
  'http://purl.org/net/rss1.1#': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://example.com/newformat#': 'atom',
  'http://example.com/necho': 'atom',
  'http://purl.org/echo/': 'atom',
  'uri/of/echo/namespace#': 'atom',
  'http://purl.org/pie/': 'atom',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.georss.org/georss': 'georss',
  'http://webns.net/mvcb/': 'admin',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://wellformedweb.org/commentapi/': 'wfw',
};
const known = new Set(Object.values(prefixes));

/** Prefixes in force at one element, as declared on it and around it. */
export type Scope = ReadonlyMap<string, string>;

export function openScope(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let inner: Map<string, string> | null = null;
  let seen = 0;
  for (const name in attributes) {
    // Declarations come first; an element with more attributes than this is hostile.
    if (++seen > 100) break;
    const lower = name.toLowerCase();
    if (lower !== 'xmlns' && !lower.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    const prefix = lower === 'xmlns' ? '' : lower.slice(6);
    const uri = attributes[name]!.trim().toLowerCase();
    // A vocabulary nobody knows is kept apart; but as the root's default it is the feed's own.
    const own = prefix === '' && outer.size === 0 ? '' : `x-${uri.length}`;
    inner.set(prefix, prefixes[uri] ?? own);
  }
  return inner ?? outer;
}

/** `DC:Creator` → `dc:creator` by what the prefix stands for, or by its usual meaning when it was never declared. */
export function canonicalName(name: string, scope: Scope): { name: string; local: string } {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon === -1 ? '' : lower.slice(0, colon);
  const local = lower.slice(colon + 1);
  const meaning = scope.get(prefix) ?? (prefix === '' || known.has(prefix) ? prefix : `x-${prefix}`);
  return { name: meaning === '' ? local : `${meaning}:${local}`, local };
}
