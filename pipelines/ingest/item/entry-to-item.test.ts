import { describe, expect, it } from 'vitest';
import { itemSchema } from '../../../shared/domain/item.ts';
import { sourceSchema } from '../../../shared/domain/source.ts';
import { entryOf } from '../connectors/entry.ts';
import { entryToItem, nextVersion } from './entry-to-item.ts';

const now = Date.UTC(2024, 1, 20);
const source = (more: object = {}) =>
  sourceSchema.parse({
    id: 's1',
    kind: 'feed',
    name: 'Warta',
    url: 'https://warta.example/rss',
    platform: 'news',
    outlet: 'Warta',
    outletTier: 1,
    homeArea: null,
    intervalMinutes: 30,
    enabled: true,
    settings: {},
    ...more,
  });
const entry = entryOf({
  link: 'https://www.warta.example/a/1?utm_source=rss',
  title: 'Rapat pleno',
  summary: 'Ringkas.',
  publishedAt: now - 1000,
});

describe('entryToItem', () => {
  it('gives the same page one id, whichever feed brought it', () => {
    const other = entryOf({ link: 'http://m.warta.example/a/1/', title: 'Judul lain' });
    const [a, b] = [
      entryToItem(entry, { source: source(), now }),
      entryToItem(other, { source: source({ id: 's2' }), now }),
    ];
    expect(a.item && itemSchema.parse(a.item).id).toBe(b.item?.id);
  });

  it('takes the longer of feed text and page text', () => {
    const page = {
      text: 'Isi lengkap berita itu.',
      title: null,
      author: 'Redaksi',
      publishedAt: null,
      url: null,
    };
    expect(entryToItem(entry, { source: source(), now }, page).item).toMatchObject({
      text: 'Isi lengkap berita itu.',
      author: 'Redaksi',
    });
    expect(entryToItem(entry, { source: source(), now }, { ...page, text: '' }).item?.text).toBe('Ringkas.');
  });

  it('knows a redirected headline by headline and outlet', () => {
    const google = source({ kind: 'google_news' });
    const read = (link: string) =>
      entryToItem({ ...entry, link, sourceTitle: 'Kabar' }, { source: google, now }).item;
    expect(read('https://news.google.com/rss/articles/1')?.id).toBe(
      read('https://news.google.com/rss/articles/2')?.id,
    );
    expect(read('https://news.google.com/rss/articles/1')?.outlet).toBe('Kabar');
  });

  it('disbelieves 1970 and 2099, and says so', () => {
    for (const publishedAt of [0, Date.UTC(2099, 0, 1)]) {
      const outcome = entryToItem({ ...entry, publishedAt }, { source: source(), now });
      expect(outcome.item?.publishedAt).toBe(now);
      expect(outcome.item && outcome.notes.map((note) => note.code)).toEqual(['date_implausible']);
    }
  });

  it('refuses an entry that says nothing', () => {
    expect(
      entryToItem(entryOf({ link: 'https://warta.example/x' }), { source: source(), now }),
    ).toMatchObject({ item: null, drop: { code: 'empty_entry' } });
  });

  it('makes an edit a new version and leaves the same text alone', () => {
    const known = entryToItem(entry, { source: source(), now }).item!;
    const same = { ...known, collectedAt: now + 5 };
    expect(nextVersion(known, same)).toBe(known);
    expect(nextVersion(known, { ...same, text: 'Diralat.' })).toMatchObject({
      id: known.id,
      version: 2,
      collectedAt: known.collectedAt,
      text: 'Diralat.',
    });
  });
});
