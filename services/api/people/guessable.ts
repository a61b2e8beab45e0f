import { allUnits } from '../../../shared/areas/units.ts';

/** Rows of a keyboard, as fingers run along them; and the alphabet. */
const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  // down the columns
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];
/** Shorter runs stand in ordinary words ("poli", "sdf"). */
const leastRun = 4;

/** What people of an office, and of this country, begin with; by our own list, longest words of a family only. */
const words = [
  ...[
    'password',
    'passwort',
    'passcode',
    'katasandi',
    'sandi',
    'rahasia',
    'kunci',
    'login',
    'masuk',
    'welcome',
  ],
  ...[
    'letmein',
    'iloveyou',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'operator',
    'default',
    'changeme',
  ],
  ...[
    'test',
    'testing',
    'coba',
    'contoh',
    'demo',
    'sample',
    'secret',
    'master',
    'server',
    'komputer',
    'internet',
  ],
  ...['indonesia', 'indonesiaraya', 'nusantara', 'garuda', 'pancasila', 'merdeka', 'bhinneka', 'republik'],
  ...['kpu', 'kip', 'kpuri', 'bawaslu', 'dkpp', 'humas', 'bakohumas', 'sirekap', 'sidalih', 'silon', 'sipol'],
  ...[
    'pemilu',
    'pilkada',
    'pilpres',
    'pileg',
    'pemilihan',
    'umum',
    'komisi',
    'suara',
    'kotaksuara',
    'luber',
    'jurdil',
  ],
  ...[
    'provinsi',
    'kabupaten',
    'kota',
    'kantor',
    'petugas',
    'ketua',
    'anggota',
    'sekretariat',
    'kasubbag',
    'saring',
  ],
  ...[
    'bismillah',
    'alhamdulillah',
    'assalamualaikum',
    'sayang',
    'cinta',
    'cintaku',
    'ganteng',
    'cantik',
    'bahagia',
  ],
  ...['selamat', 'sukses', 'berkah', 'barokah', 'jaya', 'juara', 'persija', 'persib', 'arema', 'persebaya'],
  ...[
    'football',
    'baseball',
    'superman',
    'batman',
    'pokemon',
    'naruto',
    'dragon',
    'monkey',
    'princess',
    'sunshine',
  ],
  ...[
    'facebook',
    'google',
    'gmail',
    'samsung',
    'iphone',
    'android',
    'windows',
    'whatsapp',
    'tiktok',
    'instagram',
  ],
];

const months = [
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober'],
  ...[
    'november',
    'desember',
    'january',
    'february',
    'march',
    'june',
    'july',
    'august',
    'october',
    'december',
  ],
];
const days = [
  ...['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
];

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Names of provinces, regencies and cities, whole and word by word; shorter ones stand in other words. */
const places = (): string[] =>
  allUnits().flatMap(({ name }) => {
    const bare = name.replace(/\b(KPU|KIP|Provinsi|Kabupaten|Kota|Administrasi|RI)\b/g, ' ');
    return [bare, ...bare.split(' ')].map(letters).filter((one) => one.length >= 5);
  });

let known: readonly string[] | null = null;
/** Longest first, so that "jawatimur" goes before "timur"; made once. */
const parts = (): readonly string[] => {
  known ??= [...new Set([...words, ...months, ...days, ...places()])].sort((a, b) => b.length - a.length);
  return known;
};

/** Signs that stand for letters: P@ssw0rd. */
const signs: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const spelled = (text: string): string => text.replace(/[@431!0$57]/g, (sign) => signs[sign]!);

const backwards = (text: string): string => [...text].reverse().join('');
const rowsBothWays = rows.flatMap((row) => [row, backwards(row)]);

/** Without runs along a keyboard's row, either way: `qwerty`, `4321`. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    let end = at + leastRun;
    const isRun = (): boolean =>
      end <= text.length && rowsBothWays.some((row) => row.includes(text.slice(at, end)));
    if (!isRun()) {
      left += text[at++];
      continue;
    }
    while (isRun()) end += 1;
    at = end - 1;
  }
  return left;
}

/** Without what repeats at once: `aaaa` is `a`, `abcabcabc` is `abc`. */
function withoutRepeats(text: string): string {
  let left = text;
  for (let size = 1; size <= left.length / 2; size += 1)
    for (let at = 0; at + 2 * size <= left.length; ) {
      const isTwice = left.slice(at, at + size) === left.slice(at + size, at + 2 * size);
      // One letter twice is ordinary spelling; thrice is not.
      const isOrdinary = size === 1 && left[at + 2] !== left[at];
      if (isTwice && !isOrdinary) left = left.slice(0, at) + left.slice(at + size);
      else at += 1;
    }
  return left;
}

/** Years and days as people write them, within this and the last century. */
const dates = /(?:0?[1-9]|[12]\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d/g;

function ownOf(text: string): number {
  let left = parts().reduce((rest, word) => rest.replaceAll(word, ' '), withoutRepeats(text));
  left = withoutRuns(left.replaceAll(' ', '').replace(dates, ''));
  return withoutRepeats(left).length;
}

/**
 * Letters and digits of a password that are its owner's own: beside words and names that everybody tries (also spelled
 * with signs and backwards), dates, runs along a keyboard and repetitions. By rule instead of by a list: a list of the
 * passwords that leaked most often has few of this country's, and none of this year's.
 */
export function ownLetters(password: string): number {
  const plain = password.toLowerCase();
  const readings = [letters(plain), letters(spelled(plain))];
  return Math.min(...readings.flatMap((text) => [ownOf(text), ownOf(backwards(text))]));
}
