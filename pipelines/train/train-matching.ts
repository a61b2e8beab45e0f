import { hashString } from '../../shared/text/hash.ts';
import type { MatchingRow } from '../evaluate/matching.ts';
import { findCandidates, reranked } from '../link/claim-candidates.ts';
import { ClaimIndex } from '../link/claim-index.ts';
import { readFeatures } from '../link/claim-ranking.ts';
import {
  type EncodedRankingModel,
  evidenceSteps,
  type RankingModel,
  rankingFeatures,
  type WordEvidence,
} from '../link/claim-ranking-model.ts';
import { type ClaimText, readClaimText } from '../link/claim-text.ts';
import { fitRanking, type RankingList } from './fit-ranking.ts';

interface Pair {
  text: ClaimText;
  claim: ClaimText;
  slot: number;
  fold: 0 | 1;
}

export interface MatchingTraining {
  model: EncodedRankingModel;
  n: number;
  /** Hits of each half by what the other half taught. */
  crossValidated: { hit1: number; hit5: number; candidates: number };
}

/** Titles hold few words: a word's own share of being repeated counts from some six titles on. */
const priorTitles = 6;
/** Share of a title's words that its text holds; measured. */
const priorShare = 0.45;
/** Words that are stored: the others say what an unknown one says. Chosen: half as many again would change no hit. */
const leastTitles = 2;
const leastTexts = 4;

/**
 * Learns what each word says, and the weights of the ranking, from pairs of a circulating text and its fact-check's
 * title. What a word says is learned on the half of the pairs that it is not used on, so that the weights do not
 * believe in words that were seen; the words that are stored come from all pairs. The same rows give the same model.
 */
export function trainMatching(rows: readonly MatchingRow[]): MatchingTraining {
  const { index, pairs } = readPairs(rows);
  const halves = [0, 1].map((fold) =>
    learnWords(
      pairs.filter((pair) => pair.fold !== fold),
      false,
    ),
  );
  const lists = pairs.map((pair) => toList(pair, index, halves[pair.fold]!.evidenceOf));
  const crossValidated = crossValidate(lists, pairs);
  const weights = fitRanking(lists, rankingFeatures.length);
  const { encoded } = learnWords(pairs, true);
  const named = Object.fromEntries(rankingFeatures.map((name, n) => [name, Number(weights[n]!.toFixed(4))]));
  return {
    model: { weights: named as EncodedRankingModel['weights'], ...encoded },
    n: rows.length,
    crossValidated,
  };
}

function readPairs(rows: readonly MatchingRow[]): { index: ClaimIndex; pairs: Pair[] } {
  const index = new ClaimIndex();
  const slots = new Map<string, number>();
  for (const { match } of rows) {
    if (slots.has(match)) continue;
    slots.set(match, slots.size);
    index.add({ id: match, text: match, isApproved: false });
  }
  const pairs = rows.map(({ query, match }): Pair => {
    const slot = slots.get(match)!;
    const fold = (hashString(match, 7) & 1) as 0 | 1;
    return { text: readClaimText(query), claim: index.entries[slot]!.text, slot, fold };
  });
  return { index, pairs };
}

function toList(
  { text, slot }: Pair,
  index: ClaimIndex,
  evidenceOf: RankingModel['evidenceOf'],
): RankingList {
  const weigh = (stem: number): number => index.weightOf(stem);
  const candidates = findCandidates(index, text, reranked, new Set());
  return {
    rows: candidates.map((candidate) =>
      readFeatures(text, index.entries[candidate.slot]!.text, candidate, weigh, evidenceOf),
    ),
    right: candidates.findIndex((candidate) => candidate.slot === slot),
  };
}

function crossValidate(
  lists: readonly RankingList[],
  pairs: readonly Pair[],
): MatchingTraining['crossValidated'] {
  let [hit1, hit5] = [0, 0];
  for (const fold of [0, 1]) {
    const taught = lists.filter((_, n) => pairs[n]!.fold !== fold);
    const weights = fitRanking(taught, rankingFeatures.length);
    lists.forEach(({ rows, right }, n) => {
      if (pairs[n]!.fold !== fold || right < 0) return;
      const scores = rows.map((row) => row.reduce((sum, value, f) => sum + value * weights[f]!, 0));
      const better = scores.filter((score, k) => k !== right && score >= scores[right]!).length;
      if (better === 0) hit1++;
      if (better < 5) hit5++;
    });
  }
  const found = lists.filter(({ right }) => right >= 0).length;
  const share = (count: number): number => count / Math.max(1, lists.length);
  return { hit1: share(hit1), hit5: share(hit5), candidates: share(found) };
}

interface Counts {
  /** Titles that hold the stem, and those of them whose text does, too. */
  titles: number;
  both: number;
  texts: number;
}

/** Log-odds of what a word shared, or missing, says of a pair, with the prior of an average word. */
function evidenceFrom({ titles, both, texts }: Counts, n: number): WordEvidence {
  const chance = Math.max((texts + 0.5) / (n + 1), 1 / n);
  const share = (both + priorShare * priorTitles) / (titles + priorTitles);
  return {
    shared: Math.log(share / chance),
    missing: Math.log((1 - share) / (1 - Math.min(0.9, chance))),
  };
}

interface Learned {
  evidenceOf: RankingModel['evidenceOf'];
  encoded: Omit<EncodedRankingModel, 'weights'>;
}

/** @param isFinal leave out rare words, which are stored for nothing */
function learnWords(pairs: readonly Pair[], isFinal: boolean): Learned {
  const counts = new Map<number, Counts>();
  const of = (stem: number): Counts => {
    const there = counts.get(stem) ?? { titles: 0, both: 0, texts: 0 };
    counts.set(stem, there);
    return there;
  };
  for (const { text, claim } of pairs) {
    for (const stem of text.stems.keys()) of(stem).texts++;
    for (const stem of claim.stems.keys()) {
      const own = of(stem);
      own.titles++;
      if (text.stems.has(stem)) own.both++;
    }
  }
  const n = Math.max(1, pairs.length);
  const unknown = evidenceFrom({ titles: 0, both: 0, texts: 0 }, n);
  const kept = [...counts].filter(
    ([, { titles, texts }]) => !isFinal || titles >= leastTitles || texts >= leastTexts,
  );
  const known = new Map(kept.map(([stem, own]) => [stem, evidenceFrom(own, n)]));
  return { evidenceOf: (stem) => known.get(stem) ?? unknown, encoded: encode(known, unknown) };
}

function encode(
  known: ReadonlyMap<number, WordEvidence>,
  unknown: WordEvidence,
): Omit<EncodedRankingModel, 'weights'> {
  const stems = Uint32Array.from([...known.keys()].sort((a, b) => a - b));
  const step = (value: number, steps: number): number =>
    Math.max(-127, Math.min(127, Math.round(value * steps)));
  const shared = Int8Array.from(stems, (stem) => step(known.get(stem)!.shared, evidenceSteps.shared));
  const missing = Int8Array.from(stems, (stem) => step(known.get(stem)!.missing, evidenceSteps.missing));
  const base64 = (array: Uint32Array | Int8Array): string => Buffer.from(array.buffer).toString('base64');
  return { unknown, stems: base64(stems), shared: base64(shared), missing: base64(missing) };
}
