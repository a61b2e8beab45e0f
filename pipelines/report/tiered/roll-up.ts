import type { TieredFigure, TieredReport } from '../../../shared/domain/tiered-report.ts';

export interface RolledFigure {
  key: string;
  label: string;
  /** Sum over the units that gave one; for means and medians the middle value of the units. */
  value: number | null;
  /** Units that gave a number. */
  units: number;
}

export interface RollUp {
  figures: RolledFigure[];
  coverage: { handedIn: number; units: number; missing: string[] };
}

/** Numbers that may not be added up: the middle value of the units stands for them. */
const middled = new Set([
  'net_tone',
  'triage_median',
  'clarification_median',
  'clarification_p90',
  'checklist',
  'ikm',
]);

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * A province's or KPU RI's numbers from the reports of the units below, as those stand in the reports, with how many of
 * the units that should have reported did. Drafts do not count: their author has not let them go.
 */
export function rollUp(reports: readonly TieredReport[], units: readonly string[]): RollUp {
  const counted = reports.filter(({ state, unit }) => state !== 'draft' && units.includes(unit));
  const here = new Set(counted.map(({ unit }) => unit));
  const labels = new Map<string, string>();
  const values = new Map<string, number[]>();
  for (const { key, label, value } of counted.flatMap(({ figures }): TieredFigure[] => figures)) {
    labels.set(key, label);
    const list = values.get(key) ?? [];
    if (value !== null) list.push(value);
    values.set(key, list);
  }
  return {
    figures: [...values].map(([key, list]) => ({
      key,
      label: labels.get(key)!,
      units: list.length,
      value:
        list.length === 0
          ? null
          : middled.has(key)
            ? middle(list)
            : list.reduce((sum, value) => sum + value, 0),
    })),
    coverage: {
      handedIn: here.size,
      units: units.length,
      missing: units.filter((unit) => !here.has(unit)),
    },
  };
}
