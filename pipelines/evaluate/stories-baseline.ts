import { hashText } from '../link/hash-text.ts';
import { PostingIndex } from '../link/posting-index.ts';
import { wordsOf } from '../link/words.ts';
import { figuresOf, inTimeOrder, type StoriesFigures, type StoryRow } from './stories.ts';

/**
 * The plain yardstick: each text joins the story of the earlier text that is most like it by the cosine of TF-IDF
 * over whole words, from a threshold on. Frequencies of the whole file and the threshold that suits the file best
 * are known to it beforehand, which no live system could.
 */
export function storiesBaseline(rows: readonly StoryRow[]): StoriesFigures & { threshold: number } {
  const ordered = inTimeOrder(rows);
  const nearest = nearestEarlier(ordered.map((row) => termCounts(row.text)));
  let best: (StoriesFigures & { threshold: number }) | null = null;
  for (let threshold = 0.05; threshold < 1; threshold += 0.05) {
    const found: string[] = [];
    nearest.forEach(({ row, cosine }, i) => {
      found.push(cosine >= threshold ? found[row]! : String(i));
    });
    const figures = figuresOf(found, ordered);
    if (best === null || figures.bcubed.f1 > best.bcubed.f1) best = { ...figures, threshold };
  }
  return best!;
}

function nearestEarlier(texts: readonly ReadonlyMap<number, number>[]): { row: number; cosine: number }[] {
  const frequency = new Map<number, number>();
  for (const text of texts)
    for (const term of text.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weigh = (term: number, count: number): number =>
    (1 + Math.log(count)) * Math.log(texts.length / frequency.get(term)!);
  const norms = texts.map((text) =>
    Math.sqrt([...text].reduce((sum, [term, count]) => sum + weigh(term, count) ** 2, 0)),
  );
  const index = new PostingIndex();
  return texts.map((text, i) => {
    const products = new Float32Array(i);
    for (const [term, count] of text) {
      const postings = index.postings(term);
      for (let p = 0; p < (postings?.length ?? 0); p++) {
        products[postings!.documents[p]!]! += weigh(term, count) * weigh(term, postings!.counts[p]!);
      }
    }
    index.add(i, text);
    let [row, cosine] = [0, 0];
    products.forEach((product, j) => {
      const likeness = product / (norms[i]! * norms[j]! || 1);
      if (likeness > cosine) [row, cosine] = [j, likeness];
    });
    return { row, cosine };
  });
}

function termCounts(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text)) counts.set(hashText(word), (counts.get(hashText(word)) ?? 0) + 1);
  return counts;
}
