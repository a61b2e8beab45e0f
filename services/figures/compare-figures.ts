/** One command and the figures of it that must not fall. */
export interface FigureGroup {
  name: string;
  /** Arguments of `saring`. */
  command: string[];
  /** Files without which it is skipped. */
  needs: string[];
  figures: Figure[];
}

export interface Figure {
  /** Where the figure stands in the JSON, e.g. `bySource.smsa.macroF1`. */
  path: string;
  value: number;
  /** A fall of more than this is a loss. */
  noise: number;
  /** Smaller is better, e.g. false alarms. */
  lowerIsBetter?: boolean;
}

export interface Comparison {
  path: string;
  now: number | null;
  before: number;
  noise: number;
  fell: boolean;
}

/** The number at a dotted path; null when there is none. */
export function valueAt(json: unknown, path: string): number | null {
  let value: unknown = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A figure that is gone has fallen. */
export const compareFigures = (group: FigureGroup, measured: unknown): Comparison[] =>
  group.figures.map(({ path, value, noise, lowerIsBetter = false }) => {
    const now = valueAt(measured, path);
    const loss = now === null ? Number.POSITIVE_INFINITY : lowerIsBetter ? now - value : value - now;
    return { path, now, before: value, noise, fell: loss > noise };
  });
