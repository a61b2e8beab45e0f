import { allAreas, isOpenUnit } from '../../../shared/areas/units.ts';
import { isWithin } from '../../../shared/domain/area.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';

export const areaExists = (code: string): boolean => code !== nationalUnit && isOpenUnit(code);

/** A unit and all below it; all units without one. */
export const unitsBelow = (code: string | undefined): { code: string; name: string }[] =>
  allAreas().filter((area) => isOpenUnit(area.code) && (code === undefined || isWithin(area.code, code)));

/** What to tell of a code that is none: the units of that name, where it is a name. */
export function noSuchArea(code: string): string {
  const wanted = code.trim().toLowerCase();
  const near =
    wanted.length < 3 ? [] : allAreas().filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`));
  const shown = near.slice(0, 5).map((area) => `${area.code} ${area.name}`);
  return near.length === 0
    ? `Kode wilayah "${code}" tidak ada; contoh: 35 (provinsi) atau 35.73 (kota).`
    : `Kode wilayah "${code}" tidak ada. Mungkin: ${shown.join(', ')}.`;
}
