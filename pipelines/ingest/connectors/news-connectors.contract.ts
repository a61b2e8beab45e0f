import type { ConnectorContract, Service } from './connector.contract.ts';
import { feedConnector } from './feed.ts';
import { googleNewsConnector } from './google-news.ts';
import { pageListConnector } from './page-list.ts';
import { sitemapConnector } from './sitemap.ts';

const article = (topic: string): string =>
  `<html lang="id"><head><title>${topic}</title></head><body><article><h1>${topic}</h1>${`<p>${topic} berlangsung tertib, kata Ketua KPU kabupaten itu kepada warga yang hadir sejak pagi di aula kantor kecamatan.</p>`.repeat(
    4,
  )}</article></body></html>`;
const pages: Service = ({ path }) =>
  path.startsWith('/berita/')
    ? { headers: { 'content-type': 'text/html' }, body: article(`Rapat ${path.slice(8)}`) }
    : null;
const numbers = (round: number): number[] => (round === 1 ? [1, 2] : [1, 2, 3]);

const item = (origin: string, n: number): string =>
  `<item><title>Rapat ${n}</title><link>${origin}/berita/${n}?utm_source=rss</link><guid isPermaLink="false">g${n}</guid><pubDate>Tue, 20 Feb 2024 0${n}:00:00 +0700</pubDate><description>Ringkas.</description></item>`;

export const newsConnectors: readonly ConnectorContract[] = [
  {
    name: 'feed',
    connector: feedConnector,
    source: (origin) => ({ url: `${origin}/rss` }),
    service: (call) => {
      if (call.path !== '/rss') return pages(call);
      const etag = `"r${call.round}"`;
      if (call.headers['if-none-match'] === etag) return { status: 304, body: '' };
      return {
        headers: { etag },
        body: `<rss version="2.0"><channel><title>W</title>${numbers(call.round)
          .map((n) => item(call.origin, n))
          .join('')}</channel></rss>`,
      };
    },
    wrongSettings: { maxPages: 'banyak' },
    first: ['g1', 'g2'],
    second: ['g3'],
  },
  {
    name: 'google_news',
    connector: googleNewsConnector,
    source: (origin) => ({ url: `${origin}/rss/search?q=KPU` }),
    service: ({ path, round }) =>
      path === '/rss/search'
        ? {
            body: `<rss version="2.0"><channel>${numbers(round)
              .map(
                (n) =>
                  `<item><title>Pleno ke-${n} - Warta Satu</title><link>https://news.google.com/rss/articles/x${n}-${round}?oc=5</link><guid isPermaLink="false">CB${n}${round}</guid><pubDate>Tue, 20 Feb 2024 0${n}:00:00 GMT</pubDate><description>&lt;a href="x"&gt;Pleno&lt;/a&gt;</description><source url="https://warta.example">Warta Satu</source></item>`,
              )
              .join('')}</channel></rss>`,
          }
        : null,
    wrongSettings: { query: 5 },
    first: ['pleno ke 1|warta satu', 'pleno ke 2|warta satu'],
    second: ['pleno ke 3|warta satu'],
  },
  {
    name: 'sitemap',
    connector: sitemapConnector,
    source: (origin) => ({ url: `${origin}/index.xml`, settings: { include: '/berita/' } }),
    service: (call) => {
      const { path, origin, round } = call;
      if (path === '/index.xml')
        return {
          body: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/news.xml</loc></sitemap></sitemapindex>`,
        };
      if (path !== '/news.xml') return pages(call);
      const urls = numbers(round).map(
        (n) =>
          `<url><loc>${origin}/berita/${n}</loc><news:news><news:publication_date>2024-02-20T0${n}:00:00Z</news:publication_date><news:title>Rapat ${n}</news:title></news:news></url>`,
      );
      return {
        body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('')}<url><loc>${origin}/foto/9</loc></url></urlset>`,
      };
    },
    wrongSettings: { maxMaps: 0 },
    first: ['/berita/1', '/berita/2'],
    second: ['/berita/3'],
  },
  {
    name: 'page_list',
    connector: pageListConnector,
    source: (origin) => ({ url: `${origin}/blog/category/berita`, settings: { adapter: 'kpu' } }),
    service: ({ path, round }) => {
      if (path === '/blog/category/berita') {
        return {
          body: `<ul>${numbers(round)
            .map(
              (n) =>
                `<li><a href="/blog/read/rapat-${n}"><img src="x"></a><a href="/blog/read/rapat-${n}">Rapat ${n}</a></li>`,
            )
            .join('')}<li><a href="/kontak">Kontak</a></li></ul>`,
        };
      }
      return path.startsWith('/blog/read/')
        ? { headers: { 'content-type': 'text/html' }, body: article(path.slice(11)) }
        : null;
    },
    wrongSettings: { adapter: 'lain' },
    first: ['/blog/read/rapat-1', '/blog/read/rapat-2'],
    second: ['/blog/read/rapat-3'],
  },
  {
    name: 'feed: Google Alerts, whose links are wrapped',
    connector: feedConnector,
    source: (origin) => ({ url: `${origin}/alerts/feeds/1/2` }),
    service: (call) => {
      const { path, origin, round } = call;
      if (path !== '/alerts/feeds/1/2') return pages(call);
      const wrapped = (n: number): string =>
        `https://www.google.com/url?${new URLSearchParams({ rct: 'j', sa: 't', url: `${origin}/berita/${n}?utm_source=rss`, ct: 'ga', cd: `CAIyGjEy${round}`, usg: `AOvVaw${round}` })}`;
      return {
        headers: { 'content-type': 'application/atom+xml' },
        body: `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:idx="urn:atom-extension:indexing"><id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id><title>Google Alert - KPU</title><updated>2024-02-20T11:00:00Z</updated>${numbers(
          round,
        )
          .map(
            (n) =>
              `<entry><id>tag:google.com,2013:googlealerts/feed:${n}</id><title type="html">Rapat &lt;b&gt;KPU&lt;/b&gt; ${n}</title><link href="${wrapped(n).replaceAll('&', '&amp;')}"></link><published>${`2024-02-20T0${n}:00:00Z`}</published><updated>2024-02-20T0${n}:00:00Z</updated><content type="html">Cuplikan &lt;b&gt;KPU&lt;/b&gt; ...</content><author><name></name></author></entry>`,
          )
          .join('')}</feed>`,
      };
    },
    wrongSettings: { maxEntries: 0 },
    first: ['tag:google.com,2013:googlealerts/feed:1', 'tag:google.com,2013:googlealerts/feed:2'],
    second: ['tag:google.com,2013:googlealerts/feed:3'],
    items: (origin) => [
      { url: `${origin}/berita/1`, title: 'Rapat KPU 1', text: 'Rapat 1 berlangsung tertib' },
      { url: `${origin}/berita/2`, title: 'Rapat KPU 2', text: 'Rapat 2 berlangsung tertib' },
    ],
  },
  {
    name: 'page_list: a site of its own, by CSS selectors',
    connector: pageListConnector,
    source: (origin) => ({
      url: `${origin}/kanal/pemilu`,
      settings: { item: '.kartu', link: '.baca', title: '.kepala', date: '.waktu' },
    }),
    service: (call) =>
      call.path === '/kanal/pemilu'
        ? {
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: `<nav><a href="/berita/99">Terpopuler</a></nav>${numbers(call.round)
              .map(
                (n) =>
                  `<div class="kartu"><a href="/penulis/1">Redaksi</a><p class="kepala">Rapat pleno ke-${n}</p><span class="waktu">20 Februari 2024 0${n}.00 WIB</span><a class="baca" href="/berita/${n}?utm_medium=kanal">Selengkapnya</a></div>`,
              )
              .join('')}`,
          }
        : pages(call),
    wrongSettings: { item: '' },
    first: ['/berita/1?utm_medium=kanal', '/berita/2?utm_medium=kanal'],
    second: ['/berita/3?utm_medium=kanal'],
    items: (origin) => [
      {
        url: `${origin}/berita/1`,
        text: 'Rapat 1 berlangsung tertib',
        publishedAt: Date.UTC(2024, 1, 19, 18),
      },
      {
        url: `${origin}/berita/2`,
        text: 'Rapat 2 berlangsung tertib',
        publishedAt: Date.UTC(2024, 1, 19, 19),
      },
    ],
  },
];
