import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seeded } from '../../pipelines/evaluate/stream.ts';
import { createClaimMatcher } from '../../pipelines/link/claim-matcher.ts';
import { stemTerm } from '../../pipelines/link/claim-text.ts';
import { wordsOf } from '../../pipelines/link/words.ts';
import type { Bench, BenchResult, Yardstick } from './bench.ts';
import { benchTexts } from './bench-items.ts';

const defaultClaims = 10_000;
/** Queries timed after a warm-up of a hundred. */
const timed = 1_000;
const warmUp = 100;
/** The yardstick reads so many: it is slow. */
const yardstickQueries = 200;
const pairs = join('..', 'shared', 'data', 'matching', 'pairs.jsonl');

/** Texts against the knowledge base on one core. */
export const matchingBench: Bench<{ claims?: string }> = {
  name: 'matching',
  summary:
    'Texts per second against N claims, with what agrees and differs; yardstick: BM25 by a bare SQLite FTS5 table.',
  options: [['--claims <n>', `claims in the knowledge base (default ${defaultClaims})`]],
  async run({ claims = String(defaultClaims) }): Promise<BenchResult> {
    const { titles, queries, from } = textsToMatch();
    const count = Number(claims);
    const texts = manyTitles(titles, count);
    const builtAt = performance.now();
    const matcher = createClaimMatcher(texts.map((text, n) => ({ id: `${n}`, text, isApproved: true })));
    for (let n = 0; n < warmUp; n++) matcher.match(queries[n % queries.length]!, 5);
    const buildSeconds = (performance.now() - builtAt) / 1_000;
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    for (let n = 0; n < timed; n++) matcher.match(queries[n % queries.length]!, 5);
    const seconds = (performance.now() - startedAt) / 1_000;
    const cpu = process.cpuUsage(cpuBefore);
    const itemsPerSecond = Math.round(timed / seconds);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
    const yardstick = timeFullText(texts, queries);
    const ratio = Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(3));
    return {
      itemsPerSecond,
      yardstick,
      ratio,
      peakRssMb,
      texts: from,
      claims: count,
      n: timed,
      itemsPerCpuSecond: Math.round((timed * 1e6) / (cpu.user + cpu.system)),
      buildSeconds: Number(buildSeconds.toFixed(2)),
    };
  },
};

/** Fact-checks' titles and the texts that circulated, where they are at hand; else posts and their beginnings. */
function textsToMatch(): { titles: string[]; queries: string[]; from: string } {
  if (!existsSync(pairs)) {
    const { texts, from } = benchTexts();
    return { titles: texts.map((text) => text.split(' ').slice(0, 12).join(' ')), queries: texts, from };
  }
  const rows = readFileSync(pairs, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { query: string; match: string });
  const titles = [...new Set(rows.map(({ match }) => match))];
  return { titles, queries: rows.map(({ query }) => query), from: 'shared-data' };
}

/** Further rounds over the titles put another title's words in place of a third. */
function manyTitles(titles: readonly string[], count: number): string[] {
  const random = seeded(11);
  return Array.from({ length: count }, (_, n) => {
    const title = titles[n % titles.length]!;
    if (n < titles.length) return title;
    const other = titles[Math.floor(random() * titles.length)]!.split(' ');
    return title
      .split(' ')
      .map((word, at) => (random() < 0.34 ? (other[at % other.length] ?? word) : word))
      .join(' ');
  });
}

/** What any program has at hand: stems in a full-text table, any of the text's words, the best five by BM25. */
function timeFullText(texts: readonly string[], queries: readonly string[]): Yardstick {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE VIRTUAL TABLE bare USING fts5 (text)');
  const insert = db.prepare('INSERT INTO bare (text) VALUES (?)');
  const terms = (text: string): string[] => wordsOf(text).map((word) => `t${stemTerm(word) >>> 0}`);
  for (const text of texts) insert.run(terms(text).join(' '));
  const query = db.prepare('SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 5');
  const startedAt = performance.now();
  for (let n = 0; n < yardstickQueries; n++)
    query.all([...new Set(terms(queries[n % queries.length]!))].join(' OR ') || 'x');
  const seconds = (performance.now() - startedAt) / 1_000;
  db.close();
  return { name: 'BM25 by a bare SQLite FTS5 table', itemsPerSecond: Math.round(yardstickQueries / seconds) };
}
