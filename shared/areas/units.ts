import type { Area } from '../domain/area.ts';
import { nationalUnit, parentOf, tierOf, type Unit } from '../domain/unit.ts';
import areas from './areas.json' with { type: 'json' };

/**
 * Provinces on Central and Eastern Indonesian time (Presidential Decree 41/1987, and the provinces split off since);
 * every other one is on Western time.
 */
const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

export const zoneOf = (unit: string): Unit['zone'] => {
  const province = unit.slice(0, 2);
  return central.has(province) ? 'Asia/Makassar' : eastern.has(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
};

const nameByCode = new Map((areas as Area[]).map((area) => [area.code, area.name]));

/** The name of an area or of the whole country; the code itself when it is unknown. */
export const unitName = (code: string): string =>
  code === nationalUnit ? 'Indonesia' : (nameByCode.get(code) ?? code);

/** KPU RI, then every province with its regencies and cities. */
export const allUnits = (): Unit[] => [
  { code: nationalUnit, name: 'KPU RI', tier: 'national', parent: null, zone: zoneOf(nationalUnit) },
  ...(areas as Area[]).map(({ code, name }) => ({
    code,
    name,
    tier: tierOf(code),
    parent: parentOf(code),
    zone: zoneOf(code),
  })),
];

/** KPU RI, or the code of a province, regency or city. */
export const isUnitCode = (code: string): boolean => code === nationalUnit || nameByCode.has(code);
