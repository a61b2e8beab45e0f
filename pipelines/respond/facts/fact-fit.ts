import type { Fact } from '../../../shared/domain/fact.ts';
import { contentStems } from '../lint/held-share.ts';

type Told = Pick<Fact, 'id' | 'statement' | 'headline' | 'keywords' | 'topic' | 'use'>;

/** How well each fact of a library answers a text; built anew when the library changes. */
export interface FactFit {
  /**
   * Those that an answer to the text may be drafted from without asking anybody. Nothing fits where only common words
   * are shared: a fact that barely fits makes an answer wrong, a missing one is added by the drafter. `hidden` ones
   * take no part.
   */
  fitting(text: string, hidden: ReadonlySet<string>): Set<string>;
}

/** Words that say nothing about which matter it is; `everywhere` of the lint is taken out already. Our own list. */
const idle = new Set('tidak bukan belum tanpa sudah warga'.split(' '));
/** Chosen on 24 made-up rumours, kept on 18 others: keywords and headline are written to be found by. */
const keywordWeight = 2;
/** A rare keyword alone is 2: a statement wants nearly that much, and two words. */
const least = { statement: { strength: 1.8, words: 2 }, how_to_check: { strength: 0.8, words: 1 } };
/** Beside a fact that fits well, one that shares half as much is about something else. */
const shareOfBest = 0.6;

interface Read {
  id: string;
  use: Told['use'];
  all: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** Words weigh by their rarity in the library: ln((n + 1) / facts with it) / ln(n + 1), 1 for a word of one fact. */
export function createFactFit(facts: readonly Told[]): FactFit {
  const read = facts.map(
    ({ id, use, headline, statement, keywords, topic }): Read => ({
      id,
      use,
      all: stemsOf(headline, statement, keywords, topic),
      keys: stemsOf(headline, keywords),
    }),
  );
  const factsWith = new Map<string, number>();
  for (const { all } of read) for (const stem of all) factsWith.set(stem, (factsWith.get(stem) ?? 0) + 1);
  const most = Math.log(read.length + 1);
  const rarity = (stem: string): number =>
    Math.log((read.length + 1) / (factsWith.get(stem) ?? read.length + 1)) / most;
  return {
    fitting(text, hidden) {
      const said = stemsOf(text);
      const strengths = read
        .filter(({ id }) => !hidden.has(id))
        .map((fact) => {
          const shared = [...said].filter((stem) => fact.all.has(stem));
          const strength = shared.reduce(
            (sum, stem) => sum + rarity(stem) * (fact.keys.has(stem) ? keywordWeight : 1),
            0,
          );
          return { fact, strength, words: shared.length };
        });
      const best = { statement: 0, how_to_check: 0 };
      for (const { fact, strength } of strengths) best[fact.use] = Math.max(best[fact.use], strength);
      return new Set(
        strengths
          .filter(
            ({ fact: { use }, strength, words }) =>
              words >= least[use].words && strength >= Math.max(least[use].strength, shareOfBest * best[use]),
          )
          .map(({ fact }) => fact.id),
      );
    },
  };
}

function stemsOf(...parts: (string | null)[]): Set<string> {
  const stems = contentStems(parts.filter((part) => part !== null).join('. '));
  for (const stem of idle) stems.delete(stem);
  return stems;
}
