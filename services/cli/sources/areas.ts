import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import { isWithin } from '../../../shared/domain/area.ts';

const codes = new Set(areas.map(({ code }) => code));

export const areaExists = (code: string): boolean => codes.has(code);

/** A unit and all below it; all units without one. */
export const unitsBelow = (code: string | undefined): { code: string; name: string }[] =>
  areas.filter((area) => code === undefined || isWithin(area.code, code));

/** What to tell of a code that is none: the units of that name, where it is a name. */
export function noSuchArea(code: string): string {
  const wanted = code.trim().toLowerCase();
  const near =
    wanted.length < 3 ? [] : areas.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`));
  const shown = near.slice(0, 5).map((area) => `${area.code} ${area.name}`);
  return near.length === 0
    ? `Kode wilayah "${code}" tidak ada; contoh: 35 (provinsi) atau 35.73 (kota).`
    : `Kode wilayah "${code}" tidak ada. Mungkin: ${shown.join(', ')}.`;
}
