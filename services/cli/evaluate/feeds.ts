import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateFeeds, type FeedCase, type FeedMiss } from '../../../pipelines/evaluate/feeds.ts';
import { parseFeed } from '../../../pipelines/ingest/feed/parse-feed.ts';
import type { Evaluation } from './evaluation.ts';
import { feedYardsticks } from './feed-yardsticks.ts';

/** Feeds with stated results: gofeed's pairs of .xml and .json, feedparser's files with their expectation in the head. */
export const feedsEvaluation: Evaluation<{ dir: string; misses?: boolean; yardsticks?: boolean }> = {
  name: 'feeds',
  summary: 'Reads test feeds and compares each field with what the collection states.',
  options: [
    [
      '--dir <dir>',
      'folder of test feeds: gofeed (.xml beside .json) or feedparser (Expect: in the head)',
      'needed',
    ],
    ['--yardsticks', 'also measure rss-parser and feedsmith on the same files'],
    ['--misses', 'also print every value that differs, one JSON object a line, on standard error'],
  ],
  async run({ dir, misses, yardsticks }) {
    const onMiss = (miss: FeedMiss): void => {
      if (misses) process.stderr.write(`${JSON.stringify(miss)}\n`);
    };
    const figures = await evaluateFeeds(readCases(dir), parseFeed, onMiss);
    if (!yardsticks) return figures;
    const others: Record<string, unknown> = {};
    for (const [name, parse] of Object.entries(feedYardsticks))
      others[name] = await evaluateFeeds(readCases(dir), parse);
    return { ...figures, yardsticks: others };
  },
};

async function* readCases(dir: string): AsyncGenerator<FeedCase> {
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  const known = new Set(paths);
  for (const path of paths) {
    const neighbour = path.replace(/\.xml$/, '.json');
    if (path.endsWith('.xml')) {
      const expected = known.has(neighbour) ? await readFile(neighbour, 'utf8') : null;
      yield {
        name: path,
        bytes: await readFile(path),
        expectedJson: expected === null ? null : JSON.parse(expected),
      };
    } else if (path.endsWith('.json') && !known.has(path.replace(/\.json$/, '.xml'))) {
      // A JSON file on its own is a JSON Feed to be read, without a stated result.
      yield { name: path, bytes: await readFile(path), expectedJson: null };
    }
  }
}
