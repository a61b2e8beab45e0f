import type { Scan } from '../read/scan-words.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';

const heads =
  /^(?:humas|info|official|save|warga|kabar|ayo|peduli|jaga|kawal|pemilu|pilkada|pilgub|pilbup|pilwali|pilwalkot|pilwakot|kpud|kpuri|kpu|kip|bawaslu|panwaslu|ppk|pps|dprd|pemprov|pemkab|pemkot|polresta|polres|polda|provinsi|prov)+/;
const kinds = /^(kabupaten|kab|kota)|(kab|kota)$/;

/** Whether a run-together word begins as those do that bear a place. */
export const mayBeTag = (word: string): boolean => isTagLength(word) && heads.test(word);

const isTagLength = ({ length }: string): boolean => length >= 6 && length <= 40;

/**
 * The place in a hashtag, a handle or a run-together word (`#PilkadaJatim`, `@kpukabmalang`, `kpusidoarjo`), with
 * the kind of area when the tag says it. Only names of at least three letters, and only after a known head.
 */
export function placeInTag(
  scan: Scan,
  at: number,
  gazetteer: Gazetteer,
): { name: PlaceName; kind: 'regency' | 'city' | null } | null {
  const word = scan.words[at]!;
  if (!isTagLength(word)) return null;
  const tagged = scan.before[at] === '#' || scan.before[at] === '@';
  const head = heads.exec(word);
  if (!head && !tagged) return null;
  let rest = head ? word.slice(head[0].length) : word;
  rest = rest.replace(/\d+$/, '');
  const kind = kinds.exec(rest);
  if (kind && rest.length - kind[0].length >= 3) rest = rest.replace(kind[0], '');
  if (rest.length < 3) return null;
  const name = gazetteer.joined.get(rest);
  if (!name || name.need === 'blocked' || (!head && name.need !== 'nothing')) return null;
  return { name, kind: kind === null ? null : kind[0] === 'kota' ? 'city' : 'regency' };
}
