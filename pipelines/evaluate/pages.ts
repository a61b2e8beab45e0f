/** One page with the article text people marked in it. */
export interface PageCase {
  name: string;
  html: Uint8Array;
  url: string;
  body: string;
}

export interface PageFigures {
  n: number;
  crashed: number;
  precision: number;
  recall: number;
  f1: number;
  msPerPage: number;
  [more: string]: unknown;
}

export interface PageScore {
  name: string;
  precision: number | null;
  recall: number | null;
}

/**
 * The measure of the article-extraction benchmark: every text is the multiset of its runs of four words; precision and
 * recall per page, then their means (of pages where they exist), then F1 of the means.
 * @param extract page → article text; a throw counts as a crash and as no text
 * @param nowMs a clock for the speed, passed in because this folder owns none; the first pages are read once before it
 *   counts, since a program that runs all day is not measured by its first second
 */
export function evaluatePages(
  cases: Iterable<PageCase>,
  extract: (page: PageCase) => string,
  nowMs: () => number,
  onScore: (score: PageScore, predicted: string) => void = () => {},
): PageFigures {
  const precisions: number[] = [];
  const recalls: number[] = [];
  let n = 0;
  let crashed = 0;
  let spentMs = 0;
  for (const page of cases) {
    if (n < warmUpPages) attempt(() => extract(page));
    n += 1;
    let predicted = '';
    const start = nowMs();
    try {
      predicted = extract(page);
    } catch {
      crashed += 1;
    }
    spentMs += nowMs() - start;
    const score = scoreTexts(page.body, predicted);
    if (score.precision !== null) precisions.push(score.precision);
    if (score.recall !== null) recalls.push(score.recall);
    onScore({ name: page.name, ...score }, predicted);
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    n,
    crashed,
    precision: round(precision),
    recall: round(recall),
    f1: round(f1),
    msPerPage: round(spentMs / Math.max(1, n)),
  };
}

const warmUpPages = 30;

function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // Counted when it is measured.
  }
}

/** @returns null where the benchmark leaves a page out: no precision of no text, no recall of an empty truth */
export function scoreTexts(
  truth: string,
  predicted: string,
): { precision: number | null; recall: number | null } {
  const wanted = shingles(truth);
  const got = shingles(predicted);
  let shared = 0;
  let wantedCount = 0;
  let gotCount = 0;
  for (const [shingle, count] of wanted) {
    wantedCount += count;
    shared += Math.min(count, got.get(shingle) ?? 0);
  }
  for (const count of got.values()) gotCount += count;
  return {
    precision: gotCount === 0 ? null : shared / gotCount,
    recall: wantedCount === 0 ? null : shared / wantedCount,
  };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
