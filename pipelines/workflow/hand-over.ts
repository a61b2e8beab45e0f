import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Handover } from '../../shared/domain/teamwork.ts';
import { covers, parentOf, type Scope, tierOf } from '../../shared/domain/unit.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import { isAtLeast } from '../watch/risk.ts';
import { type CaseAct, changeCase, refuse, type WorkDeps } from './change-case.ts';
import { notify } from './notify.ts';
import { ownPeopleOf } from './people-of.ts';

export interface HandoverDeps extends WorkDeps {
  ids: Ids;
  /** `KPU Kota Malang`. */
  sayUnit(code: string): string;
}

/** The unit whose people work on an issue. */
export const handlingUnit = ({ unit, handler }: Pick<Issue, 'unit' | 'handler'>): string => handler ?? unit;

const names: Readonly<Record<Handover['kind'], string>> = {
  up: 'mengeskalasi isu',
  down: 'mendelegasikan isu',
  sideways: 'mengalihkan isu',
};

/**
 * Up, down or sideways, and whether the tiers allow it: one tier at a time, but what is tinggi or kritis may go straight
 * to KPU RI, and sideways stays within a tier.
 * @throws StepRefused
 */
export function handoverKind(from: string, to: string, level: Issue['risk']['level']): Handover['kind'] {
  if (from === to) throw refuse('to', 'Isu ini sudah ditangani unit itu.');
  if (covers(to, from)) {
    if (parentOf(from) !== to && !isAtLeast(level, 'tinggi'))
      throw refuse(
        'to',
        'Eskalasi naik satu tingkat; hanya isu tinggi atau kritis yang boleh langsung ke KPU RI.',
      );
    return 'up';
  }
  if (covers(from, to)) return 'down';
  if (tierOf(from) !== tierOf(to))
    throw refuse('to', 'Pengalihan ke samping hanya antara unit setingkat; eskalasikan dahulu.');
  return 'sideways';
}

/** Offers an issue to another unit, which has until `dueAt` to accept or return it. @throws StepRefused */
export async function handOver(
  { ids, sayUnit, ...deps }: HandoverDeps,
  act: CaseAct & { to: string; reason: string; dueAt: Instant },
): Promise<Handover> {
  let offered: Handover | null = null;
  await changeCase(deps, act, async ({ records, issue, now }) => {
    const from = handlingUnit(issue);
    const kind = handoverKind(from, act.to, issue.risk.level);
    if ((await records.workflow.handovers.of(issue.id)).some(({ state }) => state === 'open'))
      throw refuse('to', 'Masih ada pelimpahan yang belum dijawab. Tunggu jawabannya atau tarik dahulu.');
    if (act.dueAt <= now) throw refuse('dueAt', 'Tenggat harus di masa depan.');
    const answer = { answeredAt: null, answeredBy: null, answer: null };
    const { to, reason, dueAt, by } = act;
    offered = {
      id: ids.next(),
      issueId: issue.id,
      kind,
      state: 'open',
      from,
      to,
      reason,
      dueAt,
      at: now,
      by,
      ...answer,
    };
    await records.workflow.handovers.put(offered);
    const receivers = await ownPeopleOf(records, to, 'triage');
    const text = `${sayUnit(from)} ${names[kind]} ${issue.number} "${issue.title}" kepada Anda: ${reason}`;
    await notify(
      records,
      receivers.map(({ id }) => id),
      offered.id,
      { kind: 'handover', issueId: issue.id, text },
      now,
    );
    return {
      what: `${names[kind]} ke ${sayUnit(to)}`,
      why: reason,
      action: `issue.handover.${kind}`,
      before: { handler: from },
      after: { to, dueAt, id: offered.id },
    };
  });
  return offered!;
}

export interface HandoverAnswer {
  id: string;
  by: string;
  accept: boolean;
  reason: string | null;
  /** Where whoever answers belongs: the unit that it was offered to, or above. */
  scope: Scope;
}

/** An open hand-over, for those of one side of it. @throws StepRefused */
async function openHandover(
  { records }: WorkDeps,
  id: string,
  side: 'from' | 'to',
  scope: Scope,
): Promise<Handover> {
  const found = await records.workflow.handovers.get(id);
  if (!found || !covers(scope.unit, found[side])) throw new HandoverUnknown(`There is no hand-over ${id}`);
  if (found.state !== 'open') throw refuse('state', 'Pelimpahan ini sudah dijawab.');
  return found;
}

/** There is no such hand-over for whoever asks. */
export class HandoverUnknown extends Error {
  override name = 'HandoverUnknown';
}

/** Accepts: the unit has the issue in hand from now on, and nobody in it yet. Or returns it, with a reason. */
export const answerHandover = (
  { sayUnit, ...deps }: Omit<HandoverDeps, 'ids'>,
  { id, by, accept, reason, scope }: HandoverAnswer,
): Promise<Handover> =>
  deps.records.transaction(async (inner) => {
    const open = await openHandover({ ...deps, records: inner }, id, 'to', scope);
    if (!accept && reason === null) throw refuse('reason', 'Pengembalian memerlukan alasan.');
    const now = deps.clock.now();
    const state = accept ? 'accepted' : 'returned';
    const answered: Handover = { ...open, state, answeredAt: now, answeredBy: by, answer: reason };
    await inner.workflow.handovers.put(answered);
    const said = accept ? 'menerima' : 'mengembalikan';
    await changeCase({ ...deps, records: inner }, { issue: open.issueId, by }, async ({ issue }) => {
      await notify(
        inner,
        [open.by],
        open.id,
        {
          kind: 'handover_answered',
          issueId: issue.id,
          text: `${sayUnit(open.to)} ${said} ${issue.number}${reason === null ? '' : `: ${reason}`}.`,
        },
        now,
      );
      return {
        ...(accept ? { issue: { handler: open.to, owner: null }, work: { ownerSince: null } } : {}),
        what: `${said} pelimpahan dari ${sayUnit(open.from)}`,
        why: reason,
        action: `issue.handover.${state}`,
        before: { handler: open.from },
        after: { handler: accept ? open.to : open.from },
      };
    });
    return answered;
  });

/** Takes an offer back before it was answered. */
export const withdrawHandover = (
  { sayUnit, ...deps }: Omit<HandoverDeps, 'ids'>,
  { id, by, scope, reason }: Omit<HandoverAnswer, 'accept'>,
): Promise<Handover> =>
  deps.records.transaction(async (inner) => {
    const open = await openHandover({ ...deps, records: inner }, id, 'from', scope);
    const withdrawn: Handover = {
      ...open,
      state: 'withdrawn',
      answeredAt: deps.clock.now(),
      answeredBy: by,
      answer: reason,
    };
    await inner.workflow.handovers.put(withdrawn);
    await changeCase({ ...deps, records: inner }, { issue: open.issueId, by }, async () => ({
      what: `menarik pelimpahan ke ${sayUnit(open.to)}`,
      why: reason,
      action: 'issue.handover.withdrawn',
      before: { to: open.to },
      after: null,
    }));
    return withdrawn;
  });
