import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';

/** Ids of one query. */
const chunk = 500;
const mostLinks = 1_000;

/**
 * Which of these issues people work on: somebody owns it, did a step, wrote a note or a decision, named it, set its impact,
 * tied it to a narrative, or decided on a claim of it. The machine makes none of them part of another issue.
 */
export async function heldIssues(records: Records, issues: readonly Issue[]): Promise<Set<string>> {
  const held = new Set(issues.filter(isSetByPerson).map(({ id }) => id));
  const others = issues.map(({ id }) => id).filter((id) => !held.has(id));
  for (let at = 0; at < others.length; at += chunk) {
    const ids = others.slice(at, at + chunk);
    for (const { issueId } of await records.workflow.cases.many(ids)) held.add(issueId);
    for (const id of await decidedOn(records, ids)) held.add(id);
  }
  return held;
}

const isSetByPerson = ({ owner, titleBy, personImpact, narrativeId }: Issue): boolean =>
  owner !== null || titleBy === 'person' || narrativeId !== null || Boolean(personImpact);

async function decidedOn(records: Records, subjectIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { links, nextCursor } = await records.claimLinks.list({
      subjectKind: 'issue',
      subjectIds,
      by: 'person',
      limit: mostLinks,
      ...(cursor === undefined ? {} : { cursor }),
    });
    // What came with a merge was decided elsewhere.
    found.push(...links.filter(({ via }) => via === undefined).map(({ subjectId }) => subjectId));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
