import type { Fact, FactContent } from '../../../shared/domain/fact.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../../shared/ports/records.ts';
import { reviewDateOf } from '../../claims/keep-claim.ts';
import type { ElectionCalendar } from '../../watch/calendar.ts';
import { AnswerRefused } from '../answer-refused.ts';

export interface FactDeps {
  records: Records;
  clock: Clock;
  ids: Ids;
  scope: Scope;
  calendar?: ElectionCalendar;
}

export interface FactAct {
  id: string;
  /** The version that was read. */
  version: number;
  by: string;
  reason: string | null;
}

/** Adds a fact that nobody has approved. @throws AnswerRefused for a unit outside the scope */
export async function createFact(
  { records, clock, ids, scope }: FactDeps,
  content: FactContent,
  { by, reason, id }: { by: string; reason: string | null; id?: string },
): Promise<Fact> {
  mustKeep(scope, content.unit);
  const at = clock.now();
  const fact: Fact = {
    ...content,
    id: id ?? ids.next(),
    author: by,
    approver: null,
    approvedAt: null,
    reviewAt: null,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
    withdrawnAt: null,
    version: 1,
  };
  return records.transaction(async (inner) => {
    await inner.facts.put(fact);
    await inner.audit.append({
      at,
      actor: by,
      action: 'fact.create',
      subject: fact.id,
      before: null,
      after: fact,
      reason,
    });
    return fact;
  });
}

/** Changes what is written; an approval lapses, and who changed it is its author from now on. */
export const changeFact = (deps: FactDeps, content: Partial<FactContent>, act: FactAct): Promise<Fact> =>
  revise(deps, act, 'fact.change', (fact) => {
    mustKeep(deps.scope, content.unit ?? fact.unit);
    return { ...fact, ...content, author: act.by, approver: null, approvedAt: null, reviewAt: null };
  });

/**
 * Approves a fact of somebody else, or renews an approval: until `reviewAt`, else 7 days off during a stage of an
 * election and 30 otherwise. @throws AnswerRefused when its author approves it
 */
export const approveFact = (
  deps: FactDeps,
  { reviewAt }: { reviewAt?: Instant | undefined },
  act: FactAct,
): Promise<Fact> =>
  revise(deps, act, 'fact.approve', (fact, at) => {
    if (fact.author === act.by)
      throw new AnswerRefused([
        {
          path: 'approver',
          message: 'Penulis tidak boleh menyetujui faktanya sendiri; mintalah orang lain.',
        },
      ]);
    if (reviewAt !== undefined && reviewAt <= at)
      throw new AnswerRefused([
        { path: 'reviewAt', message: 'Tanggal tinjau ulang harus sesudah hari ini.' },
      ]);
    return {
      ...fact,
      approver: act.by,
      approvedAt: at,
      reviewAt: reviewAt ?? reviewDateOf(fact.unit, at, deps.calendar),
    };
  });

/** Takes a fact out of the library, or back in. */
export const withdrawFact = (deps: FactDeps, withdrawn: boolean, act: FactAct): Promise<Fact> =>
  revise(deps, act, withdrawn ? 'fact.withdraw' : 'fact.restore', (fact, at) => ({
    ...fact,
    withdrawnAt: withdrawn ? at : null,
  }));

/** A unit keeps facts of its own and of those below; those from above it only reads. */
function mustKeep(scope: Scope, unit: string): void {
  if (!covers(scope.unit, unit))
    throw new AnswerRefused([{ path: 'unit', message: `Fakta milik ${unit} hanya diubah oleh unit itu.` }]);
}

/** There is no such fact, or it is a neighbour's. */
export class FactUnknown extends Error {
  override name = 'FactUnknown';
}

async function revise(
  { records, clock, scope }: FactDeps,
  { id, version, by, reason }: FactAct,
  action: string,
  next: (fact: Fact, at: Instant) => Fact,
): Promise<Fact> {
  return records.transaction(async (inner) => {
    const before = await inner.facts.get(id, scope);
    if (!before) throw new FactUnknown(`There is no fact ${id}`);
    mustKeep(scope, before.unit);
    if (before.version !== version) throw new VersionConflict(`fact ${id}`);
    const at = clock.now();
    const after: Fact = { ...next(before, at), updatedAt: at, updatedBy: by, version: version + 1 };
    await inner.facts.put(after);
    await inner.audit.append({ at, actor: by, action, subject: id, before, after, reason });
    return after;
  });
}
