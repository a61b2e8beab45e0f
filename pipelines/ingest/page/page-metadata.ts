import { parseDate } from '../text/parse-date.ts';
import { oneLine } from '../text/plain-text.ts';
import { articleObject, type JsonObject, readJsonLd, textValue } from './json-ld.ts';
import type { PageTree } from './page-tree.ts';

export interface PageMetadata {
  title: string | null;
  author: string | null;
  /** Epoch milliseconds. */
  publishedAt: number | null;
  /** Absolute, on the page's own site; the page's address when it names none. */
  canonicalUrl: string | null;
  image: string | null;
  siteName: string | null;
  /** Two letters, lower case. */
  language: string | null;
  description: string | null;
}

/** What a page says about itself, in JSON-LD, meta elements and the title, in this order of trust. */
export function readMetadata(
  tree: PageTree,
  url: string | null,
  objects = readJsonLd(tree.jsonLd),
): PageMetadata {
  const article = articleObject(objects);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const value = tree.meta.get(name);
      if (value && value.trim() !== '') return oneLine(value);
    }
    return null;
  };
  const siteName = meta('og:site_name', 'application-name') ?? textValue(article?.['publisher'], 'name');
  const base = absolute(tree.base, url) ?? url;
  return {
    title: readTitle(tree, article, meta('og:title', 'twitter:title', 'dc.title'), siteName),
    author: readAuthor(
      article,
      meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl', 'sailthru.author'),
    ),
    publishedAt: readDate(tree, article, meta),
    canonicalUrl: readCanonical(tree, url, base, meta('og:url')),
    image: absolute(
      meta('og:image', 'og:image:url', 'twitter:image') ?? textValue(article?.['image'], 'url', '@id'),
      base,
    ),
    siteName,
    language:
      (tree.htmlLang || meta('content-language', 'og:locale') || '').slice(0, 2).toLowerCase() || null,
    description: meta('og:description', 'description', 'twitter:description'),
  };
}

function readTitle(
  tree: PageTree,
  article: JsonObject | null,
  stated: string | null,
  siteName: string | null,
): string | null {
  const headline = textValue(article?.['headline']);
  const title = stated ?? (headline === null ? null : oneLine(headline)) ?? (oneLine(tree.title) || null);
  return title === null ? null : withoutSiteName(title, siteName);
}

/** "Judul - Situs" → "Judul", when the end is the site's name or short beside the rest. */
export function withoutSiteName(title: string, siteName: string | null): string {
  const match = /^(.{12,}?)\s+[|–—»·-]\s+([^|–—»·]{2,40})$/.exec(title);
  if (!match) return title;
  const [, head, tail] = match;
  const isSite = siteName !== null && tail!.toLowerCase().includes(siteName.toLowerCase());
  return isSite || /\.(?:com|id|co|net|org)$/i.test(tail!) || /^[|]/.test(title.slice(head!.length).trim())
    ? head!.trim()
    : title;
}

function readAuthor(article: JsonObject | null, stated: string | null): string | null {
  const name = textValue(article?.['author'], 'name') ?? stated;
  if (name === null || /^https?:|^@?\w+\.\w+\/|^\d+$/.test(name)) return null;
  return (
    oneLine(name)
      .replace(/^(?:by|oleh|penulis)\s*:?\s+/i, '')
      .slice(0, 200) || null
  );
}

const dateNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'publishdate',
  'publish-date',
  'pubdate',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'originalpublicationdate',
  'content_publisheddate',
  'ptime',
];

function readDate(
  tree: PageTree,
  article: JsonObject | null,
  meta: (...names: string[]) => string | null,
): number | null {
  const candidates = [
    textValue(article?.['datePublished']),
    ...dateNames.map((name) => meta(name)),
    tree.times[0] ?? null,
  ];
  // Indonesian pages that name no zone mean Jakarta's.
  const defaultOffset = tree.htmlLang.toLowerCase().startsWith('id') ? 420 : 0;
  for (const text of candidates) {
    const at = text === null ? null : parseDate(text, { defaultOffset });
    if (at !== null) return at;
  }
  return null;
}

function readCanonical(
  tree: PageTree,
  url: string | null,
  base: string | null,
  stated: string | null,
): string | null {
  for (const text of [tree.links.get('canonical') ?? null, stated]) {
    const address = absolute(text, base);
    if (address !== null && (url === null || sameSite(address, url)) && !isHome(address, url)) return address;
  }
  return url;
}

/** A page may speak for its own site only, else it could pass itself off as another's article. */
function sameSite(a: string, b: string): boolean {
  const site = (text: string): string => {
    const labels = (URL.parse(text)?.hostname ?? '').split('.');
    const last = labels.at(-2) ?? '';
    return labels.slice(last.length <= 3 && labels.length > 2 ? -3 : -2).join('.');
  };
  return site(a) === site(b);
}

/** Templates that point every page to the front page make all articles one. */
const isHome = (address: string, url: string | null): boolean =>
  URL.parse(address)?.pathname === '/' && url !== null && URL.parse(url)?.pathname !== '/';

function absolute(address: string | null, base: string | null): string | null {
  if (address === null) return null;
  const found = base === null ? URL.parse(address) : URL.parse(address, base);
  return found && /^https?:$/.test(found.protocol) ? found.href : null;
}
