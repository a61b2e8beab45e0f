import { z } from 'zod';
import type { Source } from '../../../shared/domain/source.ts';
import { readSettings, SettingsRefused } from '../connectors/connector.ts';
import { asObject, asText } from '../connectors/json-api.ts';
import { mastodonPost, mastodonSettings } from '../connectors/mastodon.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { jetstreamUrl, readJetstreamEvent } from './jetstream.ts';

/** What one message says: where to go on from, and a post when it is one that was asked for. */
export interface StreamMessage {
  cursor: number | null;
  post: SocialPost | null;
}

/** How to listen to a source. */
export interface SourceStream {
  url(cursor: number | null): string;
  headers: Readonly<Record<string, string>>;
  /** Silence after which the connection is taken for dead; null where silence is usual. */
  idleMs: number | null;
  read(message: string): StreamMessage;
  /** A cursor fills the gap after a loss; without one the source is polled at once instead. */
  fillsGaps: boolean;
}

export const jetstreamSettings = z.object({
  /** A post is taken when it holds one of them as whole words, in any case. */
  words: z.array(z.string().min(3).max(60)).min(1).max(50),
  /** Languages a post may say it is in; posts that say none are taken as well. */
  languages: z.array(z.string().length(2)).min(1).max(10).default(['id']),
});

/** All of Bluesky writes dozens of posts a second; a minute without one is a broken line. */
const jetstreamIdleMs = 60_000;

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** How to listen to this source; null for one that is not listened to. @throws SettingsRefused */
export function streamOf(source: Source, secrets: Readonly<Record<string, string>>): SourceStream | null {
  if (source.kind === 'bluesky_stream') return jetstream(source);
  if (source.kind !== 'mastodon') return null;
  const { stream, streamUrl, hashtag } = readSettings(mastodonSettings, source);
  if (!stream) return null;
  const token = secrets['mastodon'];
  if (!token)
    throw new SettingsRefused(
      `Sumber "${source.name}" memerlukan kunci; isi SARING_MASTODON_TOKEN pada pengaturan.`,
    );
  const url = new URL('/api/v1/streaming', streamUrl ?? source.url.replace(/^http/, 'ws'));
  url.searchParams.set('stream', 'hashtag');
  url.searchParams.set('tag', hashtag);
  return {
    url: () => url.href,
    headers: { authorization: `Bearer ${token}` },
    idleMs: null,
    read: readMastodonEvent,
    fillsGaps: false,
  };
}

function jetstream(source: Source): SourceStream {
  const { words, languages } = readSettings(jetstreamSettings, source);
  const wanted = words.map(plain);
  const matches = (text: string, stated: readonly string[]): boolean => {
    if (stated.length > 0 && !stated.some((one) => languages.includes(one.slice(0, 2)))) return false;
    const said = plain(text);
    return wanted.some((word) => said.includes(word));
  };
  return {
    url: (cursor) => jetstreamUrl(source.url, cursor),
    headers: {},
    idleMs: jetstreamIdleMs,
    read(message) {
      const event = readJetstreamEvent(message, matches);
      return { cursor: event?.timeUs ?? null, post: event?.post ?? null };
    },
    fillsGaps: true,
  };
}

/** One message of Mastodon's streaming interface; a new post stands in it as text. */
export function readMastodonEvent(message: string): StreamMessage {
  try {
    const event = asObject(JSON.parse(message));
    if (event['event'] !== 'update') return { cursor: null, post: null };
    return { cursor: null, post: mastodonPost(asObject(JSON.parse(asText(event['payload'])))) };
  } catch {
    return { cursor: null, post: null };
  }
}
