import { findCandidates, reranked, strongest } from './claim-candidates.ts';
import { compareTexts } from './claim-comparison.ts';
import { ClaimIndex, type MatchableClaim } from './claim-index.ts';
import { partsOf, readFeatures, type ScoreParts, totalOf } from './claim-ranking.ts';
import { bundledRankingModel, type RankingModel } from './claim-ranking-model.ts';
import { type ClaimText, readClaimText } from './claim-text.ts';

export interface Suggestion {
  claimId: string;
  score: number;
  parts: ScoreParts;
  /** Words, numbers and names that both have; at most eight. */
  agrees: string[];
  /** What one says and the other does not: numbers, names, a negation. In Indonesian. */
  differs: string[];
  /** Share of the claim's words that the text holds, rare ones counting more; 0 to 1. */
  held: number;
  /** Denies the claim, or is denied by it; see `Relation`. */
  denies: boolean;
  /** Says what the claim says, in nearly the same words, approved or not. */
  repeats: boolean;
  /** Near-identical to an approved claim, at least eight words: may be linked, shown as automatic. */
  nearIdentical: boolean;
}

export interface ClaimMatcher {
  /** Adds a claim or replaces the one with its id. */
  add(claim: MatchableClaim): void;
  /** Ids not there are passed over. */
  remove(id: string): void;
  /**
   * The claims most like a text, best first; empty without claims or words.
   * @param most how many at most
   * @param rejected claims that a person said do not fit this text: never suggested again
   */
  match(text: string, most: number, rejected?: ReadonlySet<string>): Suggestion[];
  /** Ids only, best first, without the comparison: for measuring. */
  rank(text: string, most: number): string[];
  readonly size: number;
}

/** `sum`: z-scores of words and characters, re-ranked. `bm25`: words alone, to measure beside it. */
export type Ranking = 'sum' | 'bm25';

/** The knowledge base's claims, found by what a text says; memory only, filled by the caller. */
export function createClaimMatcher(
  claims: Iterable<MatchableClaim> = [],
  ranking: Ranking = 'sum',
  model: RankingModel = bundledRankingModel,
): ClaimMatcher {
  const matcher = new IndexedMatcher(ranking, model);
  for (const claim of claims) matcher.add(claim);
  return matcher;
}

interface Ranked {
  slot: number;
  score: number;
  parts: ScoreParts;
}

const noParts: ScoreParts = {
  words: 0,
  characters: 0,
  coverage: 0,
  phrases: 0,
  names: 0,
  numbers: 0,
  stance: 0,
  length: 0,
  evidence: 0,
  rarest: 0,
  body: 0,
};
class IndexedMatcher implements ClaimMatcher {
  readonly #index = new ClaimIndex();
  readonly #ranking: Ranking;
  readonly #model: RankingModel;
  readonly #weigh = (stem: number): number => this.#index.weightOf(stem);

  constructor(ranking: Ranking, model: RankingModel) {
    this.#ranking = ranking;
    this.#model = model;
  }

  get size(): number {
    return this.#index.size;
  }

  add(claim: MatchableClaim): void {
    this.#index.add(claim);
  }

  remove(id: string): void {
    this.#index.remove(id);
  }

  match(raw: string, most: number, rejected: ReadonlySet<string> = new Set()): Suggestion[] {
    const text = readClaimText(raw);
    return this.#ranked(text, most, rejected).map(({ slot, score, parts }) => {
      const { claim, text: own } = this.#index.entries[slot]!;
      const { repeats, ...compared } = compareTexts(text, own, this.#weigh);
      return {
        claimId: claim.id,
        score,
        parts,
        ...compared,
        repeats,
        nearIdentical: claim.isApproved && repeats,
      };
    });
  }

  rank(raw: string, most: number): string[] {
    const none = new Set<string>();
    return this.#ranked(readClaimText(raw), most, none).map(
      ({ slot }) => this.#index.entries[slot]!.claim.id,
    );
  }

  #ranked(text: ClaimText, most: number, rejected: ReadonlySet<string>): Ranked[] {
    if (this.size === 0 || text.words.length === 0) return [];
    const { entries } = this.#index;
    if (this.#ranking === 'bm25') {
      const words = this.#index.wordScores(text);
      return strongest(words, entries, most, rejected).map((slot) => first(slot, words[slot]!));
    }
    const { weights, evidenceOf } = this.#model;
    const best = findCandidates(this.#index, text, Math.max(reranked, most), rejected);
    const head = best.slice(0, reranked).map((candidate) => {
      const { slot } = candidate;
      const features = readFeatures(text, entries[slot]!.text, candidate, this.#weigh, evidenceOf);
      const parts = partsOf(features, candidate.body, weights);
      return { slot, score: totalOf(parts), parts };
    });
    head.sort((x, y) => y.score - x.score || x.slot - y.slot);
    return [...head, ...best.slice(reranked).map(({ slot, words }) => first(slot, words))].slice(0, most);
  }
}

const first = (slot: number, score: number): Ranked => ({ slot, score, parts: { ...noParts, words: score } });
