import type { Instant } from '../../../shared/domain/instant.ts';
import {
  type Actor,
  mayDecide,
  type NarrativeId,
  nextTieredState,
  type TieredFigure,
  type TieredReport,
} from '../../../shared/domain/tiered-report.ts';

/** This person may not do this now. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}
/** The report is not ready for this; the message says what is missing, in Indonesian. */
export class NotReady extends Error {
  override name = 'NotReady';
}

export interface Act {
  actor: Actor;
  at: Instant;
}

function need(report: TieredReport, { actor }: Act): void {
  if (mayDecide(actor, report)) return;
  throw new NotAllowed(
    report.state === 'accepted'
      ? 'Laporan sudah diterima KPU RI dan tidak dapat diubah.'
      : `Laporan berstatus ${report.state}; ${actor.name} (${actor.role}, ${actor.unit}) tidak berwenang.`,
  );
}

const changed = (report: TieredReport, at: Instant): Pick<TieredReport, 'updatedAt' | 'version'> => ({
  updatedAt: at,
  version: report.version + 1,
});

/** Narrative and figures as people correct them; only while it is a draft. Figures keep what the system says beside. */
export function editReport(
  report: TieredReport,
  edit: {
    narrative?: Partial<Record<NarrativeId, string>> | undefined;
    figures?: Record<string, number | null> | undefined;
  },
  act: Act,
): TieredReport {
  if (report.state !== 'draft')
    throw new NotReady('Laporan sudah diteruskan; minta dikembalikan lebih dahulu.');
  need(report, act);
  const unknown = Object.keys(edit.figures ?? {}).filter(
    (key) => !report.figures.some((one) => one.key === key),
  );
  if (unknown.length > 0) throw new NotReady(`Angka tidak dikenal: ${unknown.join(', ')}.`);
  const figures = report.figures.map((figure): TieredFigure => {
    const value = edit.figures?.[figure.key];
    return value === undefined ? figure : { ...figure, value };
  });
  return {
    ...report,
    narrative: { ...report.narrative, ...edit.narrative },
    figures,
    ...changed(report, act.at),
  };
}

/** Fresh numbers from the system; those a person changed stay as that person has them. */
export function refreshFigures(report: TieredReport, fresh: readonly TieredFigure[], act: Act): TieredReport {
  if (report.state !== 'draft')
    throw new NotReady('Laporan sudah diteruskan; minta dikembalikan lebih dahulu.');
  need(report, act);
  const kept = new Map(report.figures.map((figure) => [figure.key, figure]));
  const figures = fresh.map((figure) => {
    const before = kept.get(figure.key);
    return before && before.value !== before.system ? { ...figure, value: before.value } : figure;
  });
  return { ...report, figures, figuresAt: act.at, ...changed(report, act.at) };
}

/** Letters a summary has at least: one sentence. */
const leastSummary = 40;

/**
 * Passes the report on to whoever decides next. A draft needs its summary; with findings it also needs a word to them,
 * which is kept in the step.
 */
export function passOn(
  report: TieredReport,
  act: Act & { reason: string | null; findings: number },
): TieredReport {
  need(report, act);
  const to = nextTieredState(report.unit, report.state);
  if (to === null) throw new NotReady('Laporan sudah diterima.');
  const isDraft = report.state === 'draft';
  if (isDraft && (report.narrative.summary?.trim().length ?? 0) < leastSummary)
    throw new NotReady('Ringkasan belum ditulis.');
  if (isDraft && act.findings > 0 && !act.reason?.trim())
    throw new NotReady(
      `Ada ${act.findings} temuan pemeriksaan. Perbaiki laporan, atau jelaskan alasannya sebelum diteruskan.`,
    );
  const step = { at: act.at, actor: act.actor.name, from: report.state, to, reason: act.reason };
  return {
    ...report,
    state: to,
    handedInAt: report.handedInAt ?? act.at,
    steps: [...report.steps, step],
    ...changed(report, act.at),
  };
}

/** Gives the report back to its author, with a reason. */
export function returnReport(report: TieredReport, act: Act & { reason: string }): TieredReport {
  need(report, act);
  if (report.state === 'draft') throw new NotReady('Laporan masih berupa naskah.');
  if (act.reason.trim().length < 5) throw new NotReady('Alasan pengembalian wajib ditulis.');
  const step = {
    at: act.at,
    actor: act.actor.name,
    from: report.state,
    to: 'draft' as const,
    reason: act.reason,
  };
  return { ...report, state: 'draft', steps: [...report.steps, step], ...changed(report, act.at) };
}
