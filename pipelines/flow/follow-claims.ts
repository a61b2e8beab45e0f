import type { ClaimLink } from '../../shared/domain/claim-link.ts';
import type { Records } from '../../shared/ports/records.ts';
import { linkIdOf } from '../claims/decide-links.ts';

/** An issue that became part of another, or was part of it until now. */
export interface IssuePair {
  from: string;
  into: string;
}

/** Links of one subject: five suggestions and what people add by hand. */
const mostLinks = 1_000;

/**
 * What people decided on the claims of an issue goes with it: where it became part of another, that one has it too,
 * unless a person decided otherwise there; where the merge was taken back, it is for the machine to say again. Call it
 * in the transaction that writes the issues. Links of the merged issue itself stay as they are.
 */
export async function followClaims(
  records: Records,
  merged: readonly IssuePair[],
  revived: readonly IssuePair[],
  now: number,
): Promise<void> {
  const ends = new Map(merged.map(({ from, into }) => [from, into]));
  for (const { from } of merged) await carry(records, from, endOf(from, ends), now);
  for (const { from, into } of revived) await giveUp(records, from, into);
}

function endOf(from: string, ends: ReadonlyMap<string, string>): string {
  let end = from;
  for (let steps = 0; ends.has(end) && steps < ends.size; steps++) end = ends.get(end)!;
  return end;
}

const decidedOf = async (records: Records, issueId: string): Promise<ClaimLink[]> =>
  (
    await records.claimLinks.list({
      subjectKind: 'issue',
      subjectIds: [issueId],
      by: 'person',
      limit: mostLinks,
    })
  ).links;

async function carry(records: Records, from: string, into: string, now: number): Promise<void> {
  const decided = await decidedOf(records, from);
  if (decided.length === 0) return;
  const there = await decidedOf(records, into);
  const carried = decided.filter(({ entryId }) => there.every((link) => link.entryId !== entryId));
  for (const link of carried)
    await records.claimLinks.put({
      ...link,
      id: linkIdOf(into, link.entryId),
      subjectId: into,
      via: link.via ?? from,
    });
  if (carried.length > 0)
    await records.audit.append({
      at: now,
      actor: 'machine',
      action: 'claim_link.follow',
      subject: into,
      before: null,
      after: { from, entries: carried.map(({ entryId, state }) => ({ entryId, state })) },
      reason: null,
    });
}

async function giveUp(records: Records, from: string, into: string): Promise<void> {
  const own = new Set((await decidedOf(records, from)).map(({ entryId }) => entryId));
  for (const { via: _, ...link } of (await decidedOf(records, into)).filter(
    ({ via, entryId }) => via !== undefined && own.has(entryId),
  ))
    await records.claimLinks.put({
      ...link,
      state: 'suggested',
      by: 'machine',
      person: null,
      decidedAt: null,
    });
}
