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
  /** Share of all copies that say the same, and of all that say something else, linked without asking. */
  sameLinked: number;
  otherLinked: number;
  /** By kind: copies that say the same … */
  same: Record<SameKind, Share>;
  /** … and that say something else: none should be linked. */
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
  mostClaims = 600,
): AutomaticLinkFigures {
  const claims = [...new Set(texts)]
    .filter((text) => wordsOf(text).length >= leastWords)
    .slice(0, mostClaims);
  const matcher = createClaimMatcher(claims.map((text, at) => ({ id: String(at), text, isApproved: true })));
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
        return [kind, { n, linked: linked / Math.max(1, n) }];
      }),
    ) as Record<Kind, Share>;
  const [same, other] = [measure(sameKinds), measure(otherKinds)];
  return {
    claims: claims.length,
    sameLinked: shareOf(Object.values(same)),
    otherLinked: shareOf(Object.values(other)),
    same,
    other,
    strangers,
  };
}

const shareOf = (shares: readonly Share[]): number =>
  shares.reduce((sum, { n, linked }) => sum + n * linked, 0) /
  Math.max(
    1,
    shares.reduce((sum, { n }) => sum + n, 0),
  );
