import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import type { Article, Outlet } from './sample-data.ts';
import { datedText, momentOf } from './sample-week.ts';

/** One article with its words and time fixed and its address known. */
export interface DatedArticle {
  id: number;
  outlet: Outlet;
  title: string;
  paragraphs: readonly string[];
  publishedAt: Instant;
  /** Path below the server's origin, unique, with the id at its end. */
  path: string;
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 70);

export function dateArticle(article: Article, baseTime: Instant): DatedArticle {
  const title = datedText(article.title, baseTime);
  return {
    id: article.id,
    outlet: article.outlet,
    title,
    paragraphs: article.body.map((paragraph) => datedText(paragraph, baseTime)),
    publishedAt: momentOf(baseTime, article.offsetMinutes),
    path: `/${article.outlet.key}/baca/${slugOf(title)}-${article.id}`,
  };
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const asHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join('\n');

/** RFC 822 as feeds write it, in WIB: `Wed, 27 Nov 2030 08:20:00 +0700`. */
const toRfc822 = (at: Instant): string => new Date(at + 7 * 3_600_000).toUTCString().replace('GMT', '+0700');

function rssItem(article: DatedArticle, origin: string): string {
  const link = `${origin}${article.path}`;
  const content =
    article.outlet.fullText === 'feed'
      ? `\n      <content:encoded>${cdata(asHtml(article.paragraphs))}</content:encoded>`
      : '';
  return `    <item>
      <title>${escapeXml(article.title)}</title>
      <link>${link}?utm_source=rss&amp;utm_medium=feed</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${toRfc822(article.publishedAt)}</pubDate>
      <dc:creator>${cdata(`Redaksi ${article.outlet.name}`)}</dc:creator>
      <description>${cdata(`<p>${escapeXml(article.paragraphs[0]!)}</p>`)}</description>${content}
    </item>`;
}

function atomEntry(article: DatedArticle, origin: string): string {
  const link = `${origin}${article.path}`;
  const content =
    article.outlet.fullText === 'feed'
      ? `\n    <content type="html">${escapeXml(asHtml(article.paragraphs))}</content>`
      : '';
  return `  <entry>
    <id>${link}</id>
    <title>${escapeXml(article.title)}</title>
    <link rel="alternate" type="text/html" href="${link}"/>
    <published>${toRfc3339(article.publishedAt)}</published>
    <updated>${toRfc3339(article.publishedAt)}</updated>
    <author><name>Redaksi ${escapeXml(article.outlet.name)}</name></author>
    <summary type="html">${escapeXml(`<p>${escapeXml(article.paragraphs[0]!)}</p>`)}</summary>${content}
  </entry>`;
}

/**
 * An outlet's feed, newest first: RSS 2.0 or Atom 1.0 as the outlet has it.
 * @param articles of this outlet only, at least one
 */
export function buildFeed(outlet: Outlet, articles: readonly DatedArticle[], origin: string): string {
  const newestFirst = articles.toSorted((a, b) => b.publishedAt - a.publishedAt);
  const newest = newestFirst[0]!.publishedAt;
  const home = `${origin}/${outlet.key}/`;
  const name = escapeXml(outlet.name);
  if (outlet.feed === 'atom') {
    return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
  <id>${home}</id>
  <title>${name}</title>
  <link rel="alternate" href="${home}"/>
  <link rel="self" type="application/atom+xml" href="${home}feed.xml"/>
  <updated>${toRfc3339(newest)}</updated>
${newestFirst.map((article) => atomEntry(article, origin)).join('\n')}
</feed>
`;
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>${name}</title>
    <link>${home}</link>
    <description>Berita terbaru ${name}</description>
    <language>id-ID</language>
    <lastBuildDate>${toRfc822(newest)}</lastBuildDate>
${newestFirst.map((article) => rssItem(article, origin)).join('\n')}
  </channel>
</rss>
`;
}
