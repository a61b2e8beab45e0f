import { describe, expect, it } from 'vitest';
import { jetstreamUrl, readJetstreamEvent } from './jetstream.ts';

const event = (more: object = {}, record: object = {}) =>
  JSON.stringify({
    did: 'did:plc:abc',
    time_us: 1_708_400_000_000_123,
    kind: 'commit',
    commit: {
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: '3k',
      record: { text: 'Antrean TPS lancar', langs: ['id'], createdAt: '2024-02-14T01:00:00Z', ...record },
      ...more,
    },
  });
const isIndonesian = (_text: string, languages: readonly string[]): boolean => languages.includes('id');

describe('Bluesky Jetstream', () => {
  it('reads a new post and its cursor', () => {
    expect(readJetstreamEvent(event(), isIndonesian)).toMatchObject({
      timeUs: 1_708_400_000_000_123,
      post: {
        nativeId: 'at://did:plc:abc/app.bsky.feed.post/3k',
        text: 'Antrean TPS lancar',
        publishedAt: Date.UTC(2024, 1, 14, 1),
      },
    });
  });

  it('passes over other languages, deletions and likes, but moves on', () => {
    for (const message of [
      event({}, { langs: ['en'] }),
      event({ operation: 'delete' }),
      event({ collection: 'app.bsky.feed.like' }),
    ]) {
      expect(readJetstreamEvent(message, isIndonesian)).toEqual({
        timeUs: 1_708_400_000_000_123,
        post: null,
      });
    }
  });

  it('is null for what is no event', () => {
    expect(readJetstreamEvent('rusak', isIndonesian)).toBeNull();
    expect(readJetstreamEvent('{"time_us":"x"}', isIndonesian)).toBeNull();
  });

  it('goes on a little before the cursor', () => {
    expect(jetstreamUrl('wss://jetstream.example', null)).toBe(
      'wss://jetstream.example/subscribe?wantedCollections=app.bsky.feed.post',
    );
    expect(jetstreamUrl('wss://jetstream.example', 10_000_000)).toContain('cursor=5000000');
  });
});
