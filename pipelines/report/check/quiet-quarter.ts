import { saysNothingHappened } from './formulaic.ts';
import type { Figure } from './read-figures.ts';
import type { ReportSentence } from './read-sentences.ts';

/** The folder's middle value of each row, to know a low one by. */
export function middleValues(all: readonly (readonly Figure[])[]): ReadonlyMap<string, number> {
  const byKey = Map.groupBy(all.flat(), ({ key }) => key);
  return new Map(
    [...byKey].map(([key, figures]) => {
      const sorted = figures.map(({ value }) => value).toSorted((a, b) => a - b);
      return [key, sorted[Math.floor(sorted.length / 2)]!];
    }),
  );
}

/** Chosen: a third of what is usual is low; half the rows empty is low whatever is usual. */
const lowShare = 0.35;
const emptyShare = 0.5;
const fewestRows = 3;

function figuresAreLow(
  figures: readonly Figure[],
  middle: ReadonlyMap<string, number>,
  changing: ReadonlySet<string>,
) {
  const rows = figures.filter(({ key }) => changing.has(key));
  if (rows.length < fewestRows) return false;
  if (rows.filter(({ value }) => value === 0).length >= rows.length * emptyShare) return true;
  const usual = rows.filter(({ key }) => (middle.get(key) ?? 0) > 0);
  const shares = usual.map(({ key, value }) => Math.min(1, value / middle.get(key)!));
  return (
    shares.length >= fewestRows && shares.reduce((sum, share) => sum + share, 0) / shares.length <= lowShare
  );
}

/** One sentence in seven with a number, a name or a date is what a template leaves over. */
const leastTelling = 7;

/**
 * Was it a quarter with little to tell? Its figures are low, or a third of its sentences say that nothing happened or
 * that all went as always, or hardly one holds a number or a name; and none dates an event. Such reports repeat themselves by right.
 */
export function isQuietQuarter(
  sentences: readonly ReportSentence[],
  figures: readonly Figure[],
  middle: ReadonlyMap<string, number>,
  changing: ReadonlySet<string>,
): boolean {
  if (figuresAreLow(figures, middle, changing)) return true;
  const formulaic = sentences.filter(({ text }) => saysNothingHappened(text)).length;
  const says = formulaic > 0 && formulaic * 3 >= sentences.length;
  const undated = !sentences.some(({ dates }) => dates.some(({ precision }) => precision === 'day'));
  const telling = sentences.filter(({ specifics, dates }) => specifics.size + dates.length > 0).length;
  return undated && (says || telling * leastTelling < sentences.length);
}
