import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagesEvaluation } from '../../services/cli/evaluate/pages.ts';
import { evaluatePages, scoreTexts } from './pages.ts';

describe('the shingle measure', () => {
  it('counts runs of four words, each as often as it stands there', () => {
    expect(scoreTexts('a b c d e', 'a b c d e')).toEqual({ precision: 1, recall: 1 });
    expect(scoreTexts('a b c d e', 'a b c d')).toEqual({ precision: 1, recall: 0.5 });
    expect(scoreTexts('a b c d', 'a b c d x')).toEqual({ precision: 0.5, recall: 1 });
    expect(scoreTexts('a b c d', 'a b c d a b c d')).toEqual({ precision: 0.2, recall: 1 });
    expect(scoreTexts('a b', 'a b')).toEqual({ precision: 1, recall: 1 });
  });

  it('leaves out what the benchmark leaves out', () => {
    expect(scoreTexts('a b c d', '')).toEqual({ precision: null, recall: 0 });
    expect(scoreTexts('', 'a')).toEqual({ precision: 0, recall: null });
  });

  it('takes F1 of the means, and counts a crash as no text', () => {
    const page = (name: string, body: string) => ({ name, html: new Uint8Array(), url: '', body });
    let now = 0;
    const figures = evaluatePages(
      [page('a', 'satu dua tiga empat'), page('b', 'lima enam tujuh delapan')],
      ({ name, body }) => {
        if (name === 'b') throw new Error('rusak');
        return body;
      },
      () => {
        now += 2;
        return now;
      },
    );
    expect(figures).toMatchObject({ n: 2, crashed: 1, precision: 1, recall: 0.5, f1: 0.6667, msPerPage: 2 });
  });
});

const pages = new URL('../../../shared/data/pages/', import.meta.url).pathname;

describe.skipIf(!existsSync(pages))('public pages (skipped where ../shared/data/pages is absent)', () => {
  it('stay above the floor', async () => {
    const context = { readModel: async () => null };
    const benchmark = await pagesEvaluation.run(
      { dir: `${pages}benchmark`, truth: `${pages}benchmark/ground-truth.json` },
      context,
    );
    expect(benchmark).toMatchObject({ n: 89, crashed: 0 });
    expect(benchmark['f1']).toBeGreaterThan(0.97);
    const readability = await pagesEvaluation.run({ dir: `${pages}readability` }, context);
    expect(readability['crashed']).toBe(0);
    expect(readability['f1']).toBeGreaterThan(0.95);
  });
});
