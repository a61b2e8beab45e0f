import { allCapitals, initialCapital, lowerCase, type Scan } from '../read/scan-words.ts';
import { plainNotes, startBits, type WordNote } from '../read/word-notes.ts';
import {
  cityCues,
  districtCues,
  districtOffices,
  namesakeCues,
  namesakeTails,
  officeCues,
  regencyCues,
  villageCues,
  weakCues,
} from './cue-words.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';
import { placeInTag } from './place-in-tag.ts';

/** An area that the text names. */
export interface FoundPlace {
  code: string;
  /** Number of the first word of the name in the scan. */
  at: number;
  words: string[];
  /** Only the place of writing (`SURABAYA, KOMPAS.com –`), nothing said of it. */
  byline: boolean;
}

interface Mention {
  name: PlaceName;
  at: number;
  length: number;
  kind: 'regency' | 'city' | null;
  byline: boolean;
}

/** Does the text use capitals as one writes them? Headlines in capitals and chat in lower case do not. */
function tellsNames(scan: Scan): boolean {
  let lower = 0;
  let capital = 0;
  for (const written of scan.cases) {
    if (written === lowerCase) lower++;
    else if (written === initialCapital) capital++;
  }
  return capital > 0 && (lower > 0 || capital > 1);
}

const previous = (scan: Scan, at: number): string => (at > 0 ? scan.words[at - 1]! : '');
const adjoins = (scan: Scan, at: number): boolean =>
  at > 0 &&
  scan.sentences[at] === scan.sentences[at - 1] &&
  (scan.before[at] === ' ' || scan.before[at] === '.');

/** `wali kota` and `kab.`/`kota` before the name, or `kota` after it, say which of two namesakes is meant. */
function kindAt(scan: Scan, at: number, length: number): Mention['kind'] {
  const before = previous(scan, at);
  const twoBefore = at > 1 ? scan.words[at - 2]! : '';
  if (before === 'kota' && regencyCues.has(twoBefore)) return null;
  if (scan.words[at + length] === 'kota' && adjoins(scan, at + length)) return 'city';
  if (cityCues.has(before)) return 'city';
  return regencyCues.has(before) ? 'regency' : null;
}

/** `banjar kalsel`, `Batu, Jawa Timur`: the province of the name follows it. */
function provinceFollows(scan: Scan, name: PlaceName, next: number, gazetteer: Gazetteer): boolean {
  if (next >= scan.words.length) return false;
  const after = gazetteer.trie.longestAt(scan.words, next);
  const codes = after?.value.codes ?? [];
  return codes.some((code) => name.codes.some((own) => liesWithin(own, code)));
}

/** People say Papua for the whole island, which six provinces share. */
const papua = '91';
const ofPapua = /^9[1-6]\./;
const liesWithin = (code: string, ancestor: string): boolean =>
  code.startsWith(`${ancestor}.`) || (ancestor === papua && ofPapua.test(code));

/** How the text as a whole is written, and which kind of local government it speaks of. */
interface TextHabit {
  cased: boolean;
  shouting: boolean;
  kind: Mention['kind'];
}

const cityWords = new Set(['pemkot', 'walikota', 'wawali', 'pilwali', 'pilwalkot', 'pilwakot']);
const regencyWords = new Set(['pemkab', 'bupati', 'wabup', 'pilbup']);

function habitOf(scan: Scan): TextHabit {
  let city = false;
  let regency = false;
  let shouted = 0;
  scan.words.forEach((word, i) => {
    if (
      cityWords.has(word) ||
      (word === 'kota' && (scan.words[i - 1] === 'wali' || scan.words[i - 1] === 'pemerintah'))
    )
      city = true;
    if (regencyWords.has(word)) regency = true;
    if (scan.cases[i] === allCapitals) shouted++;
  });
  return {
    cased: tellsNames(scan),
    shouting: shouted * 2 > scan.words.length,
    kind: city === regency ? null : city ? 'city' : 'regency',
  };
}

/** Abbreviations in capitals that mean something else more often. */
const otherAbbreviations = new Set(['ktt', 'kkr', 'mtb', 'ksb', 'kbb', 'sabu']);

/** The words around say that only the name is shared: a street or dish, a village, a group of islands, a newspaper. */
function isNamesake(scan: Scan, name: PlaceName, at: number, length: number): boolean {
  const before = previous(scan, at);
  if (namesakeTails.has(scan.words[at + length] ?? '') && adjoins(scan, at + length)) return true;
  if (!adjoins(scan, at)) return false;
  if (namesakeCues.has(before)) return true;
  const isIslands = before === 'pulau' && previous(scan, at - 1) === 'pulau';
  return (villageCues.has(before) && name.rank !== 'locality') || (isIslands && name.rank === 'official');
}

function accepts(scan: Scan, name: PlaceName, at: number, length: number, habit: TextHabit): boolean {
  if (isNamesake(scan, name, at, length)) return false;
  const before = previous(scan, at);
  const beside = adjoins(scan, at);
  if (name.need === 'nothing') return true;
  const hasCapital = scan.cases[at]! !== lowerCase;
  if (beside && name.rank === 'locality' && districtOffices.has(before)) return true;
  if (name.need === 'cue' && name.rank === 'locality')
    return beside && habit.cased && hasCapital && (weakCues.has(before) || districtCues.has(before));
  if (beside && officeCues.has(before)) return true;
  if (name.need === 'office') return false;
  const weak = beside && weakCues.has(before);
  if (name.need === 'capital') return habit.cased ? hasCapital : weak;
  if (name.rank !== 'alias') return habit.cased && hasCapital && weak;
  return scan.cases[at] === allCapitals && !habit.shouting && !otherAbbreviations.has(scan.words[at]!);
}

const bylineTail = /^\s{0,3}(?:\([^)\n]{2,30}\)|[,|/][ A-Za-z.0-9]{2,30})?\s{0,3}(?:[–—]|-{1,2})\s/;

/** A place at the very start, followed by the outlet and a dash, is where the reporter sat. */
const isByline = (scan: Scan, at: number, length: number): boolean =>
  at === 0 && bylineTail.test(scan.text.slice(scan.ends[at + length - 1]!, scan.ends[at + length - 1]! + 60));

function mentionsOf(
  scan: Scan,
  notes: readonly WordNote[],
  gazetteer: Gazetteer,
  habit: TextHabit,
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < scan.words.length; ) {
    const isTagged = scan.before[at] === '#' || scan.before[at] === '@';
    if (!isTagged && !(notes[at]!.starts & (startBits.places | startBits.tags))) {
      at++;
      continue;
    }
    const tagged = placeInTag(scan, at, gazetteer);
    if (tagged) mentions.push({ name: tagged.name, at, length: 1, kind: tagged.kind, byline: false });
    const found = tagged ? null : gazetteer.trie.longestAt(scan.words, at);
    if (!found) {
      at++;
      continue;
    }
    const { value: name, length } = found;
    if (
      name.need !== 'blocked' &&
      (accepts(scan, name, at, length, habit) || provinceFollows(scan, name, at + length, gazetteer))
    )
      mentions.push({ name, at, length, kind: kindAt(scan, at, length), byline: isByline(scan, at, length) });
    at += length;
  }
  return mentions;
}

const isCity = (code: string): boolean => code.length === 5 && code[3] === '7';
const fits = (code: string, kind: Mention['kind']): boolean =>
  kind === null || (kind === 'city' ? isCity(code) : code.length === 5 && !isCity(code));

/** Narrows a shared name by its kind, then by what else the text names; else the likeliest, or none for districts. */
function resolve(
  mention: Mention,
  sure: ReadonlySet<string>,
  provinces: ReadonlySet<string>,
  habitual: Mention['kind'],
): string | null {
  const { codes, rank } = mention.name;
  if (codes.length === 1) return codes[0]!;
  const ofKind = codes.filter((code) => fits(code, mention.kind));
  const open = ofKind.length > 0 ? ofKind : codes;
  if (open.length === 1) return open[0]!;
  const named = open.find((code) => sure.has(code));
  if (named) return named;
  const near = open.filter((code) => code.length === 5 && provinces.has(code.slice(0, 2)));
  if (near.length > 0 && near.length < open.filter((code) => code.length === 5).length) return near[0]!;
  if (rank === 'locality') return null;
  return open.find((code) => habitual !== null && fits(code, habitual)) ?? open[0]!;
}

/**
 * The most specific areas that the text names, in the order of their first mention (LABELS 9): ancestors of a
 * named area are dropped, a byline counts only when nothing else is named and never for the capital.
 */
export function findPlaces(
  scan: Scan,
  gazetteer: Gazetteer,
  notes: readonly WordNote[] = plainNotes(scan),
): FoundPlace[] {
  const habit = habitOf(scan);
  const mentions = mentionsOf(scan, notes, gazetteer, habit);
  if (mentions.length === 0) return [];
  const sure = new Set<string>();
  for (const { name, kind } of mentions) {
    const open = name.codes.filter((code) => fits(code, kind));
    if (open.length === 1 && (kind !== null || name.codes.length === 1)) sure.add(open[0]!);
  }
  const provinces = new Set([...sure].map((code) => code.slice(0, 2)));
  const places = new Map<string, FoundPlace>();
  for (const mention of mentions) {
    const code = resolve(mention, sure, provinces, habit.kind);
    if (code === null) continue;
    const known = places.get(code);
    if (known) known.byline &&= mention.byline;
    else {
      const words = scan.words.slice(mention.at, mention.at + mention.length);
      places.set(code, { code, at: mention.at, words: [words.join(' ')], byline: mention.byline });
    }
  }
  const all = [...places.values()];
  const told = all.filter((place) => !place.byline);
  const kept = told.length > 0 ? told : all.filter((place) => !place.code.startsWith('31'));
  return kept.filter(
    (place) => place.code.length > 2 || !kept.some((other) => liesWithin(other.code, place.code)),
  );
}
