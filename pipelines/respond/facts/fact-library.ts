import { type Fact, factState } from '../../../shared/domain/fact.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { covers, nationalScope } from '../../../shared/domain/unit.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { createClaimMatcher } from '../../link/claim-matcher.ts';
import { heldShare } from '../lint/held-share.ts';
import { createFactFit } from './fact-fit.ts';

export interface OfferedFact {
  fact: Fact;
  /** Share of the text's words of content that the fact holds, its keywords included; 0 to 1. */
  held: number;
  /** Words that both have. */
  agrees: string[];
  /** So much in common that a draft may be written from it unasked; see `createFactFit`. */
  fits: boolean;
}

export interface OfferOptions {
  now: Instant;
  /** For whom: facts of the units above it and its own. */
  unit: string;
  /** How many at most; default five. */
  most?: number;
  topic?: string | undefined;
}

/** Finds facts by what a text says, with the index that claims are matched by; kept up to date by whoever has one. */
export interface FactLibrary {
  /** Brings in what changed; one cheap read when nothing did. */
  refresh(): Promise<void>;
  /** Approved facts in force that share words with the text, those that fit first, then those of its topic. */
  offer(text: string, options: OfferOptions): OfferedFact[];
}

/** Chosen: of a usual claim of ten words of content two are in the fact; below, they share a word and no matter. */
const leastHeld = 0.2;
/** Of the same topic one word that both have is enough. */
const leastOfTopic = 0.05;
const mostOffered = 5;
/** Looked at beside those asked for, because some are hidden or of another topic. */
const spare = 20;

export function createFactLibrary({ facts }: Pick<Records, 'facts'>): FactLibrary {
  let matcher = createClaimMatcher();
  let fit = createFactFit([]);
  const known = new Map<string, Fact>();
  let stamp = '';
  return {
    async refresh() {
      const current = await facts.stamp();
      if (current === stamp) return;
      // Some hundreds of facts, changed by hand a few times a day: building the index anew takes milliseconds.
      const all = await everyFact(facts);
      matcher = createClaimMatcher(
        all.map((fact) => ({ id: fact.id, text: searchText(fact), isApproved: true })),
      );
      fit = createFactFit(all);
      known.clear();
      for (const fact of all) known.set(fact.id, fact);
      stamp = current;
    },
    offer(text, { now, unit, most = mostOffered, topic }) {
      const hidden = new Set(
        [...known.values()]
          .filter((fact) => factState(fact, now) !== 'approved' || !covers(fact.unit, unit))
          .map(({ id }) => id),
      );
      const fitting = fit.fitting(text, hidden);
      const found = matcher
        .match(text, most + spare, hidden)
        .map(({ claimId, agrees }) => {
          const fact = known.get(claimId)!;
          return { fact, held: heldShare(text, searchText(fact), 1), agrees, fits: fitting.has(claimId) };
        })
        .filter(({ fact, held }) => held >= (fact.topic === topic ? leastOfTopic : leastHeld));
      const isOfTopic = (one: OfferedFact): number => (one.fact.topic === topic ? 1 : 0);
      return found
        .toSorted((a, b) => Number(b.fits) - Number(a.fits) || isOfTopic(b) - isOfTopic(a) || b.held - a.held)
        .slice(0, most);
    },
  };
}

const searchText = ({ statement, headline, keywords, topic }: Fact): string =>
  [headline, statement, keywords, topic].join('. ');

async function everyFact(facts: Records['facts']): Promise<Fact[]> {
  const all: Fact[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await facts.list({
      scope: nationalScope,
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page);
    if (page.length < 1_000) return all;
  }
}
