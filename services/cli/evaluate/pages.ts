import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { evaluatePages, type PageCase } from '../../../pipelines/evaluate/pages.ts';
import { extractArticle } from '../../../pipelines/ingest/page/extract-article.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import { htmlToText } from '../../../pipelines/ingest/text/plain-text.ts';
import type { Evaluation } from './evaluation.ts';
import { readWithReadability } from './page-yardsticks.ts';

/** Article text of saved pages against what people marked, by the article-extraction benchmark's own measure. */
export const pagesEvaluation: Evaluation<{
  dir: string;
  truth?: string;
  scores?: boolean;
  yardsticks?: boolean;
}> = {
  name: 'pages',
  summary: 'Extracts article text from saved pages and compares it with the marked text.',
  options: [
    [
      '--dir <dir>',
      'folder of saved pages: NAME.html or NAME.html.gz; or of folders with source.html and expected.html',
      'needed',
    ],
    ['--truth <file>', 'JSON object {NAME: {articleBody, url}}; not needed for folders with expected.html'],
    ['--yardsticks', 'also measure Readability.js on the same pages'],
    ['--scores', 'also print the scores of every page, one JSON object a line, on standard error'],
  ],
  async run({ dir, truth, scores, yardsticks }) {
    const marked: Truth | null = truth === undefined ? null : JSON.parse(readFileSync(truth, 'utf8'));
    const cases = () => (marked === null ? readPairs(dir) : readCases(dir, marked));
    let slowestMs = 0;
    const extract = (page: PageCase): string => {
      const start = threadMs();
      const { text } = decodeText(page.html, { kind: 'html' });
      const article = extractArticle(text, page.url).text;
      slowestMs = Math.max(slowestMs, threadMs() - start);
      return article;
    };
    const figures = evaluatePages(cases(), extract, threadMs, (score) => {
      if (scores) process.stderr.write(`${JSON.stringify(score)}\n`);
    });
    const own = { ...figures, slowestMs: Math.round(slowestMs) };
    if (!yardsticks) return own;
    const other = (page: PageCase): string =>
      readWithReadability(decodeText(page.html, { kind: 'html' }).text);
    return { ...own, yardsticks: { readability: evaluatePages(cases(), other, threadMs) } };
  },
};

/** Processor time of this thread: what a page costs one core, whatever else the machine does. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

type Truth = Record<string, { articleBody?: string; url?: string }>;

function* readCases(dir: string, truth: Truth): Generator<PageCase> {
  const files = new Set(readdirSync(dir));
  for (const [name, marked] of Object.entries(truth)) {
    const file = [`${name}.html`, `${name}.html.gz`].find((candidate) => files.has(candidate));
    if (file === undefined) continue;
    const bytes = readFileSync(join(dir, file));
    const html = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    yield { name, html, url: marked.url ?? '', body: marked.articleBody ?? '' };
  }
}

/** Readability's own test pages; their `expected.html` is what that program finds, not what a person marked. */
function* readPairs(dir: string): Generator<PageCase> {
  for (const name of readdirSync(dir).sort()) {
    const source = join(dir, name, 'source.html');
    const expected = join(dir, name, 'expected.html');
    if (!existsSync(source)) continue;
    const body = existsSync(expected) ? htmlToText(readFileSync(expected, 'utf8')) : '';
    yield { name, html: readFileSync(source), url: 'http://fakehost/test/page.html', body };
  }
}
