import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../pipelines/evaluate/stream.ts';
import { itemId } from '../../shared/domain/ids.ts';
import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';

/**
 * The texts that are left when the shortest go, so that one has `words` words in the mean or a little more: of posts
 * most say next to nothing. All of them where they are that long already.
 */
export function longerTexts(texts: readonly string[], words: number): string[] {
  const counted = texts.map((text) => ({ text, count: wordCount(text) }));
  for (let least = 0; least < words; least++) {
    const kept = counted.filter(({ count }) => count >= least);
    if (kept.reduce((sum, { count }) => sum + count, 0) >= words * kept.length)
      return kept.map(({ text }) => text);
  }
  return counted.filter(({ count }) => count >= words).map(({ text }) => text);
}

export const wordCount = (text: string): number => text.split(/\s+/).length;

const shared = join('..', 'shared', 'data', 'posts');
const sharedFiles = ['tweets-2023-12.jsonl', 'youtube-comments-2024.jsonl'];

/** Texts to measure with, real ones where they are at hand; `from` says which. */
export function benchTexts(): { texts: string[]; from: 'shared-data' | 'sample' } {
  const files = sharedFiles.map((name) => join(shared, name));
  const from = files.every((file) => existsSync(file)) ? 'shared-data' : 'sample';
  const folder = join(import.meta.dirname, '..', 'sample', 'data', 'posts');
  const read = from === 'shared-data' ? files : sampleFiles(folder);
  const lines = read.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return { texts: lines.map((line) => (JSON.parse(line) as { text: string }).text), from };
}

const sampleFiles = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

/**
 * Items in time order, `perDay` a day up to `end`. Every further round over the texts puts another post's words in
 * place of a third, so that the stream is no flood of copies. The same for the same arguments.
 */
export function* benchItems(
  texts: readonly string[],
  count: number,
  end: Instant,
  perDay: number,
): Generator<Item> {
  const random = seeded(7);
  const start = end - (count / perDay) * dayMs;
  for (let n = 0; n < count; n += 1) {
    const at = Math.floor(start + (n / perDay) * dayMs);
    yield itemOf(n, at, textOf(texts, n, random), random);
  }
}

function textOf(texts: readonly string[], n: number, random: () => number): string {
  const text = texts[n % texts.length]!;
  if (n < texts.length) return text;
  const other = texts[Math.floor(random() * texts.length)]!.split(' ');
  return text
    .split(' ')
    .map((word, at) => (random() < 0.34 ? (other[at % other.length] ?? word) : word))
    .join(' ');
}

const itemOf = (n: number, at: Instant, text: string, random: () => number): Item => ({
  id: itemId({ platform: 'x', nativeId: `bench-${n}` }),
  platform: 'x',
  sourceId: 'bench',
  nativeId: `bench-${n}`,
  url: null,
  title: null,
  text,
  author: `akun-${Math.floor(random() * 20_000)}`,
  authorKind: 'private',
  outlet: null,
  publishedAt: at,
  collectedAt: at,
  metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
  version: 1,
});
