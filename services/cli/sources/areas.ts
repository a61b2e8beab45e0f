import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import { isWithin } from '../../../shared/domain/area.ts';

const codes = new Set(areas.map(({ code }) => code));

export const areaExists = (code: string): boolean => codes.has(code);

/** A unit and all below it; all units without one. */
export const unitsBelow = (code: string | undefined): { code: string; name: string }[] =>
  areas.filter((area) => code === undefined || isWithin(area.code, code));
