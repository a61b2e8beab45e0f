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
