import { describe, expect, it } from 'vitest';
import { hostileMarkup, mislabelled } from '../evaluate/hostile-markup.ts';
import { NotAFeed } from './feed/feed.ts';
import { parseFeed } from './feed/parse-feed.ts';
import { readSitemap } from './feed/read-sitemap.ts';
import { extractArticle } from './page/extract-article.ts';
import { ListUnreadable, selectLinks } from './page/select-links.ts';
import { readTelegramPreview } from './page/telegram-preview.ts';
import { decodeText } from './text/decode-text.ts';
import { parseDate } from './text/parse-date.ts';
import { htmlToText } from './text/plain-text.ts';

/** Chosen so that only running away shows, not a busy machine; the worst case here takes 200 ms of processor time. */
const limitMs = 3_000;

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

describe('hostile input', () => {
  it.each(Object.entries(hostileMarkup()))(
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

  it.each(mislabelled())('$name is read as what it is', ({ bytes, contentType, says }) => {
    expect(decodeText(bytes, { kind: 'html', ...(contentType ? { contentType } : {}) }).text).toContain(says);
  });
});
