import { decideLinks } from '../../../pipelines/claims/decide-links.ts';
import { createKnowledgeBase } from '../../../pipelines/claims/knowledge-base.ts';
import { repostsOf } from '../../../pipelines/claims/reposts-of.ts';
import { matchClaims } from '../../../pipelines/flow/match-claims.ts';
import { claimLinkStateSchema } from '../../../shared/domain/claim-link.ts';
import { batchSize } from '../../../shared/jobs/jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';
import { type Actor, plainLine } from './claims.ts';

/** Is a text known? The five likeliest entries with what agrees and what differs. */
export async function matchText(
  { records, clock }: Installation,
  text: string,
  json: boolean,
): Promise<string> {
  const knowledge = createKnowledgeBase(records);
  await knowledge.refresh();
  const matches = knowledge.match(text, { now: clock.now() });
  if (json)
    return `${JSON.stringify(
      matches.map(({ entry, score, held, agrees, differs, nearIdentical, contradicts }) => ({
        kind: entry.kind,
        id: entry.id,
        text: entry.text,
        verdict: entry.verdict,
        score,
        held,
        agrees,
        differs,
        nearIdentical,
        contradicts,
      })),
    )}\n`;
  if (matches.length === 0)
    return 'Tidak ada yang cocok: basis pengetahuan kosong, atau tidak ada kata yang terbaca.\n';
  return matches
    .map(({ entry, agrees, differs, nearIdentical, contradicts }, n) =>
      [
        `${n + 1}. ${entry.verdict}  ${entry.kind === 'claim' ? 'klaim' : 'periksa fakta'} ${entry.id}${nearIdentical ? '  (nyaris sama)' : ''}`,
        `    ${plainLine(entry.text)}`,
        `    Sama: ${agrees.join(', ') || '-'}`,
        `    Beda: ${differs.join('; ') || '-'}`,
        ...contradicts.map(({ id, reason }) => `    Bertentangan dengan ${id}: ${reason}`),
        '',
      ].join('\n'),
    )
    .join('');
}

export async function listLinks(
  { records }: Installation,
  { state = 'suggested', entry }: { state?: string; entry?: string },
): Promise<object> {
  const parsed = claimLinkStateSchema.safeParse(state);
  if (!parsed.success)
    throw new CliError(
      `Keadaan "${state}" tidak dikenal; pilih ${claimLinkStateSchema.options.join(', ')}.`,
      2,
    );
  const { links } = await records.claimLinks.list({
    states: [parsed.data],
    limit: 500,
    ...(entry === undefined ? {} : { entryIds: [entry] }),
  });
  return links;
}

/** Accepts or rejects links; re-posts of the items follow at once. */
export async function decide(
  { records, clock, index }: Installation,
  ids: readonly string[],
  state: 'linked' | 'rejected',
  { by = 'administrator', reason }: Actor,
): Promise<object> {
  const decided = await decideLinks(records, ids, { state, by, reason: reason ?? null, at: clock.now() });
  const items = decided.filter((link) => link.subjectKind === 'item').map((link) => link.subjectId);
  const reposts = await repostsOf(index, items);
  const deps = { index, records, clock, knowledge: createKnowledgeBase(records) };
  for (let at = 0; at < reposts.length; at += batchSize)
    await matchClaims(deps, { itemIds: reposts.slice(at, at + batchSize) });
  const known = new Set((await records.claimLinks.many(ids)).map(({ id }) => id));
  return { changed: decided.length, reposts: reposts.length, unknown: ids.filter((id) => !known.has(id)) };
}
