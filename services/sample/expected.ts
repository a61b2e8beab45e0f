import type { Level } from '../../shared/domain/risk.ts';

/** What the feed must say about one matter at the end of the week. */
interface ExpectedIssue {
  /** The key of `createMatterOf`. */
  matter: string;
  /** The unit that owns it: a regency or city, a province where it spans several, `RI` beyond one province. */
  unit: string;
  /** The feed may say more, never less. */
  minimumLevel: Level;
  /** Its place in the feed is this or better; null where the place does not matter. */
  withinFirst: number | null;
  /** True: most of its near-copies (`group`) have a raised hoax indication. False: most of its items have none. */
  hoaxIndication: boolean;
  why: string;
}

/**
 * The issues the week must lead to. The local hoax and the crisis lead, in whichever order; the other hoax, which had
 * died down by the week's end, comes third; the two pieces of criticism are within the first ten. Levels come from the
 * L × I table, with voting day inside the window that raises each by one.
 */
export const expectedIssues: readonly ExpectedIssue[] = [
  {
    matter: 'sidoarjo-surat-suara',
    unit: '35.15',
    minimumLevel: 'kritis',
    withinFirst: 2,
    hoaxIndication: false,
    why: 'L5 (five outlets within six hours) × I3 or more, one up near voting day; a true incident, not a hoax',
  },
  {
    matter: 'malang-tercoblos',
    unit: '35.73',
    minimumLevel: 'tinggi',
    withinFirst: 2,
    hoaxIndication: true,
    why: 'L4 (reported by national outlets) × I4 (trust in a local result)',
  },
  {
    matter: 'ktp-digital',
    unit: 'RI',
    minimumLevel: 'tinggi',
    withinFirst: 3,
    hoaxIndication: true,
    why: 'L4 (an account above 100,000 followers) × I4 (may keep voters at home), in two provinces',
  },
  {
    matter: 'makassar-antrean',
    unit: '73.71',
    minimumLevel: 'sedang',
    withinFirst: 10,
    hoaxIndication: false,
    why: 'L3 × I3; criticism of a service is never a hoax',
  },
  {
    matter: 'gowa-honor',
    unit: '73.06',
    minimumLevel: 'sedang',
    withinFirst: 8,
    hoaxIndication: false,
    why: 'L3 × I2; criticism of a late payment is never a hoax',
  },
  {
    matter: 'kabmalang-pindah',
    unit: '35.07',
    minimumLevel: 'sedang',
    withinFirst: null,
    hoaxIndication: false,
    why: 'L3 × I3: sincere questions about a procedure need a plain answer',
  },
  {
    matter: 'gowa-lansia',
    unit: '73.06',
    minimumLevel: 'rendah',
    withinFirst: null,
    hoaxIndication: false,
    why: 'Praise is an issue too, with nothing to answer',
  },
];

/** Pairs that share words and must stay two issues. */
export const expectedApart: readonly (readonly [string, string])[] = [
  ['sidoarjo-surat-suara', 'malang-tercoblos'],
  ['ktp-digital', 'makassar-undangan-telat'],
  ['kabmalang-logistik', 'malang-tercoblos'],
  ['gowa-honor', 'gowa-lansia'],
];

/** Copies of one wire report under differing headlines: each group is one story. */
export const expectedSyndicated: readonly { matter: string; copies: number }[] = [
  { matter: 'pusat-bantuan', copies: 7 },
  { matter: 'hitung-cepat', copies: 6 },
];
