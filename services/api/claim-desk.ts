import type { z } from 'zod';
import { type Contradiction, contradictionsAmong } from '../../pipelines/claims/contradictions.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../../pipelines/claims/knowledge-base.ts';
import { isOffered, type KnowledgeEntry } from '../../pipelines/claims/knowledge-entry.ts';
import type { apiClaimLinkSchema, entryBriefSchema } from '../../shared/api/claim-links.ts';
import { isWithin } from '../../shared/domain/area.ts';
import { claimState } from '../../shared/domain/claim.ts';
import type { ClaimLink } from '../../shared/domain/claim-link.ts';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import type { ApiDeps } from './api-deps.ts';

const indexes = new WeakMap<object, KnowledgeBase>();

/** The index of this process, up to date. */
export async function knowledgeOf({ knowledge, records }: ApiDeps): Promise<KnowledgeBase> {
  const own = knowledge ?? indexes.get(records) ?? createKnowledgeBase(records);
  indexes.set(records, own);
  await own.refresh();
  return own;
}

export function briefOf(entry: KnowledgeEntry, now: Instant): z.infer<typeof entryBriefSchema> {
  const { kind, id, text, verdict } = entry;
  return entry.kind === 'claim'
    ? {
        kind,
        id,
        text,
        verdict,
        state: claimState(entry.claim, now),
        checker: entry.claim.checker,
        url: entry.claim.url,
      }
    : { kind, id, text, verdict, state: null, checker: entry.factCheck.checker, url: entry.factCheck.url };
}

type Shown = z.infer<typeof apiClaimLinkSchema>;

const toShown = (
  { at, decidedAt, ...link }: ClaimLink,
  entry: KnowledgeEntry,
  contradicts: Contradiction[],
  now: Instant,
): Shown => ({
  ...link,
  at: toRfc3339(at),
  decidedAt: decidedAt === null ? null : toRfc3339(decidedAt),
  automatic: link.state === 'linked' && link.by === 'machine',
  entry: briefOf(entry, now),
  contradicts,
});

/**
 * Links as people see them: within the scope, with their entry as it is now, and contradictions within each subject's
 * list. A suggestion of a claim that went stale or was withdrawn since is left out.
 */
export async function showLinks(deps: ApiDeps, links: readonly ClaimLink[]): Promise<Shown[]> {
  const now = deps.clock.now();
  const knowledge = await knowledgeOf(deps);
  const visible = await visibleSubjects(deps, links);
  const seen = links.flatMap((link) => {
    const entry = knowledge.entry(link.entryId);
    const isOut = !entry || (link.state === 'suggested' && !isOffered(entry, now));
    return isOut || !visible.has(link.subjectId) ? [] : [{ link, entry }];
  });
  const bySubject = Map.groupBy(seen, ({ link }) => link.subjectId);
  return seen.map(({ link, entry }) => {
    const beside = bySubject.get(link.subjectId)!.filter((one) => one.link.state !== 'rejected');
    const others = link.state === 'rejected' ? [] : beside.map((one) => one.entry);
    return toShown(link, entry, contradictionsAmong(entry, others), now);
  });
}

async function visibleSubjects(
  { index, records, scope }: ApiDeps,
  links: readonly ClaimLink[],
): Promise<Set<string>> {
  const idsOf = (kind: ClaimLink['subjectKind']): string[] => [
    ...new Set(links.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)),
  ];
  const items = await index.get(idsOf('item'), scope);
  const issues = (await records.issues.many(idsOf('issue'))).filter(
    ({ unit }) => scope.unit === nationalUnit || isWithin(unit, scope.unit),
  );
  return new Set([...items, ...issues].map(({ id }) => id));
}
