import { isWithin } from '../../../shared/domain/area.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { nationalUnit, parentOf, tierOf } from '../../../shared/domain/unit.ts';
import { tokenise } from '../../../shared/text/tokenise.ts';

/** Words about the outcome of an election, and words that make it the nation's. Our own lists. */
const resultWords = new Set(
  'hasil suara rekapitulasi rekap perolehan pemenang menang dimenangkan kemenangan sirekap server situng kuik'.split(
    ' ',
  ),
);
const nationalWords = new Set(
  'nasional presiden wapres pilpres capres cawapres pusat indonesia singapura persen rakyat'.split(' '),
);

/** Whether a claim is about a national result: said of the outcome, and of the country or its president. */
export function concernsNationalResult(claim: Pick<Claim, 'text'>): boolean {
  const words = new Set(tokenise(claim.text));
  const some = (set: ReadonlySet<string>): boolean => [...words].some((word) => set.has(word));
  return some(resultWords) && some(nationalWords);
}

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

/** Which unit answers: the lowest that all of it lies in, and never a regency on a national result. */
export function ownerOf(claim: Claim | null, issue: Issue | null): Owner {
  const areas = claim && claim.areas.length > 0 ? claim.areas : null;
  const unit = areas ? commonUnit(areas) : (issue?.unit ?? claim?.unit ?? nationalUnit);
  if (claim && tierOf(unit) === 'regency' && concernsNationalResult(claim))
    return {
      unit: parentOf(unit)!,
      reason: 'Klaim tentang hasil nasional dijawab KPU provinsi atau KPU RI, bukan kabupaten/kota.',
    };
  if (areas === null) return { unit, reason: issue ? 'Unit pemilik isu.' : 'Unit yang menyimpan klaim.' };
  return {
    unit,
    reason:
      areas.length === 1
        ? 'Wilayah yang disebut klaim.'
        : 'Unit terendah yang meliputi semua wilayah yang disebut klaim.',
  };
}
