import type { Instant } from '../../../shared/domain/instant.ts';
import type { TieredPeriod, TieredReport, TieredState } from '../../../shared/domain/tiered-report.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { dueAt, type TieredSettings } from './settings.ts';
import { daysBetween } from './tiered-bounds.ts';

export interface BoardRow {
  unit: string;
  name: string;
  /** `missing` when nothing was begun. */
  state: TieredState | 'missing';
  reportId: string | null;
  /** Deadline of the step it is at. */
  dueAt: Instant | null;
  handedInAt: Instant | null;
  /** Days past the deadline of its first step when it was handed in, or until now; 0 in time. */
  daysLate: number;
  /** How often it was given back. */
  returns: number;
}

export interface Board {
  rows: BoardRow[];
  /** Units whose report has left its author, of all; by province for the country. */
  groups: { unit: string; name: string; handedIn: number; late: number; missing: number; units: number }[];
}

export interface BoardInput {
  period: TieredPeriod;
  units: readonly Unit[];
  reports: readonly TieredReport[];
  settings: TieredSettings;
  now: Instant;
  nameOf(unit: string): string;
}

function rowOf(
  unit: Unit,
  report: TieredReport | undefined,
  { period, settings, now }: BoardInput,
): BoardRow {
  const first = dueAt(settings, period, 'draft', unit.zone)!;
  const state = report?.state ?? 'missing';
  const handedInAt = report?.handedInAt ?? null;
  return {
    unit: unit.code,
    name: unit.name,
    state,
    reportId: report?.id ?? null,
    dueAt: state === 'missing' ? first : dueAt(settings, period, state, unit.zone),
    handedInAt,
    daysLate: Math.max(0, daysBetween(first, handedInAt ?? now)),
    returns: report?.steps.filter(({ from, to }) => to === 'draft' && from !== 'draft').length ?? 0,
  };
}

/** Who has handed in, who is late and who is missing, by unit and by province. */
export function complianceBoard(input: BoardInput): Board {
  const byUnit = new Map(input.reports.map((report) => [report.unit, report]));
  const rows = input.units.map((unit) => rowOf(unit, byUnit.get(unit.code), input));
  const groups = [...Map.groupBy(rows, ({ unit }) => unit.slice(0, 2))].map(([unit, own]) => ({
    unit,
    name: input.nameOf(unit),
    units: own.length,
    handedIn: own.filter(({ handedInAt }) => handedInAt !== null).length,
    late: own.filter(({ daysLate }) => daysLate > 0).length,
    missing: own.filter(({ state }) => state === 'missing').length,
  }));
  return { rows, groups };
}
