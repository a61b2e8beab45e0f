import { describe, expect, it } from 'vitest';
import { NotAFeed } from './feed.ts';
import { parseFeed } from './parse-feed.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Warta Daerah</title><link>https://warta.example/</link><language>id</language>
<item><title><![CDATA[KPU & Bawaslu bahas <b>DPT</b>]]></title><link>https://warta.example/a/1</link>
<guid isPermaLink="false">a-1</guid><pubDate>Rab, 14 Feb 2024 08:05:00 WIB</pubDate><dc:creator>Redaksi</dc:creator>
<description>&lt;p&gt;Rapat pleno&lt;/p&gt;&lt;p&gt;terbuka&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Isi <a href="/b">tautan</a><script>alert(1)</script></p>]]></content:encoded></item>
</channel></rss>`;

describe('parseFeed', () => {
  it('reads RSS with its modules', () => {
    const feed = parseFeed(bytes(rss), { url: 'https://warta.example/rss' });
    expect(feed).toMatchObject({
      format: 'rss',
      version: '2.0',
      title: 'Warta Daerah',
      language: 'id',
      skippedEntries: 0,
    });
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      title: 'KPU & Bawaslu bahas DPT',
      link: 'https://warta.example/a/1',
      id: 'a-1',
      publishedAt: Date.UTC(2024, 1, 14, 1, 5),
      summary: 'Rapat pleno\nterbuka',
      content: '<p>Isi <a href="https://warta.example/b">tautan</a></p>',
      author: { name: 'Redaksi', email: null, uri: null },
    });
  });

  it('reads Atom: alternate link, inherited author, inline XHTML and base', () => {
    const feed = parseFeed(
      bytes(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://kpu.example/"><title>T</title>
      <author><name>Humas</name></author>
      <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Satu <em>dua</em></div></title>
      <link rel="self" href="x.atom"/><link href="berita/1"/><id>tag:kpu.example,2024:1</id>
      <updated>2024-02-14T08:05:00+07:00</updated></entry></feed>`),
    );
    expect(feed.entries[0]).toMatchObject({
      title: 'Satu dua',
      link: 'https://kpu.example/berita/1',
      updatedAt: Date.UTC(2024, 1, 14, 1, 5),
      author: { name: 'Humas' },
    });
  });

  it('reads JSON Feed', () => {
    const feed = parseFeed(
      bytes(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'J',
          items: [{ id: 7, url: '/1', content_html: '<p>x</p>', date_published: '2024-02-14T00:00:00Z' }],
        }),
      ),
      { url: 'https://j.example/feed.json' },
    );
    expect(feed).toMatchObject({ format: 'json', version: '1.1' });
    expect(feed.entries[0]).toMatchObject({
      id: '7',
      link: 'https://j.example/1',
      publishedAt: Date.UTC(2024, 1, 14),
    });
  });

  it('goes on after an unclosed element, a bare ampersand and an unknown entity', () => {
    const feed = parseFeed(
      bytes(
        '<rss><channel><item><title>A & B &foo; <b>c</title><link>https://x.example/1</item><item><title>Dua</title></item></channel></rss>',
      ),
    );
    expect(feed.entries.map((entry) => entry.title)).toEqual(['A & B &foo; c', 'Dua']);
  });

  it('finds a feed behind a warning', () => {
    expect(
      parseFeed(bytes(`<br /><b>Warning</b>: include() in <b>x.php</b><br />${rss}`)).entries,
    ).toHaveLength(1);
  });

  it('is not led astray by an image, a text input or another vocabulary', () => {
    const feed = parseFeed(
      bytes(`<rss xmlns:x="http://lain.example/"><channel><image><title>Salah</title><link>https://salah.example/</link></image>
      <title>Benar</title><link>https://benar.example/</link><item><x:title>Salah</x:title><title>Benar</title></item></channel></rss>`),
    );
    expect(feed).toMatchObject({ title: 'Benar', link: 'https://benar.example/' });
    expect(feed.entries[0]?.title).toBe('Benar');
  });

  it('decodes by mark, server and prolog', () => {
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>caf']
        .map((c) => c.charCodeAt(0))
        .concat(0xe9, ...[...'</title></channel></rss>'].map((c) => c.charCodeAt(0))),
    );
    expect(parseFeed(latin).title).toBe('café');
    const wide = new Uint8Array(
      new Uint16Array([...'\ufeff<rss><channel><title>é</title></channel></rss>'].map((c) => c.charCodeAt(0)))
        .buffer,
    );
    expect(parseFeed(wide).title).toBe('é');
    expect(
      parseFeed(bytes('<rss><channel><title>é</title></channel></rss>'), {
        contentType: 'text/xml; charset=windows-1252',
      }).title,
    ).toBe('é'); // whole UTF-8 sequences are no accident, whatever the server calls them
    expect(parseFeed(latin, { contentType: 'text/xml; charset=koi8-r' }).title).toBe('cafИ');
  });

  it('reads at most the cap and counts the rest', () => {
    const feed = parseFeed(
      bytes(`<rss><channel>${'<item><title>x</title></item>'.repeat(50_000)}</channel></rss>`),
      { maxEntries: 100 },
    );
    expect(feed.entries).toHaveLength(100);
    expect(feed.skippedEntries).toBe(49_900);
  });

  it('survives nesting, an entity bomb and fifty thousand attributes', () => {
    const deep = `<rss><channel><item><title>ada</title><description>${'<a>'.repeat(100_000)}</description></item></channel></rss>`;
    expect(parseFeed(bytes(deep)).entries[0]?.title).toBe('ada');
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`;
    expect(parseFeed(bytes(bomb)).title).toBe('&b;');
    const wide = `<rss ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}><channel><title>t</title></channel></rss>`;
    expect(() => parseFeed(bytes(wide))).toThrow(NotAFeed);
  });

  it('says in words what is no feed', () => {
    expect(() => parseFeed(bytes(''))).toThrow(NotAFeed);
    expect(() => parseFeed(bytes('<!doctype html><html><body>x</body></html>'))).toThrow(/halaman web/);
    expect(() => parseFeed(bytes('{"a":1}'))).toThrow(/bukan JSON Feed/);
    expect(() => parseFeed(bytes('{"version":'))).toThrow(/JSON-nya rusak/);
    expect(() => parseFeed(bytes('halo'))).toThrow(/bukan umpan/);
  });
});
