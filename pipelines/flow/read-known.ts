import type { Claim } from '../../shared/domain/claim.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';
import { type Known, unknown } from './judge-issue.ts';

/** Five links a subject and what people made by hand: a hundred issues stay below it. */
const mostLinks = 1_000;

/**
 * What the knowledge base has on these issues, by id: the claims of their links in force (a person's, or near-identical
 * to an approved claim; suggestions are not) the narrative they are tied to, and how people
 * sorted them. Issues without any are left out.
 */
export async function readKnown(
  {
    claimLinks,
    claims,
    narratives,
    workflow,
  }: Pick<Records, 'claimLinks' | 'claims' | 'narratives' | 'workflow'>,
  issues: readonly Pick<Issue, 'id' | 'narrativeId'>[],
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  if (issues.length === 0) return known;
  const { links } = await claimLinks.list({
    subjectKind: 'issue',
    subjectIds: issues.map(({ id }) => id),
    states: ['linked'],
    limit: mostLinks,
  });
  const own = links.filter(({ entryKind }) => entryKind === 'claim');
  const found = own.length === 0 ? [] : await claims.many([...new Set(own.map(({ entryId }) => entryId))]);
  const claimOf = new Map<string, Claim>(
    found.filter(({ withdrawnAt }) => withdrawnAt === null).map((claim) => [claim.id, claim]),
  );
  for (const { subjectId, entryId } of own) {
    const claim = claimOf.get(entryId);
    if (!claim) continue;
    const before = known.get(subjectId) ?? unknown;
    known.set(subjectId, { ...before, claims: [...before.claims, claim] });
  }
  const tied = issues.filter(({ narrativeId }) => narrativeId !== null);
  const byId = new Map(
    (tied.length === 0 ? [] : await narratives.all()).map((narrative) => [narrative.id, narrative]),
  );
  for (const { id, narrativeId } of tied) {
    const narrative = byId.get(narrativeId!);
    if (narrative) known.set(id, { ...(known.get(id) ?? unknown), narrative });
  }
  for (const { issueId, path } of await workflow.cases.many(issues.map(({ id }) => id)))
    if (path !== null) known.set(issueId, { ...(known.get(issueId) ?? unknown), path });
  return known;
}
