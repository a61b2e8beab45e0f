import type { Source } from '../../../shared/domain/source.ts';
import { blueskyConnector } from './bluesky.ts';
import type { Connector } from './connector.ts';
import { factCheckConnector } from './fact-check.ts';
import { feedConnector } from './feed.ts';
import { googleNewsConnector } from './google-news.ts';
import { mailConnector } from './mail.ts';
import { mastodonConnector } from './mastodon.ts';
import { pageListConnector } from './page-list.ts';
import { sitemapConnector } from './sitemap.ts';
import { telegramConnector } from './telegram.ts';
import { xConnector } from './x.ts';
import { youtubeConnector } from './youtube.ts';

const all: readonly Connector[] = [
  feedConnector,
  googleNewsConnector,
  sitemapConnector,
  pageListConnector,
  mastodonConnector,
  blueskyConnector,
  telegramConnector,
  youtubeConnector,
  xConnector,
  factCheckConnector,
  mailConnector,
];

export const connectors: ReadonlyMap<Source['kind'], Connector> = new Map(
  all.map((connector) => [connector.kind, connector]),
);
