import { describe, expect, it } from 'vitest';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { expectedApart, expectedIssues, expectedSyndicated } from './expected.ts';
import { createMatterOf } from './matter-of.ts';
import { loadSampleData } from './sample-data.ts';

const data = loadSampleData();
const items = [
  ...data.articles.map((article) => ({
    ...article,
    text: [article.title, ...article.body].join(' '),
  })),
  ...data.posts,
];
const matters = Map.groupBy(items, (item) => item.matter);
const minutesOfWeek = 7 * 24 * 60;

const shingles = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, -3).map((_, index) => words.slice(index, index + 4).join(' ')));
};
const jaccard = (a: Set<string>, b: Set<string>): number => {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

describe('the authored week', () => {
  it('has at least 420 items of every kind', () => {
    expect(items.length).toBeGreaterThanOrEqual(420);
    expect(data.articles.length).toBeGreaterThanOrEqual(95);
    const platforms = Map.groupBy(data.posts, (post) => post.platform);
    expect([...platforms.keys()].sort()).toEqual([
      'facebook',
      'instagram',
      'telegram',
      'tiktok',
      'whatsapp',
      'x',
      'youtube',
    ]);
    expect(platforms.get('x')!.length).toBeGreaterThanOrEqual(80);
    expect(platforms.get('whatsapp')!.length).toBeGreaterThanOrEqual(30);
  });

  it('gives every item an id of its own and a time within the week', () => {
    expect(new Set(data.articles.map((article) => article.id)).size).toBe(data.articles.length);
    expect(new Set(data.posts.map((post) => post.id)).size).toBe(data.posts.length);
    expect(new Set(data.posts.map((post) => post.author)).size).toBe(data.posts.length);
    expect(items.filter((item) => item.offsetMinutes >= minutesOfWeek)).toEqual([]);
  });

  it('is nowhere alike except in the declared near-copy groups', () => {
    const sets = items.map((item) => shingles(item.text));
    const alike: string[] = [];
    items.forEach((item, i) => {
      for (let j = i + 1; j < items.length; j++) {
        const other = items[j]!;
        const declared = item.group !== undefined && item.group === other.group;
        if (item.text === other.text) alike.push(`same text: ${item.text}`);
        if (!declared && jaccard(sets[i]!, sets[j]!) > 0.3) alike.push(`${item.text} ~ ${other.text}`);
      }
    });
    expect(alike).toEqual([]);
  });

  it('names only areas that exist', () => {
    const codes = new Set(areas.map((area) => area.code));
    const named = [
      ...data.outlets.map((outlet) => outlet.homeArea),
      ...expectedIssues.map((issue) => issue.unit),
    ];
    const unknown = named.filter((code) => code !== null && code !== 'RI' && !codes.has(code));
    expect(unknown).toEqual([]);
  });

  it('keeps private authors pseudonymous', () => {
    expect(data.posts.filter((post) => !/^(user|kanal)-[0-9a-f]{4}x*$/.test(post.author))).toEqual([]);
    expect(data.posts.filter((post) => /https?:|\b08\d{8,}/.test(post.text))).toEqual([]);
  });
});

describe('the ground truth', () => {
  it('holds every expected matter', () => {
    const named = [
      ...expectedIssues.map((issue) => issue.matter),
      ...expectedApart.flat(),
      ...expectedSyndicated.map((wire) => wire.matter),
    ];
    expect(named.filter((matter) => !matters.has(matter))).toEqual([]);
  });

  it('spreads both hoaxes in near-copies with debunks beside them', () => {
    for (const matter of ['malang-tercoblos', 'ktp-digital']) {
      const own = matters.get(matter)!;
      expect(own.filter((item) => item.group !== undefined).length).toBeGreaterThanOrEqual(15);
      expect(own.filter((item) => 'outlet' in item).length).toBeGreaterThanOrEqual(5);
    }
  });

  it('has the crisis in its six hours', () => {
    const votingMorning = 3 * 1440 + 7 * 60;
    const early = matters
      .get('sidoarjo-surat-suara')!
      .filter((item) => item.offsetMinutes >= votingMorning && item.offsetMinutes < votingMorning + 360);
    expect(early.length).toBeGreaterThanOrEqual(45);
  });

  it('has as many syndicated copies as it says', () => {
    for (const { matter, copies } of expectedSyndicated) {
      expect(matters.get(matter)!.filter((item) => item.group === `${matter}/wire`)).toHaveLength(copies);
      const titles = data.articles.filter((item) => item.matter === matter).map((item) => item.title);
      expect(new Set(titles).size).toBe(copies);
    }
  });

  it('finds the matter of a post by id and of an article by its address', () => {
    const matterOf = createMatterOf(data);
    const post = data.posts.find((one) => one.matter === 'gowa-honor')!;
    const article = data.articles.find((one) => one.matter === 'hitung-cepat')!;
    expect(matterOf(post.id)).toBe('gowa-honor');
    expect(matterOf(`http://127.0.0.1:80/x/baca/judul-${article.id}?utm_source=rss`)).toBe('hitung-cepat');
    expect(matterOf(data.posts.find((one) => one.matter === null)!.id)).toBeNull();
    expect(matterOf('http://127.0.0.1/x/baca/judul-1')).toBeUndefined();
  });
});
