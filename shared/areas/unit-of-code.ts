import { covers, nationalUnit, parentOf, tierOf, type Unit } from '../domain/unit.ts';
import { allAreas, isClosedUnit, isUnitCode, unitName, zoneOf } from './units.ts';

const aceh = '11';

/** A code that no unit has. */
export class UnknownUnit extends Error {
  override name = 'UnknownUnit';
}

function nameOf(code: string): string {
  if (code === nationalUnit) return 'KPU RI';
  const name = unitName(code);
  if (code.startsWith(aceh)) return `KIP ${name}`;
  return code.length === 2 ? `KPU Provinsi ${name}` : `KPU ${name}`;
}

/** The unit of a code as people type it (`35.73`, `3573`, `ri`). @throws UnknownUnit for one that is not there */
export function unitOfCode(typed: string): Unit {
  const code = typed
    .trim()
    .toUpperCase()
    .replace(/^(\d\d)[.\-_]?(\d\d)$/, '$1.$2');
  if (!isUnitCode(code))
    throw new UnknownUnit(
      `There is no unit "${typed}": write RI, a province like 35, or a regency like 35.73.`,
    );
  return { code, name: nameOf(code), tier: tierOf(code), parent: parentOf(code), zone: zoneOf(code) };
}

/** The areas a unit's map has rows for: provinces for KPU RI, regencies and cities of a province, none below. */
export function areasBelow({ code, tier }: Unit): { code: string; name: string }[] {
  if (tier === 'regency') return [];
  return allAreas().filter((area) =>
    tier === 'national' ? area.level === 'province' : area.code.startsWith(`${code}.`),
  );
}

/** The unit itself and every one below it that is not closed, in order of code; all 553 for KPU RI. */
export const unitsWithin = (scope: string): Unit[] =>
  [nationalUnit, ...allAreas().map(({ code }) => code)]
    .filter((code) => covers(scope, code) && !isClosedUnit(code))
    .map(unitOfCode);
