import { unitOfCode, unitsWithin } from '../../../shared/areas/unit-of-code.ts';
import { unitName } from '../../../shared/areas/units.ts';
import type { OpinionMap } from '../../../shared/domain/opinion-map.ts';
import type { ReportFinding } from '../../../shared/domain/report-finding.ts';
import {
  type Actor,
  type TieredPeriod,
  type TieredReport,
  tieredKey,
} from '../../../shared/domain/tiered-report.ts';
import { nationalScope, nationalUnit, type Scope } from '../../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../../shared/ports/clock.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { namesOfUnits } from '../check/names-of-units.ts';
import { buildTieredDocument } from './build-document.ts';
import { type Board, complianceBoard } from './compliance-board.ts';
import { editReport, NotAllowed, passOn, refreshFigures, returnReport } from './decide-report.ts';
import { gatherEvaluation } from './gather-evaluation.ts';
import { gatherFigures } from './gather-figures.ts';
import { inspectReport } from './inspect-report.ts';
import { readTieredSettings } from './remind-of-reports.ts';
import { type RollUp, rollUp } from './roll-up.ts';
import { previousPeriod } from './tiered-bounds.ts';

export interface DeskPorts {
  index: Pick<ItemReader, 'scan'>;
  records: Records;
  clock: Clock;
  ids: Ids;
}

export interface DeskAct {
  actor: Actor;
  report: TieredReport;
}

/** Periods back that neighbours' reports are held against: older ones are not at hand to be pasted. */
const comparedPeriods = 5;

async function store(
  { records, clock }: DeskPorts,
  {
    before,
    after,
    actor,
    action,
    reason = null,
  }: {
    before: TieredReport | null;
    after: TieredReport;
    actor: Actor;
    action: string;
    reason?: string | null;
  },
): Promise<TieredReport> {
  await records.transaction(async (inner) => {
    await inner.tiered.put(after);
    await inner.audit.append({
      at: clock.now(),
      actor: actor.name,
      action,
      subject: after.id,
      before: before === null ? null : { state: before.state, version: before.version },
      after: {
        state: after.state,
        version: after.version,
        unit: after.unit,
        period: tieredKey(after.period),
      },
      reason,
    });
  });
  return after;
}

/** Begins a unit's report of a period, with every number the system has. @throws VersionConflict when there is one */
export async function beginReport(
  ports: DeskPorts,
  { unit: code, period, actor }: { unit: string; period: TieredPeriod; actor: Actor },
): Promise<TieredReport> {
  const unit = unitOfCode(code);
  const at = ports.clock.now();
  const isOwn = actor.unit === unit.code && actor.role !== 'reader';
  const above =
    actor.role === 'administrator' && (actor.unit === nationalUnit || unit.code.startsWith(actor.unit));
  if (!isOwn && !above) throw new NotAllowed(`${actor.name} tidak dapat menyusun laporan ${unit.name}.`);
  const report: TieredReport = {
    id: ports.ids.next(),
    unit: unit.code,
    period,
    state: 'draft',
    narrative: {},
    figures: await gatherFigures(ports, unit, period),
    figuresAt: at,
    author: actor.name,
    handedInAt: null,
    steps: [],
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  return store(ports, { before: null, after: report, actor, action: 'report.begin' });
}

export async function changeReport(
  ports: DeskPorts,
  { actor, report }: DeskAct,
  edit: Parameters<typeof editReport>[1],
): Promise<TieredReport> {
  const after = editReport(report, edit, { actor, at: ports.clock.now() });
  return store(ports, { before: report, after, actor, action: 'report.edit' });
}

/** Takes the system's numbers anew. */
export async function renewFigures(ports: DeskPorts, { actor, report }: DeskAct): Promise<TieredReport> {
  const fresh = await gatherFigures(ports, unitOfCode(report.unit), report.period);
  const after = refreshFigures(report, fresh, { actor, at: ports.clock.now() });
  return store(ports, { before: report, after, actor, action: 'report.refresh' });
}

async function comparedWith({ records }: DeskPorts, report: TieredReport): Promise<TieredReport[]> {
  const periods: string[] = [];
  let period = report.period;
  for (let n = 0; n < comparedPeriods; n++) {
    periods.push(tieredKey(period));
    period = previousPeriod(period);
  }
  const province = report.unit.slice(0, 2);
  const near: Scope = report.unit.length === 2 ? nationalScope : { unit: province };
  const neighbours = await records.tiered.list({ scope: near, periods });
  const own = await records.tiered.list({ scope: { unit: report.unit }, unit: report.unit });
  const peers = neighbours.filter(({ unit }) => unit.length === report.unit.length);
  return [...new Map([...own, ...peers].map((one) => [one.id, one])).values()];
}

/** What the author should look at before the report goes up, with the passages side by side. */
export async function findingsOf(ports: DeskPorts, report: TieredReport): Promise<ReportFinding[]> {
  return inspectReport({
    report,
    others: await comparedWith(ports, report),
    unitOf: unitOfCode,
    namesOf: namesOfUnits,
    settings: await readTieredSettings(ports.records),
  });
}

export async function handOn(
  ports: DeskPorts,
  { actor, report }: DeskAct,
  reason: string | null,
): Promise<TieredReport> {
  const findings = report.state === 'draft' ? (await findingsOf(ports, report)).length : 0;
  const after = passOn(report, { actor, at: ports.clock.now(), reason, findings });
  return store(ports, { before: report, after, actor, action: 'report.pass', reason });
}

export async function giveBack(
  ports: DeskPorts,
  { actor, report }: DeskAct,
  reason: string,
): Promise<TieredReport> {
  const after = returnReport(report, { actor, at: ports.clock.now(), reason });
  return store(ports, { before: report, after, actor, action: 'report.return', reason });
}

const below = (unit: string): string[] =>
  unitsWithin(unit)
    .map(({ code }) => code)
    .filter((code) => code !== unit && (unit === nationalUnit ? code.length === 2 : true));

/** Of the units directly below: provinces for KPU RI, regencies of a province; null for a regency. */
export async function rollUpOf(
  { records }: Pick<DeskPorts, 'records'>,
  unit: string,
  period: TieredPeriod,
): Promise<RollUp | null> {
  const units = below(unit);
  if (units.length === 0) return null;
  return rollUp(await records.tiered.list({ scope: { unit }, periods: [tieredKey(period)] }), units);
}

/** Who has handed in, who is late and who is missing. */
export async function boardOf(
  { records, clock }: Pick<DeskPorts, 'records' | 'clock'>,
  unit: string,
  period: TieredPeriod,
): Promise<Board> {
  return complianceBoard({
    period,
    units: unitsWithin(unit),
    reports: await records.tiered.list({ scope: { unit }, periods: [tieredKey(period)] }),
    settings: await readTieredSettings(records),
    now: clock.now(),
    nameOf: (code) => (code === nationalUnit ? 'KPU RI' : unitName(code)),
  });
}

/** The report in the shape every renderer takes. */
export async function documentOf(ports: DeskPorts, report: TieredReport): Promise<OpinionMap> {
  const unit = unitOfCode(report.unit);
  return buildTieredDocument({
    report,
    unit,
    evaluation: await gatherEvaluation(ports, unit, report.period, report.figures),
    below: await rollUpOf(ports, report.unit, report.period),
    nameOf: (code) => unitOfCode(code).name,
    generatedAt: ports.clock.now(),
  });
}

/** `laporan_35.73_2028-TW1.pdf` */
export const tieredDocumentName = ({ unit, period }: TieredReport, extension: string): string =>
  `laporan_${unit}_${tieredKey(period)}.${extension}`;
