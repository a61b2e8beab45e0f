import { hourMs } from '../../shared/domain/instant.ts';
import { type Issue, openStates } from '../../shared/domain/issue.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { WorkDeps } from './change-case.ts';
import { handlingUnit } from './hand-over.ts';
import { notify } from './notify.ts';
import { ownPeopleOf } from './people-of.ts';

/** How long an owner may be silent before they are asked; chosen well below the clarification target of each level. */
export const patienceMs: Readonly<Record<Level, number>> = {
  kritis: hourMs,
  tinggi: 3 * hourMs,
  sedang: 24 * hourMs,
  rendah: 72 * hourMs,
};

export interface Told {
  userId: string;
  unit: string;
}

/**
 * Asks owners who have been silent whether they are still at it, once for each silence; after twice the time it tells
 * those who may put the issue into other hands. Tells both sides of hand-overs that nobody answered in time.
 * @returns who was told, for their open pages
 */
export async function keepGoing({ records, clock }: WorkDeps): Promise<Told[]> {
  const now = clock.now();
  const told: Told[] = [];
  for await (const issues of ownedIssues(records))
    told.push(...(await records.transaction((inner) => askOwners(inner, issues, now))));
  told.push(...(await records.transaction((inner) => tellLateHandovers(inner, now))));
  return told;
}

async function* ownedIssues(records: Records): AsyncGenerator<Issue[]> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await records.issues.list({
      scope: nationalScope,
      states: openStates,
      owned: true,
      sort: 'newest',
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield page.issues;
    cursor = page.nextCursor;
  }
}

async function askOwners(records: Records, issues: readonly Issue[], now: number): Promise<Told[]> {
  const cases = new Map(
    (await records.workflow.cases.many(issues.map(({ id }) => id))).map((one) => [one.issueId, one]),
  );
  const told: Told[] = [];
  for (const issue of issues) {
    const since = cases.get(issue.id)?.touchedAt;
    const patience = patienceMs[issue.risk.level];
    if (since === undefined || now - since < patience) continue;
    const unit = handlingUnit(issue);
    const hours = Math.floor((now - since) / hourMs);
    const cause = `${issue.id} ${since}`;
    const ask = `Masih mengerjakan ${issue.number} "${issue.title}"? Tidak ada kabar selama ${hours} jam.`;
    const nudge = { kind: 'nudge' as const, issueId: issue.id };
    const asked = await notify(records, [issue.owner!], cause, { ...nudge, text: ask }, now);
    told.push(...asked.map((userId) => ({ userId, unit })));
    if (now - since < 2 * patience) continue;
    const others = (await ownPeopleOf(records, unit, 'approve')).filter(({ id }) => id !== issue.owner);
    const text = `${issue.number} "${issue.title}" belum bergerak selama ${hours} jam. Tanyakan atau alihkan.`;
    const ids = others.map(({ id }) => id);
    const heads = await notify(records, ids, `${cause} heads`, { ...nudge, text }, now);
    told.push(...heads.map((userId) => ({ userId, unit })));
  }
  return told;
}

async function tellLateHandovers(records: Records, now: number): Promise<Told[]> {
  const told: Told[] = [];
  for (const { id, issueId, to, by, from } of await records.workflow.handovers.open({
    dueBefore: now,
    limit: 500,
  })) {
    const [issue] = await records.issues.many([issueId]);
    if (!issue) continue;
    const text = `Pelimpahan ${issue.number} "${issue.title}" belum dijawab dan sudah lewat tenggat.`;
    const receivers = (await ownPeopleOf(records, to, 'triage')).map((user) => user.id);
    const late = { kind: 'handover_late' as const, issueId, text };
    const asked = await notify(records, [by, ...receivers], id, late, now);
    told.push(...asked.map((userId) => ({ userId, unit: userId === by ? from : to })));
  }
  return told;
}
