import { createClaimMatcher } from '../link/claim-matcher.ts';
import { wordsOf } from '../link/words.ts';
import { alteredClaim, type OtherKind, otherKinds, type SameKind, sameKinds } from './altered-claims.ts';

export interface Share {
  n: number;
  /** Share that was linked without asking to the claim it was made of. */
  linked: number;
}

export interface AutomaticLinkFigures {
  claims: number;
  /** Copies that say the same: the higher the better. */
  same: Record<SameKind, Share>;
  /** Copies that say something else: none should be. */
  other: Record<OtherKind, Share>;
  /** Copies of either that were linked to another claim than theirs. */
  strangers: number;
}

/** "At least 8 words", and a margin for a word that is left out. */
const leastWords = 9;

/** What is linked to an approved claim without asking, of copies made by program from real claims or posts. */
export function evaluateAutomaticLinks(
  texts: readonly string[],
  random: () => number,
  mostClaims = 1_000,
  createMatcher = createClaimMatcher,
): AutomaticLinkFigures {
  const claims = [...new Set(texts)]
    .filter((text) => wordsOf(text).length >= leastWords)
    .slice(0, mostClaims);
  const matcher = createMatcher(claims.map((text, at) => ({ id: String(at), text, isApproved: true })));
  let strangers = 0;
  const measure = <Kind extends SameKind | OtherKind>(kinds: readonly Kind[]): Record<Kind, Share> =>
    Object.fromEntries(
      kinds.map((kind) => {
        let [n, linked] = [0, 0];
        claims.forEach((claim, at) => {
          const copy = alteredClaim(claim, kind, claims, random);
          if (copy === null) return;
          n++;
          const found = matcher.match(copy, 5).filter(({ nearIdentical }) => nearIdentical);
          if (found.some(({ claimId }) => claimId === String(at))) linked++;
          else if (found.length > 0) strangers++;
        });
        return [kind, { n, linked: Number((linked / Math.max(1, n)).toFixed(4)) }];
      }),
    ) as Record<Kind, Share>;
  return { claims: claims.length, same: measure(sameKinds), other: measure(otherKinds), strangers };
}
