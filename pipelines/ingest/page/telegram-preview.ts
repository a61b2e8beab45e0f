import { load } from 'cheerio';
import { parseDate } from '../text/parse-date.ts';
import { htmlToText } from '../text/plain-text.ts';
import { pageIsWithin } from './page-guard.ts';
import { ListUnreadable } from './select-links.ts';

export interface TelegramPost {
  /** `channel/123`. */
  id: string;
  number: number;
  channel: string;
  text: string;
  publishedAt: number | null;
  views: number;
}

/** A preview page shows 20 posts in about 2,000 tags. */
const limits = { maxDepth: 256, maxTags: 20_000, maxAttributes: 100 };

/** The posts on a public channel's preview page (t.me/s/CHANNEL), oldest first. @throws ListUnreadable */
export function readTelegramPreview(html: string): TelegramPost[] {
  if (!pageIsWithin(html, limits)) throw new ListUnreadable('Halaman pratinjau terlalu rumit untuk dibaca.');
  const $ = load(html);
  const channel = $('.tgme_channel_info_header_title').first().text().trim();
  return $('.tgme_widget_message[data-post]')
    .toArray()
    .slice(0, 200)
    .map((box) => {
      const at = $(box);
      const id = at.attr('data-post') ?? '';
      const text = at.find('.tgme_widget_message_text').last().html() ?? '';
      return {
        id,
        number: Number(id.split('/')[1]) || 0,
        channel: channel || (id.split('/')[0] ?? ''),
        text: htmlToText(text),
        publishedAt: parseDate(at.find('.tgme_widget_message_date time').attr('datetime') ?? ''),
        views: readCount(at.find('.tgme_widget_message_views').first().text()),
      };
    });
}

/** "1.2K" → 1200. */
function readCount(text: string): number {
  const match = /^([\d.]+)\s*([KMB]?)$/i.exec(text.trim());
  if (!match) return 0;
  const scale = { '': 1, K: 1e3, M: 1e6, B: 1e9 }[match[2]!.toUpperCase()] ?? 1;
  return Math.round(Number(match[1]) * scale) || 0;
}
