import aliases from '../../../shared/areas/aliases.json' with { type: 'json' };
import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import { localities } from '../../../shared/areas/localities.ts';
import { createPhraseTrie, type PhraseTrie } from '../read/phrase-trie.ts';
import { scanWords } from '../read/scan-words.ts';
import homonyms from './homonyms.json' with { type: 'json' };

/**
 * What a name needs before it counts as a place: nothing; to be written as a name (capital, or a cue where the
 * text has no capitals); a cue beside it; an office's name before it; or it never counts (an idiom, a dish, a club).
 */
export type Need = 'nothing' | 'capital' | 'cue' | 'office' | 'blocked';

/** One name and the areas that bear it, the likeliest first. */
export interface PlaceName {
  codes: readonly string[];
  /** Official names and abbreviations outrank districts and towns. */
  rank: 'official' | 'alias' | 'locality' | 'blocked';
  need: Need;
}

export interface Gazetteer {
  trie: PhraseTrie<PlaceName>;
  /** Names written in one word, for hashtags and handles: `acehtimur`. */
  joined: ReadonlyMap<string, PlaceName>;
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
const spelled = (name: string): string => scanWords(name).words.join(' ');

const kindWords = /^(Kabupaten Administrasi|Kota Administrasi|Kabupaten|Kota|Kep\.) /;

/** Official names, bare and with what people write for them. */
function officialNames(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const add = (name: string, code: string): void => {
    const key = spelled(name);
    const codes = names.get(key) ?? [];
    if (!codes.includes(code)) names.set(key, [...codes, code]);
  };
  for (const { code, name } of areas) {
    const bare = name.trim().replace(kindWords, '').replace(kindWords, '');
    add(bare, code);
    if (bare.startsWith('Kepulauan ')) add(bare.replace('Kepulauan ', 'Kep '), code);
    if (bare.startsWith('Sumatera ')) add(bare.replace('Sumatera', 'Sumatra'), code);
  }
  return names;
}

/** Quarters of a city by their side (`Semarang Barat`); a name that is listed on its own keeps its meaning. */
function* cityQuarters(): Generator<readonly [string, string]> {
  for (const { code, name } of areas) {
    const bare = name.trim().replace(kindWords, '');
    if (code[3] !== '7' || bare.includes(' ')) continue;
    for (const side of ['Utara', 'Selatan', 'Barat', 'Timur', 'Tengah'])
      yield [spelled(`${bare} ${side}`), code];
  }
}

/** Province before city before regency: how a bare shared name is read (LABELS 9). */
const byLikelihood = (a: string, b: string): number => {
  const rank = (code: string): number => (code.length === 2 ? 0 : code[3] === '7' ? 1 : 2);
  return rank(a) - rank(b) || a.localeCompare(b);
};

/** Builds the gazetteer from the bundled files: about 4,500 names of 552 areas. */
export function createGazetteer(): Gazetteer {
  const needs = new Map<string, Need>();
  for (const name of homonyms.capital.flatMap(listed)) needs.set(spelled(name), 'capital');
  for (const name of homonyms.cue.flatMap(listed)) needs.set(spelled(name), 'cue');
  for (const name of homonyms.office.flatMap(listed)) needs.set(spelled(name), 'office');
  const names = new Map<string, PlaceName>();
  const put = (key: string, codes: readonly string[], rank: PlaceName['rank']): void => {
    if (key === '') return;
    const earlier = names.get(key);
    if (earlier && earlier.rank === 'official' && rank === 'locality') return;
    const all = earlier
      ? [...earlier.codes, ...codes.filter((code) => !earlier.codes.includes(code))]
      : codes;
    names.set(key, { codes: all, rank: earlier?.rank ?? rank, need: needs.get(key) ?? 'nothing' });
  };
  for (const [key, codes] of officialNames()) put(key, codes.toSorted(byLikelihood), 'official');
  for (const [code, list] of Object.entries(aliases))
    for (const name of listed(list)) put(spelled(name), [code], 'alias');
  for (const [code, list] of Object.entries(localities))
    for (const name of listed(list)) put(spelled(name), [code], 'locality');
  for (const [key, code] of cityQuarters()) if (!names.has(key)) put(key, [code], 'locality');
  const joined = new Map<string, PlaceName>();
  for (const [key, name] of names)
    if (name.rank !== 'locality' || name.need === 'nothing') joined.set(key.replaceAll(' ', ''), name);
  for (const name of homonyms.blocked.flatMap(listed))
    names.set(spelled(name), { codes: [], rank: 'blocked', need: 'blocked' });
  return { trie: createPhraseTrie(names, (_, later) => later), joined };
}
