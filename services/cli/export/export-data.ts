import { exchanges } from '../../../pipelines/claims/exchange/exchange.ts';
import { allKnowledge } from '../../../pipelines/claims/exchange/import-knowledge.ts';
import { createKnowledgeBase } from '../../../pipelines/claims/knowledge-base.ts';
import { isOffered } from '../../../pipelines/claims/knowledge-entry.ts';
import type { ClaimStatus } from '../../../shared/domain/claim.ts';
import type { ClaimLink } from '../../../shared/domain/claim-link.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { allIssues } from '../../../shared/ports/all-issues.ts';
import type { Installation } from '../../../shared/ports/installation.ts';

/** Every issue, merged and closed ones included, by id. */
const issuesById = async ({ records }: Installation): Promise<Map<string, Issue>> =>
  new Map((await allIssues(records.issues, { scope: nationalScope })).map((issue) => [issue.id, issue]));

/** Where merges and higher tiers lead. */
function topmost(issues: ReadonlyMap<string, Issue>, id: string): Issue | null {
  let issue = issues.get(id) ?? null;
  const seen = new Set<string>();
  while (issue && !seen.has(issue.id)) {
    seen.add(issue.id);
    const above: string | null = issue.mergedInto ?? issue.parentId;
    const next: Issue | undefined = above === null ? undefined : issues.get(above);
    if (!next) break;
    issue = next;
  }
  return issue;
}

/** `{nativeId: number of its topmost issue, or null}` for every known item. */
async function exportAssignments(installation: Installation): Promise<Record<string, string | null>> {
  const issues = await issuesById(installation);
  const result: Record<string, string | null> = {};
  for await (const batch of installation.index.scan({ scope: nationalScope }, 1_000))
    for (const item of batch)
      result[item.nativeId] = item.issueId === null ? null : (topmost(issues, item.issueId)?.number ?? null);
  return result;
}

interface ExportedClaim {
  kind: ClaimLink['entryKind'];
  id: string;
  text: string;
  verdict: ClaimStatus;
  /** `suggested` by the machine, or `linked`; what people rejected is left out. */
  state: ClaimLink['state'];
  automatic: boolean;
}

/** Issues of one query. */
const issuesPerQuery = 100;

/** What each issue is linked to or may be about, the best first. */
async function claimsOf(
  { records, clock }: Installation,
  issueIds: readonly string[],
): Promise<Map<string, ExportedClaim[]>> {
  const knowledge = createKnowledgeBase(records);
  await knowledge.refresh();
  const claims = new Map<string, ExportedClaim[]>();
  if (knowledge.size === 0) return claims;
  for (let at = 0; at < issueIds.length; at += issuesPerQuery) {
    const subjectIds = issueIds.slice(at, at + issuesPerQuery);
    const { links } = await records.claimLinks.list({
      subjectIds,
      states: ['suggested', 'linked'],
      limit: 1_000,
    });
    const inOrder = links.toSorted(
      (a, b) => Number(b.state === 'linked') - Number(a.state === 'linked') || a.rank - b.rank,
    );
    for (const { subjectId, entryId, state, by } of inOrder) {
      const entry = knowledge.entry(entryId);
      if (!entry || (state === 'suggested' && !isOffered(entry, clock.now()))) continue;
      const { kind, id, text, verdict } = entry;
      const automatic = state === 'linked' && by === 'machine';
      claims.set(subjectId, [
        ...(claims.get(subjectId) ?? []),
        { kind, id, text, verdict, state, automatic },
      ]);
    }
  }
  return claims;
}

async function exportIssues(installation: Installation): Promise<Record<string, unknown>> {
  const issues = await issuesById(installation);
  const claims = await claimsOf(installation, [...issues.keys()]);
  const entries = [...issues.values()]
    .filter((issue) => issue.state !== 'merged')
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id, number, title, risk, areas, counts, verdict, parentId }) => {
      const judged = counts.positive + counts.neutral + counts.negative;
      const negativeShare = judged === 0 ? 0 : counts.negative / judged;
      const parent = parentId === null ? null : (issues.get(parentId)?.number ?? null);
      return [
        number,
        {
          title,
          level: risk.level,
          areas,
          unique: counts.unique,
          items: counts.items,
          negativeShare,
          verdict,
          claims: claims.get(id) ?? [],
          parent,
        },
      ];
    });
  return Object.fromEntries(entries);
}

async function exportAlerts(installation: Installation): Promise<unknown[]> {
  const issues = await issuesById(installation);
  const alerts = await installation.records.alerts.list({ scope: nationalScope, limit: 100_000 });
  return alerts
    .toSorted((a, b) => a.at - b.at)
    .map(({ issueId, unit, at, rule, push }) => ({
      issue: issueId === null ? null : (topmost(issues, issueId)?.number ?? null),
      area: unit,
      at: toRfc3339(at),
      rule,
      push,
    }));
}

async function exportLabels(installation: Installation): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for await (const batch of installation.index.scan({ scope: nationalScope }, 1_000))
    for (const { nativeId, labels } of batch)
      result[nativeId] = {
        tone: labels.tone.value,
        target: labels.target.value,
        criticism: labels.criticism.value,
        stance: labels.stance.value,
        areas: labels.places.filter((place) => place.from === 'text').map((place) => place.code),
      };
  return result;
}

/** What `saring export` can print, by name. */
export const exporters: Readonly<Record<string, (installation: Installation) => Promise<unknown>>> = {
  assignments: exportAssignments,
  issues: exportIssues,
  alerts: exportAlerts,
  labels: exportLabels,
  claims: async ({ records }) => JSON.parse(exchanges.json.write(await allKnowledge(records))),
};
