import type { Stakeholder, StakeholderPerson } from '../../shared/domain/stakeholder.ts';
import { foldUnicode } from '../../shared/text/fold-unicode.ts';

/** Two entries that may be the same; a person decides. */
export interface Duplicate {
  kind: 'organisation' | 'person';
  a: { stakeholderId: string; personId: string | null; name: string; unit: string };
  b: { stakeholderId: string; personId: string | null; name: string; unit: string };
  /** 1: an address is the same; else likeness of the names, 0 to 1. */
  score: number;
  reasons: ('same_email' | 'same_phone' | 'same_telegram' | 'similar_name')[];
}

/** Names from this likeness on are shown: one letter in a word of eight, or "PT" more or less. Chosen. */
const likeEnough = 0.7;
/** Pairs that are shown; more than an officer looks through in an hour. */
const mostPairs = 200;
/** Trigrams in more names than this tell nothing ("kab", "ota"). */
const commonFrom = 200;

/** Forms of company, titles and degrees that come and go in front of and behind a name. */
const fillers = new Set(
  'pt cv tbk yayasan perkumpulan lembaga bapak ibu bpk sdr sdri dr drs dra ir h hj prof se sh si sos mm mh mi msi m s ip kom'.split(
    ' ',
  ),
);

const plainName = (name: string): string =>
  foldUnicode(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !fillers.has(word))
    .join(' ');

/** A phone number as E.164 digits: Indonesian numbers are written with 0, 62 or +62 before them. */
export const phoneKey = (text: string): string => {
  const digits = text.replace(/\D/g, '');
  return digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
};

function trigrams(name: string): Set<string> {
  const padded = `  ${name} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  return grams;
}

interface Entry {
  side: Duplicate['a'];
  grams: Set<string>;
  keys: { reason: Duplicate['reasons'][number]; key: string }[];
}

const keysOf = ({ contacts }: StakeholderPerson): Entry['keys'] =>
  contacts.map(({ channel, address }) =>
    channel === 'email'
      ? { reason: 'same_email' as const, key: address.trim().toLowerCase() }
      : channel === 'whatsapp'
        ? { reason: 'same_phone' as const, key: phoneKey(address) }
        : { reason: 'same_telegram' as const, key: address.trim().toLowerCase() },
  );

/**
 * Pairs of organisations and of people that look like one, the likeliest first: the same e-mail address, number or
 * Telegram name, or names alike by their trigrams (Dice) once titles and forms of company are off. Organisations of
 * different kinds are never compared; people only across and within organisations of the list. At most 200 pairs.
 */
export function findDuplicates(stakeholders: readonly Stakeholder[]): Duplicate[] {
  const organisations = Map.groupBy(stakeholders, ({ kind }) => kind);
  const pairs = [...organisations.values()].flatMap((alike) =>
    pairsAmong(
      'organisation',
      alike.map(({ id, name, unit }) => ({
        side: { stakeholderId: id, personId: null, name, unit },
        grams: trigrams(plainName(name)),
        keys: [],
      })),
    ),
  );
  const people = stakeholders.flatMap(({ id, unit, persons }) =>
    persons.map(
      (person): Entry => ({
        side: { stakeholderId: id, personId: person.id, name: person.name, unit },
        grams: trigrams(plainName(person.name)),
        keys: keysOf(person),
      }),
    ),
  );
  return [...pairs, ...pairsAmong('person', people)]
    .toSorted((x, y) => y.score - x.score || (x.a.name < y.a.name ? -1 : 1))
    .slice(0, mostPairs);
}

function pairsAmong(kind: Duplicate['kind'], entries: readonly Entry[]): Duplicate[] {
  const found = new Map<string, Duplicate>();
  const note = (x: number, y: number, score: number, reason: Duplicate['reasons'][number]): void => {
    const key = x < y ? `${x} ${y}` : `${y} ${x}`;
    const known = found.get(key);
    if (known?.reasons.includes(reason)) return;
    const [a, b] = [entries[Math.min(x, y)]!.side, entries[Math.max(x, y)]!.side];
    found.set(key, {
      kind,
      a,
      b,
      score: Math.max(known?.score ?? 0, score),
      reasons: [...(known?.reasons ?? []), reason],
    });
  };
  sameKeys(entries, note);
  similarNames(entries, note);
  return [...found.values()];
}

type Note = (x: number, y: number, score: number, reason: Duplicate['reasons'][number]) => void;

function sameKeys(entries: readonly Entry[], note: Note): void {
  const first = new Map<string, number>();
  entries.forEach(({ keys }, at) => {
    for (const { reason, key } of keys) {
      const before = first.get(`${reason} ${key}`);
      if (before === undefined) first.set(`${reason} ${key}`, at);
      else if (before !== at) note(before, at, 1, reason);
    }
  });
}

function similarNames(entries: readonly Entry[], note: Note): void {
  const holders = new Map<string, number[]>();
  entries.forEach(({ grams }, at) => {
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const others = holders.get(gram) ?? [];
      if (others.length < commonFrom)
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      others.push(at);
      holders.set(gram, others);
    }
    for (const [other, count] of shared) {
      const score = (2 * count) / (grams.size + entries[other]!.grams.size);
      if (score >= likeEnough) note(other, at, Math.min(score, 0.99), 'similar_name');
    }
  });
}
