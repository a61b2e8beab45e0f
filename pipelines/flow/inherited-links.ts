import type { ClaimLink } from '../../shared/domain/claim-link.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { stanceTowards } from '../claims/claim-stance.ts';
import { linkIdOf } from '../claims/decide-links.ts';
import type { KnowledgeBase } from '../claims/knowledge-base.ts';
import { relationOf, saysWholly } from '../link/claim-comparison.ts';
import { readClaimText } from '../link/claim-text.ts';

const saysWhollyWhat = (one: string, other: string): boolean =>
  saysWholly(readClaimText(one), readClaimText(other));

/**
 * Does an item say all that the item it repeats says, word for word? One that was called a re-post and denies its
 * original, or has another word, number or place, speaks for itself. An original that is gone is believed to say the same.
 */
export function followsOriginal(item: IndexedItem, originals: ReadonlyMap<string, IndexedItem>): boolean {
  if (item.duplicateOf === null) return false;
  const original = originals.get(item.duplicateOf);
  return original === undefined || saysWhollyWhat(fullText(item), fullText(original));
}

export interface Inheritance {
  item: IndexedItem;
  /** null when it is gone. */
  original: IndexedItem | null;
  /** The original's links in force that may be taken over. */
  links: readonly ClaimLink[];
  subject: Pick<ClaimLink, 'subjectKind' | 'subjectId' | 'platform' | 'isRepost' | 'at'>;
}

/**
 * The links that a re-post takes over from its original. What a person linked holds for whatever says the same as the
 * original; what the machine linked, and what nobody can compare any more, only where the re-post has the whole claim
 * itself.
 */
export function inheritedLinks(
  { item, original, links, subject }: Inheritance,
  knowledge: Pick<KnowledgeBase, 'entry'>,
): ClaimLink[] {
  return links.flatMap((link): ClaimLink[] => {
    const claim = knowledge.entry(link.entryId)?.text;
    if (claim === undefined) return [];
    const isSure = link.by === 'person' && original !== null;
    if (!isSure && !saysWhollyWhat(fullText(item), claim)) return [];
    const { denies, repeats } = relationOf(readClaimText(fullText(item)), readClaimText(claim));
    const says = { claim, repeats, denies: denies || link.stance === 'membantah' };
    const id = linkIdOf(item.id, link.entryId);
    const stance = stanceTowards(item, says);
    return [{ ...link, ...subject, id, stance, by: 'machine', person: null, decidedAt: null }];
  });
}
