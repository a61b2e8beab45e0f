import { blueskyConnector } from './bluesky.ts';
import type { ConnectorContract } from './connector.contract.ts';
import { mastodonConnector } from './mastodon.ts';
import { telegramConnector } from './telegram.ts';
import { xConnector } from './x.ts';
import { youtubeConnector } from './youtube.ts';

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const numbers = (round: number): number[] => (round === 1 ? [1, 2] : [1, 2, 3]);
const at = (n: number): string => `2024-02-20T0${n}:00:00.000Z`;

export const socialConnectors: readonly ConnectorContract[] = [
  {
    name: 'mastodon',
    connector: mastodonConnector,
    source: () => ({ platform: 'mastodon', settings: { hashtag: 'pemilu' } }),
    service: ({ path, query, round }) =>
      path === '/api/v1/timelines/tag/pemilu'
        ? json(
            numbers(round)
              .filter((n) => n > Number(query.get('min_id') ?? 0))
              .map((n) => ({
                id: String(n),
                uri: `https://sosial.example/s/${n}`,
                url: `https://sosial.example/@w/${n}`,
                created_at: at(n),
                content: `<p>Antrean ke-${n} <a href="x">#pemilu</a></p>`,
                account: { acct: 'warga_biasa', followers_count: 12 },
                favourites_count: n,
              })),
          )
        : null,
    wrongSettings: { hashtag: '#pemilu!' },
    first: ['https://sosial.example/s/1', 'https://sosial.example/s/2'],
    second: ['https://sosial.example/s/3'],
    privateName: 'warga_biasa',
  },
  {
    name: 'bluesky',
    connector: blueskyConnector,
    source: () => ({ platform: 'bluesky', settings: { query: 'KPU' } }),
    service: ({ path, query, round }) => {
      if (path !== '/xrpc/app.bsky.feed.searchPosts') return null;
      const posts = numbers(round)
        .filter((n) => at(n) >= (query.get('since') ?? ''))
        .map((n) => ({
          uri: `at://did:plc:x/app.bsky.feed.post/k${n}`,
          author: { handle: 'akun.example' },
          record: { text: `Kiriman ${n}`, createdAt: at(n) },
          likeCount: 1,
        }));
      return json(
        query.get('cursor') ? { posts: posts.slice(1) } : { posts: posts.slice(0, 1), cursor: '1' },
      );
    },
    wrongSettings: { query: '' },
    first: ['at://did:plc:x/app.bsky.feed.post/k1', 'at://did:plc:x/app.bsky.feed.post/k2'],
    second: ['at://did:plc:x/app.bsky.feed.post/k3'],
  },
  {
    name: 'telegram',
    connector: telegramConnector,
    source: () => ({ platform: 'telegram', settings: { channel: 'warta_uji' } }),
    service: ({ path, query, round }) =>
      path === '/s/warta_uji'
        ? {
            body: `<div class="tgme_channel_info_header_title">Warta Uji</div>${numbers(round)
              .filter((n) => n > Number(query.get('after') ?? 0))
              .map(
                (n) =>
                  `<div class="tgme_widget_message" data-post="warta_uji/${n}"><div class="tgme_widget_message_text">Pesan ${n}<br>baris dua</div><span class="tgme_widget_message_views">1.2K</span><a class="tgme_widget_message_date"><time datetime="${at(n)}"></time></a></div>`,
              )
              .join('')}`,
          }
        : null,
    wrongSettings: { channel: '@x' },
    first: ['warta_uji/1', 'warta_uji/2'],
    second: ['warta_uji/3'],
  },
  {
    name: 'youtube',
    connector: youtubeConnector,
    secrets: { youtube: 'kunci' },
    source: () => ({ platform: 'youtube', settings: { channelId: `UC${'a'.repeat(22)}` } }),
    service: ({ path, query, round }) => {
      if (query.get('key') !== 'kunci') return { status: 403, body: '{}' };
      if (path === '/playlistItems' && query.get('playlistId') === `UU${'a'.repeat(22)}`) {
        return json({
          items: numbers(round).map((n) => ({
            snippet: { title: `Debat ${n}`, description: 'Siaran ulang', channelTitle: 'KPU Uji' },
            contentDetails: { videoId: `v${n}`, videoPublishedAt: at(n) },
          })),
        });
      }
      if (path !== '/commentThreads') return null;
      const videoId = query.get('videoId');
      if (videoId === 'v2')
        return { status: 400, body: '{"error":{"errors":[{"reason":"commentsDisabled"}]}}' };
      return json({
        items: [
          {
            id: `k-${videoId}`,
            snippet: {
              videoId,
              totalReplyCount: 1,
              topLevelComment: {
                id: `k-${videoId}`,
                snippet: {
                  textOriginal: 'Setuju',
                  authorDisplayName: 'warga_biasa',
                  publishedAt: at(5),
                  likeCount: 2,
                },
              },
            },
          },
        ],
      });
    },
    wrongSettings: { channelId: 'bukan' },
    first: ['v1', 'v2', 'k-v1'],
    second: ['v3', 'k-v3'],
    privateName: 'warga_biasa',
  },
  {
    name: 'x',
    connector: xConnector,
    secrets: { x: 'token' },
    source: () => ({ platform: 'x', settings: { query: 'KPU lang:id', monthlyCapUsd: 5 } }),
    service: ({ path, query, headers, round }) => {
      if (path !== '/2/tweets/search/recent' || headers.authorization !== 'Bearer token') return null;
      const data = numbers(round)
        .filter((n) => n > Number(query.get('since_id') ?? 0))
        .map((n) => ({
          id: String(n),
          text: `Kicau ${n}`,
          created_at: at(n),
          author_id: '9',
          public_metrics: { like_count: n },
        }));
      return json({
        data,
        includes: { users: [{ id: '9', username: 'warga_biasa', public_metrics: { followers_count: 10 } }] },
        meta: {},
      });
    },
    wrongSettings: { query: 'KPU', monthlyCapUsd: -1 },
    first: ['1', '2'],
    second: ['3'],
    privateName: 'warga_biasa',
  },
];
