import type { Claim } from '../../shared/domain/claim.ts';
import { nationalUnit, tierOf } from '../../shared/domain/unit.ts';
import { tokenise } from '../../shared/text/tokenise.ts';

/** Words about the outcome of an election, and words that make it the nation's. Our own lists. */
const resultWords = new Set(
  'hasil suara rekapitulasi rekap perolehan pemenang menang dimenangkan kemenangan sirekap server situng kuik'.split(
    ' ',
  ),
);
const nationalWords = new Set(
  'nasional presiden wapres pilpres capres cawapres pusat indonesia singapura persen rakyat'.split(' '),
);

export type ClaimReach = Pick<Claim, 'text' | 'unit' | 'areas'>;

/**
 * Whether a claim is about a national result: said of the outcome of an election, and of the country. It is of the
 * country by its words, or because KPU RI keeps it without an area.
 */
export function concernsNationalResult({ text, unit, areas }: ClaimReach): boolean {
  const words = new Set(tokenise(text));
  const some = (set: ReadonlySet<string>): boolean => [...words].some((word) => set.has(word));
  const isOfCountry = unit === nationalUnit && areas.length === 0;
  return some(resultWords) && (isOfCountry || some(nationalWords));
}

/**
 * The one rule of tiers: claims about national results belong to the province or KPU RI. The chooser, drafting and the
 * steps of an issue all ask here. @returns why this unit may not answer it, in Indonesian; null when its tier may
 */
export const whyNotOfTier = (claim: ClaimReach | null, unit: string): string | null =>
  claim !== null && tierOf(unit) === 'regency' && concernsNationalResult(claim)
    ? 'Klaim tentang hasil nasional dijawab KPU provinsi atau KPU RI, bukan kabupaten/kota.'
    : null;
