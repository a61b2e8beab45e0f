import { toRfc3339 } from '../../shared/domain/instant.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import type { DatedArticle } from './build-feeds.ts';

/** What stands around an article: other articles of the outlet, which an extractor must leave out. */
interface PageSurroundings {
  origin: string;
  related: readonly DatedArticle[];
}

const comments = [
  'Nyimak dulu, semoga lekas jelas.',
  'Terima kasih infonya, min.',
  'Iklannya banyak sekali, susah bacanya di HP.',
  'Semoga semua berjalan aman dan damai.',
  'Komentar ini disembunyikan oleh moderator.',
];

const linkTo = (article: DatedArticle): string => `<a href="${article.path}">${escapeXml(article.title)}</a>`;

function head(article: DatedArticle, origin: string): string {
  const description = escapeXml(article.paragraphs[0]!.slice(0, 150));
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(article.title)} - ${escapeXml(article.outlet.name)}</title>
<link rel="canonical" href="${origin}${article.path}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeXml(article.title)}">
<meta property="og:site_name" content="${escapeXml(article.outlet.name)}">
<meta name="description" content="${description}">
<meta property="article:published_time" content="${toRfc3339(article.publishedAt)}">
<style>body{font-family:sans-serif;max-width:60rem;margin:auto}</style>
</head>`;
}

const navigation = (outletKey: string): string => `<header><nav><ul>
<li><a href="/${outletKey}/">Beranda</a></li><li><a href="/${outletKey}/pilkada">Pilkada</a></li>
<li><a href="/${outletKey}/ekonomi">Ekonomi</a></li><li><a href="/${outletKey}/olahraga">Olahraga</a></li>
</ul></nav></header>`;

const footer = (name: string): string =>
  `<footer><p>&copy; ${escapeXml(name)}. Halaman contoh: media, peristiwa, dan angka di sini rekaan.</p></footer>`;

const paragraphsOf = (article: DatedArticle): string[] =>
  article.paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`);

/** One article element with a short list of other reports below. */
function plainBody(article: DatedArticle, { related }: PageSurroundings): string {
  return `<main><article>
<h1>${escapeXml(article.title)}</h1>
<p class="byline">Redaksi ${escapeXml(article.outlet.name)}</p>
${paragraphsOf(article).join('\n')}
</article>
<aside><h2>Berita lainnya</h2><ul>${related.map((other) => `<li>${linkTo(other)}</li>`).join('')}</ul></aside></main>`;
}

/** Nested boxes without an article element, an advertisement after the second paragraph. */
function nestedBody(article: DatedArticle, { related }: PageSurroundings): string {
  const paragraphs = paragraphsOf(article);
  paragraphs.splice(2, 0, '<div class="iklan" id="slot-2"><span>IKLAN</span></div>');
  return `<div class="container"><div class="row"><div class="col-8">
<div class="detail__header"><h1 class="detail__title">${escapeXml(article.title)}</h1>
<div class="detail__date">${toRfc3339(article.publishedAt).slice(0, 10)}</div></div>
<div class="detail__body"><div class="detail__text">
${paragraphs.join('\n')}
</div></div>
<div class="share"><a href="#fb">Bagikan ke Facebook</a> <a href="#wa">Kirim lewat WhatsApp</a></div>
</div><div class="col-4 sidebar"><div class="widget"><h3>Terpopuler</h3><ol>
${related.map((other) => `<li>${linkTo(other)}</li>`).join('\n')}
</ol></div></div></div></div>`;
}

/** A crowded page: "Baca juga" inside the text, a script, a newsletter box and comments. */
function busyBody(article: DatedArticle, { related }: PageSurroundings): string {
  const paragraphs = paragraphsOf(article);
  const next = related[0];
  if (next) paragraphs.splice(1, 0, `<p class="baca-juga"><strong>Baca juga: ${linkTo(next)}</strong></p>`);
  const own = comments.filter((_, index) => (article.id + index) % 2 === 0);
  return `<div id="top-banner" class="ads"><script>window.slot = ${article.id % 7};</script></div>
<section class="content"><div class="read"><h1 class="read__title">${escapeXml(article.title)}</h1>
<figure class="photo"><img src="/static/foto-${article.id}.jpg" alt=""><figcaption>Foto: dokumentasi redaksi</figcaption></figure>
<div class="read__content">
${paragraphs.join('\n')}
</div></div>
<div class="newsletter"><form action="#"><label>Dapatkan berita pilihan setiap pagi <input type="email"></label></form></div>
<section id="komentar" class="comments"><h3>${own.length} Komentar</h3>
${own.map((comment) => `<div class="comment"><b>Pembaca</b><p>${comment}</p></div>`).join('\n')}
</section></section>
<aside class="related"><h3>Berita terkait</h3>${related.map((other) => `<div>${linkTo(other)}</div>`).join('')}</aside>`;
}

const bodies = { plain: plainBody, nested: nestedBody, busy: busyBody };

/** The HTML page of an article, in the markup its outlet uses. */
export function buildPage(article: DatedArticle, surroundings: PageSurroundings): string {
  return `<!DOCTYPE html>
<html lang="id">
${head(article, surroundings.origin)}
<body>
${navigation(article.outlet.key)}
${bodies[article.outlet.page](article, surroundings)}
${footer(article.outlet.name)}
</body>
</html>
`;
}
