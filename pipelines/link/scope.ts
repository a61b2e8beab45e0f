import { nationalUnit } from '../../shared/domain/unit.ts';

/** Share of the placed items that lie in one area for the matter to be that area's. */
const ownShare = 0.8;

/**
 * Whose matter it is: the regency with at least 80 % of the mentions of places, else the province, else KPU RI.
 * @param areas mentions by area code, of regencies (`32.01`) and provinces (`32`)
 */
export function unitOf(areas: ReadonlyMap<string, number>): string {
  const provinces = new Map<string, number>();
  let placed = 0;
  for (const [code, count] of areas) {
    placed += count;
    provinces.set(code.slice(0, 2), (provinces.get(code.slice(0, 2)) ?? 0) + count);
  }
  if (placed === 0) return nationalUnit;
  const regency = heaviest(areas, (code) => code.length > 2);
  if (regency !== null && areas.get(regency)! >= ownShare * placed) return regency;
  const province = heaviest(provinces, () => true);
  return province !== null && provinces.get(province)! >= ownShare * placed ? province : nationalUnit;
}

/**
 * Whose matter it is that has issues of single regencies under it: the province they share, else KPU RI, however many of
 * its items one of them has; wider still where the rest lies elsewhere. Never one of those regencies itself: each has
 * its own issue below. Without such issues it is {@link unitOf}.
 * @param areas as there
 * @param locals codes of the regencies that have an issue of their own
 */
export function ownerOf(areas: ReadonlyMap<string, number>, locals: readonly string[]): string {
  const own = unitOf(areas);
  if (own === nationalUnit || locals.length === 0) return own;
  const provinces = new Set([own, ...locals].map((code) => code.slice(0, 2)));
  return provinces.size === 1 ? [...provinces][0]! : nationalUnit;
}

/** Areas by number of mentions, most first, at most ten. */
export const areasOf = (areas: ReadonlyMap<string, number>): string[] =>
  [...areas]
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 10)
    .map(([code]) => code);

function heaviest(counts: ReadonlyMap<string, number>, fits: (code: string) => boolean): string | null {
  let best: string | null = null;
  for (const [code, count] of counts) {
    if (
      fits(code) &&
      (best === null || count > counts.get(best)! || (count === counts.get(best)! && code < best))
    ) {
      best = code;
    }
  }
  return best;
}
