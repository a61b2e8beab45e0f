import { cell } from './say-health.ts';

/** Kind, what `URL` is, what it needs, what it costs; docs/connectors has a page for each. */
const kinds: readonly (readonly [kind: string, address: string, needs: string, costs: string])[] = [
  ['feed', 'address of an RSS, Atom or JSON feed', '–', 'free'],
  ['google_news', 'https://news.google.com/rss/search?q=…', '--settings {"query"}', 'free'],
  ['sitemap', 'address of a (news) sitemap', '–', 'free'],
  ['page_list', 'page that lists articles', '--settings {"adapter":"kpu"} or CSS selectors', 'free'],
  ['mastodon', 'https://INSTANCE', '--settings {"hashtag"}; {"stream":true} needs a token', 'free'],
  ['bluesky', 'https://api.bsky.app', '--settings {"query"}', 'free'],
  ['bluesky_stream', 'wss://jetstream2.us-east.bsky.network', '--settings {"words":["KPU"]}', 'free'],
  ['telegram', 'https://t.me', '--settings {"channel"}', 'free'],
  [
    'youtube',
    'https://www.googleapis.com/youtube/v3',
    'SARING_YOUTUBE_KEY, {"channelId","dailyQuota"}',
    '10,000 units a day',
  ],
  [
    'x',
    'https://api.x.com',
    'SARING_X_TOKEN, {"query","monthlyCapUsd"}',
    'money; one monthly cap, default 0',
  ],
  ['fact_check', 'feed, API or page of a fact-checker', '{"service"}; some need a key', 'free'],
  ['mail', 'imap', 'SARING_IMAP_URL', 'free'],
];

/** What `saring sources help` shows below the commands. */
export const kindsHelp = (): string =>
  [
    '\nKinds of sources (--kind), what URL is, what each needs and costs:\n',
    ...kinds.map(
      ([kind, address, needs, costs]) =>
        `  ${cell(kind, 15)} ${cell(address, 40)} ${costs}\n${' '.repeat(18)}needs: ${needs}\n${' '.repeat(18)}docs/connectors/${kind.replaceAll('_', '-')}.md\n`,
    ),
    '\nAlso: "saring import posts FILE" (docs/connectors/import.md) and citizens\' reports (docs/connectors/report.md).\n',
  ].join('');
