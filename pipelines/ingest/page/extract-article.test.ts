import { describe, expect, it } from 'vitest';
import { extractArticle } from './extract-article.ts';

const paragraph = (topic: string): string =>
  `<p>${topic} dibahas dalam rapat pleno terbuka di aula kantor, dan semua saksi menerima salinan berita acaranya, kata Ketua KPU kabupaten itu.</p>`;

const page = `<!doctype html><html lang="id"><head><title>KPU gelar rapat pleno terbuka - Warta Daerah</title>
<meta property="og:site_name" content="Warta Daerah"><link rel="canonical" href="/berita/1">
<meta property="og:image" content="/foto.jpg">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"KPU gelar rapat pleno terbuka","datePublished":"2024-02-20T10:00:00+07:00",
"author":{"@type":"Person","name":"Redaksi"}}</script></head>
<body class="has-sidebar menu-open"><nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<div class="wrap"><div class="kolom"><h1>KPU gelar rapat pleno terbuka</h1><div class="detail-text">
${paragraph('Rekapitulasi')}${paragraph('Daftar pemilih')}<p><strong>Baca juga:</strong> <a href="/2">Sepuluh hal tentang TPS</a></p>
${paragraph('Logistik')}<script>var iklan = 1;</script></div>
<div class="related-posts"><a href="/3">Berita lain yang panjang sekali judulnya tentang hal lain</a></div>
<section id="komentar"><p>Menurut saya ini komentar yang cukup panjang untuk dikira paragraf, tetapi bukan bagian dari berita sama sekali.</p></section></div>
<aside>${paragraph('Sisi')}</aside></div><footer><p>Hak cipta Warta Daerah, seluruh isi dilindungi undang-undang yang berlaku di negeri ini.</p></footer></body></html>`;

describe('extractArticle', () => {
  it('finds the text and leaves the rest', () => {
    const { text } = extractArticle(page, 'https://warta.example.id/berita/1?utm_source=x');
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('Logistik dibahas');
    expect(text).not.toMatch(/Baca juga|komentar|Hak cipta|Beranda|Sisi|iklan/);
  });

  it('reads title, author, date, address and image', () => {
    expect(extractArticle(page, 'https://warta.example.id/berita/1?utm_source=x')).toMatchObject({
      title: 'KPU gelar rapat pleno terbuka',
      author: 'Redaksi',
      publishedAt: Date.UTC(2024, 1, 20, 3),
      canonicalUrl: 'https://warta.example.id/berita/1',
      image: 'https://warta.example.id/foto.jpg',
      siteName: 'Warta Daerah',
      language: 'id',
    });
  });

  it('finds an article whose makers call it a comment, and one that stands in the data only', () => {
    const named = `<div class="comments sidebar">${paragraph('Pemungutan suara').repeat(3)}</div><div>${'<a href="/x">tautan lain</a> '.repeat(60)}</div>`;
    expect(extractArticle(named, null).text).toContain('Pemungutan suara dibahas');
    const body = `Pleno selesai. ${'Saksi menandatangani berita acara. '.repeat(12)}`;
    const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script><p>Muat…</p>`;
    expect(extractArticle(data, null).text).toContain('Pleno selesai.');
  });

  it('lets no page speak for another site', () => {
    const forged = page.replace('href="/berita/1"', 'href="https://lain.example.com/berita/9"');
    expect(extractArticle(forged, 'https://warta.example.id/palsu').canonicalUrl).toBe(
      'https://warta.example.id/palsu',
    );
  });

  it.each([
    ['thirty thousand open divs', '<div>'.repeat(30_000)],
    ['nested tables', '<table><tr><td>'.repeat(10_000)],
    [
      'fifty thousand attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`,
    ],
    ['an unclosed comment', `<!--${'x'.repeat(500_000)}`],
    ['an unclosed script', `<script>${'<p>'.repeat(100_000)}`],
    ['a million angle brackets', '<'.repeat(1_000_000)],
    ['endless JSON-LD', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
    ['a long run of blanks', ' '.repeat(1_000_000)],
    ['nothing', ''],
  ])('ends on %s', (_name, html) => {
    expect(typeof extractArticle(html, null).text).toBe('string');
  });
});
