import { isWithin } from '../../../shared/domain/area.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { nationalUnit, parentOf } from '../../../shared/domain/unit.ts';
import { whyNotOfTier } from '../../claims/answering-tier.ts';

export interface Owner {
  unit: string;
  /** In Indonesian. */
  reason: string;
}

/** The lowest unit that all these areas lie in. */
function commonUnit(areas: readonly string[]): string {
  const [first, ...rest] = areas;
  if (first === undefined) return nationalUnit;
  for (let unit: string | null = first; unit !== null && unit !== nationalUnit; unit = parentOf(unit))
    if (rest.every((area) => isWithin(area, unit!))) return unit;
  return nationalUnit;
}

/** Where a matter lies, before the tiers are asked. */
function placeOf(claim: Claim | null, issue: Issue | null): Owner {
  if (issue?.handler) return { unit: issue.handler, reason: 'Unit yang menangani isu ini.' };
  const areas = claim?.areas ?? [];
  if (areas.length === 1) return { unit: areas[0]!, reason: 'Wilayah yang disebut klaim.' };
  if (areas.length > 1)
    return {
      unit: commonUnit(areas),
      reason: 'Unit terendah yang meliputi semua wilayah yang disebut klaim.',
    };
  return issue
    ? { unit: issue.unit, reason: 'Unit pemilik isu.' }
    : { unit: claim?.unit ?? nationalUnit, reason: 'Unit yang menyimpan klaim.' };
}

/**
 * Which unit answers: the one an issue was handed over to, else the lowest that all of it lies in; and never a regency on
 * a national result, whoever handed it there.
 */
export function ownerOf(claim: Claim | null, issue: Issue | null): Owner {
  const place = placeOf(claim, issue);
  const reason = whyNotOfTier(claim, place.unit);
  return reason === null ? place : { unit: parentOf(place.unit)!, reason };
}
