import { provinceOf } from '../../shared/domain/area.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Part } from '../../shared/domain/risk.ts';
import type { RiskSettings } from './settings.ts';

/** How far a matter has spread. */
export interface Reach {
  /** All items, re-posts included. */
  posts: number;
  accounts: number;
  platforms: number;
  interactions: number;
  maxFollowers: number;
  /** Newsrooms of the mainstream tier that carry it, by name. */
  mainstreamOutlets: readonly string[];
  /** Distinct newsrooms in the busiest or latest window of `outletWindowHours5`. */
  outletsInWindow: number;
  provinces: number;
}

export interface ReachSources {
  /** 3 national, 2 regional, 1 local; 0 when unknown. */
  outletTier(outlet: string): number;
  /** Newsrooms seen by the series in the window; 0 when no series is kept. */
  outletsInWindow: number;
}

/** Reads an issue's reach from its counts and spread. */
export function reachOf(issue: Issue, sources: ReachSources, settings: RiskSettings): Reach {
  const { spread, counts } = issue;
  const areas = new Set([...issue.areas, ...Object.keys(spread.areas)].map(provinceOf));
  const tierFrom = settings.likelihood.outletTier4;
  return {
    posts: counts.items,
    accounts: spread.authors,
    platforms: Object.keys(spread.platforms).length,
    interactions: counts.interactions,
    maxFollowers: spread.maxFollowers,
    mainstreamOutlets: Object.keys(spread.outlets).filter((name) => sources.outletTier(name) >= tierFrom),
    outletsInWindow: sources.outletsInWindow,
    provinces: areas.size,
  };
}

const number = new Intl.NumberFormat('id-ID');
const count = (value: number): string => number.format(value);

/** Each step of DOMAIN's table that is reached, with what was seen. The likelihood is the highest of them. */
export function likelihoodParts(reach: Reach, settings: RiskSettings): Part[] {
  const s = settings.likelihood;
  const hours = s.outletWindowHours5;
  const outlets = reach.mainstreamOutlets.slice(0, 3).join(', ');
  const steps: [number, boolean, string][] = [
    [2, reach.posts >= s.posts2, `${count(reach.posts)} unggahan`],
    [2, reach.accounts >= s.accounts2, `${count(reach.accounts)} akun berbeda`],
    [3, reach.platforms >= s.platforms3, `muncul di ${count(reach.platforms)} platform`],
    [3, reach.posts >= s.posts3, `${count(reach.posts)} unggahan, batasnya ${count(s.posts3)}`],
    [3, reach.interactions >= s.interactions3, `${count(reach.interactions)} interaksi`],
    [4, reach.mainstreamOutlets.length > 0, `dimuat media arus utama (${outlets})`],
    [4, reach.maxFollowers >= s.followers4, `diunggah akun dengan ${count(reach.maxFollowers)} pengikut`],
    [5, reach.outletsInWindow >= s.outlets5, `${count(reach.outletsInWindow)} media dalam ${hours} jam`],
    [5, reach.provinces >= s.provinces5, `menyebar di ${count(reach.provinces)} provinsi`],
  ];
  const reached = steps.filter(([, holds]) => holds);
  const single: Part = { code: 'L1', value: 1, evidence: `baru ${count(Math.max(1, reach.posts))} unggahan` };
  if (reached.length === 0) return [single];
  return reached.map(([value, , evidence]) => ({ code: `L${value}`, value, evidence }));
}
