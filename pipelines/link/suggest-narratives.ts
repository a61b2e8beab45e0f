import type { Issue } from '../../shared/domain/issue.ts';
import type { Narrative } from '../../shared/domain/narrative.ts';
import { likenessOf, type Vector, vectorOf } from './likeness.ts';
import { TermSpace } from './term-space.ts';
import { wordsOf } from './words.ts';

/** A narrative as an issue may tell it again: with the titles of the issues that were tied to it. */
export type ToldNarrative = Pick<Narrative, 'id' | 'name' | 'description' | 'examples'> & {
  titles: readonly string[];
};

export interface NarrativeSuggestion {
  narrativeId: string;
  /** Likeness of the closest two texts, 0 to 1. */
  score: number;
  /** What the issue says and what of the narrative it resembles. */
  says: string;
  resembles: string;
  /** Words that both have, the rarest first; at most six. */
  agrees: string[];
}

/** Chosen on the recurring narratives of the domain: retellings lie above 0.3, other matters of the same topic below 0.2. */
const leastLikeness = 0.25;
/** One shared word is chance … */
const leastShared = 2;
/** … and so are those of every text about an election, and places: they weigh 3 to 4, a word of its own 7. */
const tellingWeight = 4.5;
const mostAgreed = 6;

interface Line {
  text: string;
  vector: Vector;
  words: ReadonlyMap<number, string>;
}

/**
 * The narratives that an issue resembles, best first: of all pairs of a line of the issue (title, summary, telling
 * sentences) and a text of the narrative the closest one decides. Time plays no part: a narrative never expires.
 */
export function suggestNarratives(
  issue: Pick<Issue, 'title' | 'summary' | 'sentences'>,
  narratives: readonly ToldNarrative[],
  most = 3,
): NarrativeSuggestion[] {
  const space = new TermSpace();
  const read = (text: string): Line => readLine(text, space);
  const lines = linesOf(issue).map(read);
  return narratives
    .flatMap((narrative) => {
      const texts = [narrative.name, narrative.description, ...narrative.examples, ...narrative.titles];
      const best = closest(lines, texts.filter((text) => text.trim() !== '').map(read));
      if (best === null || best.score < leastLikeness) return [];
      const agrees = agreed(best.a, best.b, space);
      if (agrees.filter(({ weight }) => weight >= tellingWeight).length < leastShared) return [];
      const { score, a, b } = best;
      return [
        {
          narrativeId: narrative.id,
          score,
          says: a.text,
          resembles: b.text,
          agrees: agrees.slice(0, mostAgreed).map(({ word }) => word),
        },
      ];
    })
    .sort((a, b) => b.score - a.score || (a.narrativeId < b.narrativeId ? -1 : 1))
    .slice(0, most);
}

const linesOf = ({ title, summary, sentences }: Pick<Issue, 'title' | 'summary' | 'sentences'>): string[] => [
  ...new Set(
    [title, summary, ...sentences.negative, ...sentences.neutral, ...sentences.positive].filter(Boolean),
  ),
];

function readLine(text: string, space: TermSpace): Line {
  const terms = space.read(text);
  const words = new Map(wordsOf(text).map((word) => [space.term(word), word]));
  return { text, vector: vectorOf(terms.terms, terms.counts, space), words };
}

function closest(lines: readonly Line[], texts: readonly Line[]): { a: Line; b: Line; score: number } | null {
  let best: { a: Line; b: Line; score: number } | null = null;
  for (const a of lines)
    for (const b of texts) {
      const score = likenessOf(a.vector, b.vector);
      if (best === null || score > best.score) best = { a, b, score };
    }
  return best;
}

const agreed = (a: Line, b: Line, space: TermSpace): { word: string; weight: number }[] =>
  [...a.words]
    .filter(([term]) => b.words.has(term))
    .map(([term, word]) => ({ word, weight: space.weight(term) }))
    .sort((x, y) => y.weight - x.weight);
