import type { Area } from '../../../shared/domain/area.ts';

/** The names by which a unit and the places in it are recognised in a report. Lower case, single spaces. */
export interface UnitNames {
  /** "malang" of "Kota Malang". */
  base: string;
  /** "kota malang", "kabupaten malang", … */
  full: string;
  /** Places that lie in it: districts and the like. */
  places: readonly string[];
}

export type NamesOf = (unit: string) => UnitNames | null;

const fold = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * Looks units up by code. `localities` is `{code: "District, District, …"}`; a unit that is not listed has no names,
 * which costs the check one kind of evidence and nothing else.
 */
export function createNamesOf(areas: readonly Area[], localities: Readonly<Record<string, string>>): NamesOf {
  const byCode = new Map(areas.map((area) => [area.code, area.name]));
  return (unit) => {
    const name = byCode.get(unit);
    if (name === undefined) return null;
    const full = fold(name);
    const places = (localities[unit] ?? '')
      .split(',')
      .map(fold)
      .filter((place) => place.length > 3);
    return { base: full.replace(/^(?:kabupaten|kota(?: administrasi)?|provinsi)\s/u, ''), full, places };
  };
}

/** How often a folded text names any of `names`, at word boundaries. */
export function countNames(folded: string, names: readonly string[]): number {
  let count = 0;
  for (const name of names) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const before = at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!);
      const after = at + name.length >= folded.length || !/[\p{L}\p{N}]/u.test(folded[at + name.length]!);
      if (before && after) count++;
    }
  }
  return count;
}
