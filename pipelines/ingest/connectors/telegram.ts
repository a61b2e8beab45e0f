import { z } from 'zod';
import { collectDrop } from '../item/item-outcome.ts';
import { ListUnreadable } from '../page/select-links.ts';
import { readTelegramPreview, type TelegramPost } from '../page/telegram-preview.ts';
import { decodeText } from '../text/decode-text.ts';
import { type Connector, nothingNew, readSettings } from './connector.ts';
import { postsToItems, withQuery } from './json-api.ts';

const settings = z.object({
  /** Without the sign. */
  channel: z.string().regex(/^\w{4,64}$/, 'nama kanal tanpa @'),
  maxRequests: z.number().int().positive().max(20).default(5),
});

/**
 * Public Telegram channels by their preview page, `source.url`/s/CHANNEL (source.url: https://t.me). Channels that
 * switched the preview off show nothing. Needs nothing, costs nothing; a visit is one page of 20 posts.
 */
export const telegramConnector: Connector = {
  kind: 'telegram',
  settings,
  async collect(request) {
    const { channel, maxRequests } = readSettings(settings, request.source);
    const base = `${request.source.url.replace(/\/+$/, '')}/s/${channel}`;
    let last = Number(request.cursor['last'] ?? 0);
    const first = last === 0;
    const posts: TelegramPost[] = [];
    try {
      for (let round = 0; round < maxRequests; round++) {
        const response = await request.fetcher.fetch({
          url: withQuery(base, { after: last || undefined }),
          kind: 'page',
        });
        const { text } = decodeText(response.body, {
          kind: 'html',
          contentType: response.headers.contentType,
        });
        const fresh = readTelegramPreview(text).filter((post) => post.number > last);
        posts.push(...fresh);
        for (const post of fresh) last = Math.max(last, post.number);
        if (first || fresh.length === 0) break;
      }
    } catch (error) {
      if (!(error instanceof ListUnreadable)) throw error;
      return {
        ...nothingNew(request.cursor),
        drops: [collectDrop('list_unreadable', base, error.reason)],
        notModified: false,
      };
    }
    const { items, drops } = postsToItems(posts.map(toPost), request);
    return { items, claims: [], drops, cursor: last === 0 ? {} : { last }, notModified: posts.length === 0 };
  },
};

const toPost = (post: TelegramPost) => ({
  nativeId: post.id,
  text: post.text,
  url: `https://t.me/${post.id}`,
  publishedAt: post.publishedAt,
  author: post.channel,
  // A channel speaks to everyone who likes to listen.
  isPublic: true,
  metrics: { views: post.views },
});
