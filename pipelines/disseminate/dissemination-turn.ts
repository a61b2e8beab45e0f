import { type Effect, type EffectHours, effectHours } from '../../shared/domain/effect.ts';
import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Publication } from '../../shared/domain/publication.ts';
import { allIssues } from '../../shared/ports/all-issues.ts';
import type { ItemReader } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { measureEffect } from './measure-effect.ts';
import { remindOfAgreements, remindOfCampaigns } from './remind.ts';

/** Items are collected some time after they were written: twice the half hour after which a regional source is asked. */
const settleMs = hourMs;
/** After a standstill, publications of this long ago are still measured. */
const lookBackMs = 30 * dayMs;
const mostPublications = 500;

/** When a measurement of a publication may be made. */
export const effectDueAt = (publishedAt: Instant, hours: EffectHours): Instant =>
  publishedAt + hours * hourMs + settleMs;

export interface TurnDeps {
  records: Records;
  index: Pick<ItemReader, 'scan'>;
  now: Instant;
  baseUrl: string;
}

/** An issue and those that stand under it. */
async function issuesOf(records: Records, { issueId, unit }: Publication): Promise<string[]> {
  if (issueId === null) return [];
  const parts = await allIssues(records.issues, { scope: { unit }, parentId: issueId });
  return [issueId, ...parts.map(({ id }) => id)];
}

/** Measures one publication at 24 or 72 h, from its issue's items. */
export async function effectOf(
  { records, index, now }: Omit<TurnDeps, 'baseUrl'>,
  publication: Publication,
  hours: EffectHours,
): Promise<Effect> {
  const { id, unit, publishedAt, url } = publication;
  const issueIds = await issuesOf(records, publication);
  return measureEffect(index, { publicationId: id, unit, issueIds, publishedAt, url }, hours, now);
}

/** Measures every publication that has become due, once each. Returns how many measurements were made. */
export async function measureDue(deps: Omit<TurnDeps, 'baseUrl'>): Promise<number> {
  const { records, now } = deps;
  const recent = await records.publications.list({ from: now - lookBackMs, limit: mostPublications });
  let made = 0;
  for (const publication of recent) {
    if (publication.issueId === null) continue;
    const known = new Set((await records.dissemination.effects.of(publication.id)).map(({ hours }) => hours));
    for (const hours of effectHours) {
      if (known.has(hours) || now < effectDueAt(publication.publishedAt, hours)) continue;
      await records.dissemination.effects.add(await effectOf(deps, publication, hours));
      made += 1;
    }
  }
  return made;
}

/** What time brings: measurements that are due, agreements that end, units that have not passed an answer on. */
export async function disseminationTurn(deps: TurnDeps): Promise<{ measured: number; reminded: number }> {
  const measured = await measureDue(deps);
  const reminded = (await remindOfAgreements(deps)) + (await remindOfCampaigns(deps));
  return { measured, reminded };
}
