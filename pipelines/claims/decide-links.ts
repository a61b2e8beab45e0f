import type { ClaimLink, EntryKind } from '../../shared/domain/claim-link.ts';
import { hashId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import { addTouched } from '../flow/watch-state.ts';

export interface Decision {
  /** `suggested` takes a decision back. */
  state: 'linked' | 'rejected' | 'suggested';
  by: string;
  reason: string | null;
  at: Instant;
}

export const linkIdOf = (subjectId: string, entryId: string): string =>
  hashId(`claim-link ${subjectId} ${entryId}`);

/**
 * Accepts, rejects or reopens many links at once, with one audit entry for each. Sent twice it changes nothing more:
 * what stands as decided is passed over. @returns the links that changed
 */
export async function decideLinks(
  records: Records,
  ids: readonly string[],
  { state, by, reason, at }: Decision,
): Promise<ClaimLink[]> {
  return records.transaction(async (inner) => {
    const before = await inner.claimLinks.many([...new Set(ids)]);
    const open = before.filter((link) => link.state !== state || link.by !== 'person');
    const decided = await inner.claimLinks.decide(
      open.map(({ id }) => id),
      { state, person: by, at },
    );
    const earlier = new Map(before.map((link) => [link.id, link]));
    for (const link of decided) {
      await inner.audit.append({
        at,
        actor: by,
        action: actionOf[state],
        subject: link.entryId,
        before: brief(earlier.get(link.id)!),
        after: brief(link),
        reason,
      });
    }
    await touchIssues(inner, decided);
    return decided;
  });
}

/** The risk of an issue takes the weight of its claims: it is judged again. */
async function touchIssues(records: Records, links: readonly ClaimLink[]): Promise<void> {
  const issueIds = links.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'issue' ? subjectId : []));
  if (issueIds.length > 0) await addTouched(records, { issueIds, buckets: [] });
}

const actionOf = {
  linked: 'claim_link.accept',
  rejected: 'claim_link.reject',
  suggested: 'claim_link.reopen',
} as const;

const brief = ({ subjectKind, subjectId, state, by, person }: ClaimLink) => ({
  subjectKind,
  subjectId,
  state,
  by,
  person,
});

export interface HandMade {
  subject: Pick<ClaimLink, 'subjectKind' | 'subjectId' | 'stance' | 'platform' | 'isRepost' | 'at'>;
  entryKind: EntryKind;
  entryId: string;
}

/** A link that the machine did not think of; the same as accepting one where it did. */
export async function linkByHand(
  records: Records,
  { subject, entryKind, entryId }: HandMade,
  { by, reason, at }: Omit<Decision, 'state'>,
): Promise<ClaimLink> {
  return records.transaction(async (inner) => {
    const id = linkIdOf(subject.subjectId, entryId);
    const [before] = await inner.claimLinks.many([id]);
    const blank = { rank: 0, score: 0, agrees: [], differs: [] };
    const link: ClaimLink = {
      ...blank,
      ...before,
      ...subject,
      id,
      entryKind,
      entryId,
      state: 'linked',
      by: 'person',
      person: by,
      decidedAt: at,
    };
    await inner.claimLinks.put(link);
    await inner.audit.append({
      at,
      actor: by,
      action: actionOf.linked,
      subject: entryId,
      before: before ? brief(before) : null,
      after: brief(link),
      reason,
    });
    await touchIssues(inner, [link]);
    return link;
  });
}
