import { zoneNow } from '../../components/times.tsx';
import { listIn } from '../../router/router.ts';

export const facetNames = ['tone', 'platform', 'topic', 'stance', 'area', 'outlet'] as const;
export type FacetName = (typeof facetNames)[number];

/** A search as it stands in the address. */
export interface Search extends Record<FacetName, string[]> {
  q: string;
  /** Days as the unit's calendar has them, both included: `2026-11-22`. */
  from: string;
  to: string;
  unique: boolean;
  issue: string;
  story: string;
  sort: 'time' | 'relevance';
}

const offsets: Record<string, string> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};
const dayMs = 86_400_000;
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** The first moment of a day in the unit's zone. */
export const startOf = (day: string): number =>
  Date.parse(`${day}T00:00:00${offsets[zoneNow()] ?? '+07:00'}`);

export function searchOf(query: URLSearchParams): Search {
  const day = (name: string): string => {
    const text = query.get(name);
    return isDay(text) && !Number.isNaN(startOf(text)) ? text : '';
  };
  const q = query.get('q') ?? '';
  const facets = Object.fromEntries(facetNames.map((name) => [name, listIn(query, name)]));
  return {
    ...(facets as Record<FacetName, string[]>),
    q,
    from: day('from'),
    to: day('to'),
    unique: query.get('unique') === 'true',
    issue: query.get('issue') ?? '',
    story: query.get('story') ?? '',
    sort: query.get('sort') === 'time' || q === '' ? 'time' : 'relevance',
  };
}

const moment = (at: number): string => new Date(at).toISOString();

/** What the API is asked; the same for items, histogram and facets. */
export function filterOf(search: Search, { withDays = true } = {}) {
  const { q, from, to, unique, issue, story } = search;
  const facets: Partial<Record<FacetName, string>> = {};
  for (const name of facetNames) if (search[name].length > 0) facets[name] = search[name].join(',');
  return {
    ...facets,
    ...(q ? { q } : {}),
    ...(issue ? { issue } : {}),
    ...(story ? { story } : {}),
    ...(unique ? { unique: 'true' as const } : {}),
    ...(withDays && from ? { from: moment(startOf(from)) } : {}),
    ...(withDays && to ? { to: moment(startOf(to) + dayMs) } : {}),
  };
}

const exportNames = {
  tone: 'tones',
  platform: 'platforms',
  topic: 'topics',
  stance: 'stances',
  area: 'areas',
  outlet: 'outlets',
} as const satisfies Record<FacetName, string>;

/** The body of an export of just this search. */
export function exportOf(search: Search): Record<string, unknown> {
  const { q, from, to, unique, issue, story } = search;
  const lists: Record<string, string[]> = {};
  for (const name of facetNames) if (search[name].length > 0) lists[exportNames[name]] = search[name];
  return {
    what: 'items',
    ...lists,
    ...(q ? { text: q } : {}),
    ...(issue ? { issueIds: [issue] } : {}),
    ...(story ? { storyIds: [story] } : {}),
    ...(unique ? { uniqueOnly: true } : {}),
    ...(from ? { from: moment(startOf(from)) } : {}),
    ...(to ? { to: moment(startOf(to) + dayMs) } : {}),
  };
}

export const isFiltered = (search: Search): boolean =>
  facetNames.some((name) => search[name].length > 0) ||
  search.from !== '' ||
  search.to !== '' ||
  search.unique ||
  search.issue !== '' ||
  search.story !== '';
