/** A number that begins at a word: what it says, and how many words it takes. */
export interface NumberRead {
  /** Equal for equal numbers, however they are written: `7` for "tujuh", "07" and "7". */
  value: string;
  length: number;
}

const numberWords = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text.split(' ').map((pair) => {
      const [word, value] = pair.split('=');
      return [word!, Number(value)];
    }),
  );

const units = numberWords(
  'nol=0 satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 sebelas=11 seratus=100',
);
const smallFactors = numberWords('puluh=10 ratus=100');
const largeFactors = numberWords(
  'ribu=1000 rb=1000 juta=1000000 jt=1000000 miliar=1000000000 milyar=1000000000 triliun=1000000000000',
);
const wholes = numberWords('seribu=1000 sejuta=1000000 semiliar=1000000000');
/** Say a number without its figure; each is a number of its own, since "12" and "ribuan" are not the same. */
const vague = new Set(
  'belasan puluhan ratusan ribuan jutaan miliaran triliunan pertama kedua ketiga keempat kelima keenam ketujuh'.split(
    ' ',
  ),
);
const digits = /^(?:rp)?(\d{1,15}(?:[.,]\d{1,6})?)(rb|ribu|jt|juta|k)?$/;
/** Dates, times and the like count as they are written. */
const dated = /^\d[\d.,:/-]{0,18}(?:-?an|%)?$/;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What was read of a number: `pending` waits for "puluh" or "belas", `group` for "ribu". */
interface Sum {
  total: number;
  group: number;
  pending: number | null;
}

/** @returns the number that stands at `words[at]`, in figures or words ("dua belas", "1,2 juta", "12rb"); null where none does */
export function numberAt(words: readonly string[], at: number): NumberRead | null {
  const word = words[at]!;
  if (vague.has(word)) return { value: word, length: 1 };
  // "Salah satu" is one of several, not a count.
  if (word === 'satu' && words[at - 1] === 'salah') return null;
  let sum: Sum = { total: 0, group: 0, pending: null };
  let end = at;
  for (; end < words.length; end++) {
    const more = add(sum, words[end]!);
    if (more === null) break;
    sum = more;
  }
  if (end > at) return { value: String(sum.total + waiting(sum)), length: end - at };
  return dated.test(word) ? { value: word, length: 1 } : null;
}

const waiting = ({ group, pending }: Sum): number => group + (pending ?? 0);

/** The number with one word more; null where the word does not go on with it. */
function add(sum: Sum, word: string): Sum | null {
  const { total, group, pending } = sum;
  const whole = wholes.get(word);
  if (whole !== undefined) return pending === null ? { ...sum, total: total + whole } : null;
  const unit = unitOf(word);
  if (unit !== null) return pending === null ? { ...sum, pending: unit } : null;
  const large = largeFactors.get(word);
  if (large !== undefined && waiting(sum) > 0)
    return { total: total + waiting(sum) * large, group: 0, pending: null };
  if (pending === null) return null;
  if (word === 'belas') return { total, group: group + pending + 10, pending: null };
  const small = smallFactors.get(word);
  return small === undefined ? null : { total, group: group + pending * small, pending: null };
}

function unitOf(word: string): number | null {
  const named = units.get(word);
  if (named !== undefined) return named;
  const first = word.charCodeAt(0);
  if (!isDigit(first) && !word.startsWith('rp')) return null;
  const written = digits.exec(word);
  if (!written) return null;
  const factor = written[2] === undefined ? 1 : written[2] === 'k' ? 1_000 : largeFactors.get(written[2])!;
  return Number(written[1]!.replace(',', '.')) * factor;
}
