import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feedsEvaluation } from '../../services/cli/evaluate/feeds.ts';
import { parseFeed } from '../ingest/feed/parse-feed.ts';
import { readExpectations } from './feed-expectation.ts';
import { evaluateFeeds } from './feeds.ts';

describe('expectations at a test feed’s head', () => {
  it.each([
    [`not bozo and entries[0]['title'] == 'a\\u20acb'`, [{ path: ['entries', 0, 'title'], expected: 'a€b' }]],
    [
      `not bozo and (feed['a']['b'] == u'x' + 'y') and feed.link == "z"`,
      [
        { path: ['feed', 'a', 'b'], expected: 'xy' },
        { path: ['feed', 'link'], expected: 'z' },
      ],
    ],
    [
      `entries[0]['updated_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)`,
      [{ path: ['entries', 0, 'updated_parsed'], expected: [2004, 1, 1, 19, 48, 21, 3, 1, 0] }],
    ],
    [`not bozo and feed['x'] == None`, [{ path: ['feed', 'x'], expected: null }]],
    [`not bozo and len(feed['x']) == 1`, []],
    ['bozo', []],
  ])('%s', (expression, expected) => {
    expect(readExpectations(expression)).toEqual(expected);
  });
});

describe('evaluateFeeds', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('counts what agrees and what does not', async () => {
    const feed =
      '<rss version="2.0"><channel><item><title>A &amp;amp; B</title><link>https://x.example/</link></item></channel></rss>';
    const cases = [
      {
        name: 'head',
        bytes: bytes(`<!--\nExpect: not bozo and entries[0]['title'] == 'A &amp; B'\n-->${feed}`),
        expectedJson: null,
      },
      {
        name: 'pair',
        bytes: bytes(feed),
        expectedJson: { items: [{ title: 'Lain', link: 'https://x.example/' }] },
      },
      { name: 'none', bytes: bytes('bukan'), expectedJson: null },
    ];
    const figures = await evaluateFeeds(cases, parseFeed);
    expect(figures).toMatchObject({
      n: 3,
      parsed: 2,
      crashed: 0,
      wellFormed: { n: 2, parsed: 2 },
      fields: { title: 0.5, link: 1, entries: 1 },
    });
  });

  it('calls everything but a refusal a crash', async () => {
    const figures = await evaluateFeeds([{ name: 'x', bytes: bytes('<rss/>'), expectedJson: null }], () => {
      throw new TypeError('rusak');
    });
    expect(figures).toMatchObject({ parsed: 0, crashed: 1 });
  });
});

const feeds = new URL('../../../shared/data/feeds/', import.meta.url).pathname;

describe.skipIf(!existsSync(feeds))('public feeds (skipped where ../shared/data/feeds is absent)', () => {
  it.each(['gofeed', 'feedparser'])('%s stays above the floor', async (name) => {
    const figures = await feedsEvaluation.run({ dir: `${feeds}${name}` }, { readModel: async () => null });
    const fields = figures['fields'] as Record<string, number>;
    const wellFormed = figures['wellFormed'] as { n: number; parsed: number };
    expect(figures['crashed']).toBe(0);
    expect(wellFormed.parsed).toBe(wellFormed.n);
    expect(fields['title']).toBeGreaterThan(0.99);
    expect(fields['link']).toBe(1);
    expect(fields['date']).toBe(1);
  });
});
