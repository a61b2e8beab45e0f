import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { evaluatePages, type PageCase } from '../../../pipelines/evaluate/pages.ts';
import { extractArticle } from '../../../pipelines/ingest/page/extract-article.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import type { Evaluation } from './evaluation.ts';

/** Article text of saved pages against what people marked, by the article-extraction benchmark's own measure. */
export const pagesEvaluation: Evaluation<{ dir: string; truth: string; scores?: boolean }> = {
  name: 'pages',
  summary: 'Extracts article text from saved pages and compares it with the marked text.',
  options: [
    ['--dir <dir>', 'folder of saved pages: NAME.html or NAME.html.gz'],
    ['--truth <file>', 'JSON object {NAME: {articleBody, url}}'],
    ['--scores', 'also print the scores of every page, one JSON object a line, on standard error'],
  ],
  async run({ dir, truth, scores }) {
    const cases = readCases(dir, JSON.parse(readFileSync(truth, 'utf8')));
    const extract = (page: PageCase): string => {
      const { text } = decodeText(page.html, { kind: 'html' });
      return extractArticle(text, page.url).text;
    };
    return evaluatePages(
      cases,
      extract,
      () => performance.now(),
      (score) => {
        if (scores) process.stderr.write(`${JSON.stringify(score)}\n`);
      },
    );
  },
};

type Truth = Record<string, { articleBody?: string; url?: string }>;

function* readCases(dir: string, truth: Truth): Generator<PageCase> {
  const files = new Set(readdirSync(dir));
  for (const [name, marked] of Object.entries(truth)) {
    const file = [`${name}.html`, `${name}.html.gz`].find((candidate) => files.has(candidate));
    if (file === undefined) continue;
    const bytes = readFileSync(join(dir, file));
    yield {
      name,
      html: file.endsWith('.gz') ? gunzipSync(bytes) : bytes,
      url: marked.url ?? '',
      body: marked.articleBody ?? '',
    };
  }
}
