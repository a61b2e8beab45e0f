import { describe, expect, it } from 'vitest';
import { NotAFeed } from './feed/feed.ts';
import { parseFeed } from './feed/parse-feed.ts';
import { readSitemap } from './feed/read-sitemap.ts';
import { extractArticle } from './page/extract-article.ts';
import { ListUnreadable, selectLinks } from './page/select-links.ts';
import { readTelegramPreview } from './page/telegram-preview.ts';
import { decodeText } from './text/decode-text.ts';
import { parseDate } from './text/parse-date.ts';
import { htmlToText } from './text/plain-text.ts';

const attributes = Array.from({ length: 50_000 }, (_, at) => `a${at}="${at}"`).join(' ');
const lines = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};">`,
).join('');

/** Markup made to hang, overflow or fill the memory of whoever builds a tree of it. */
const hostile: Readonly<Record<string, string>> = {
  'open divs': '<div>'.repeat(100_000),
  'open divs with attributes': '<div class="a b c" style="x">'.repeat(50_000),
  'nested tables': '<table><tr><td>'.repeat(50_000),
  'nested lists and links': '<ul><li><a href="x">'.repeat(50_000),
  'closing tags alone': '</div>'.repeat(100_000),
  'fifty thousand attributes': `<p ${attributes}>x</p>`,
  'one long attribute': `<p class="${'x '.repeat(500_000)}">x</p>`,
  'entity bomb': `<!DOCTYPE r [<!ENTITY e0 "x">${lines}]><rss><channel><title>&e12;</title></channel></rss>`,
  references: '&amp;'.repeat(300_000),
  'half references': '&'.repeat(300_000),
  'angle brackets': '<'.repeat(300_000),
  'an endless comment': `<!--${'-'.repeat(300_000)}`,
  'endless CDATA': `<rss><![CDATA[${']'.repeat(300_000)}`,
  'an endless tag name': `<${'a'.repeat(300_000)}`,
  'an endless script': `<script>${'</scrip'.repeat(50_000)}`,
  blanks: ' '.repeat(600_000),
  'line breaks in paragraphs': `<p>${'\n'.repeat(300_000)}</p>`,
  'one long word': `<article><p>${'x'.repeat(300_000)}</p></article>`,
  'deep JSON-LD': `<script type="application/ld+json">${'[{"a":'.repeat(50_000)}</script>`,
  'wide JSON-LD': `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(50_000)}{}]</script>`,
  'a hundred thousand namespaces': `<rss ${Array.from({ length: 100_000 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}><channel/></rss>`,
  'nested entries': `<rss><channel>${'<item>'.repeat(100_000)}`,
  'NUL and half characters': '\u0000\ud800<p>\udfff</p>'.repeat(15_000),
  'sixty thousand paragraphs': '<p>teks yang cukup panjang untuk paragraf</p>'.repeat(65_000),
};

/** Chosen so that only running away shows, not a busy machine; the worst case here takes 200 ms of processor time. */
const limitMs = 3_000;

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

describe('hostile input', () => {
  it.each(Object.entries(hostile))(
    '%s ends soon, in every reader, with a named refusal or a result',
    (_name, text) => {
      const bytes = new TextEncoder().encode(text);
      const readers: Record<string, () => unknown> = {
        feed: () => parseFeed(bytes),
        feedInside: () =>
          parseFeed(
            new TextEncoder().encode(
              `<rss><channel><item><title>t</title><description><![CDATA[${text}]]></description></item></channel></rss>`,
            ),
          ),
        sitemap: () => readSitemap(bytes, 100),
        page: () => extractArticle(text, 'https://a.example/'),
        list: () => selectLinks(text, 'https://a.example/', { item: 'a' }),
        telegram: () => readTelegramPreview(text),
        text: () => htmlToText(text),
        date: () => parseDate(text),
      };
      for (const [reader, read] of Object.entries(readers)) {
        const start = cpuMs();
        try {
          read();
        } catch (error) {
          expect(error instanceof NotAFeed || error instanceof ListUnreadable, `${reader}: ${error}`).toBe(
            true,
          );
        }
        expect(cpuMs() - start, reader).toBeLessThan(limitMs);
      }
    },
  );

  it('mislabelled charsets are read as what they are', () => {
    const text = 'Pemilu – “jujur”';
    const utf8 = new TextEncoder().encode(`<html><head><meta charset="utf-16"></head>${text}`);
    expect(decodeText(utf8, { kind: 'html' }).text).toContain(text);
    expect(decodeText(utf8, { kind: 'html', contentType: 'text/html; charset=tidak-ada' }).text).toContain(
      text,
    );
    const windows = Uint8Array.from([0x50, 0x96, 0x93, 0x6a, 0x94]);
    expect(decodeText(windows, { kind: 'html', contentType: 'text/html; charset=utf-8' }).text).toBe('P–“j”');
  });
});
