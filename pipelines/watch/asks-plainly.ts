/** Words that open or carry a question in Indonesian posts; as a first word, or anywhere with a question mark. */
const openers = new Set([
  'apa',
  'apakah',
  'bagaimana',
  'bagaimanakah',
  'gimana',
  'kapan',
  'kapankah',
  'mana',
  'dimana',
  'kemana',
  'siapa',
  'berapa',
  'bisakah',
  'bolehkah',
  'benarkah',
  'betulkah',
  'adakah',
  'mohon',
  'tanya',
  'nanya',
  'izin',
  'ijin',
  'min',
  'kak',
  'admin',
]);
/** Anger in the same breath makes it rhetorical. */
const rhetorical =
  /(!!|\?!|!\?|\bkok bisa\b|\bmau sampai\b|\bsampai kapan\b|\bmasih percaya\b|\bpemilu apa\b|\bsiapa tanggung jawab\b)/;
const longestRead = 2_000;

/**
 * True when a text asks something without blame by its words alone: a question mark that is no rhetoric, or a question
 * word at its start. Rough on purpose; tone and stance are judged elsewhere and go first.
 */
export function asksPlainly(text: string): boolean {
  const plain = text.slice(0, longestRead).toLowerCase();
  if (rhetorical.test(plain)) return false;
  if (plain.includes('?')) return true;
  const words = plain.split(/[^\p{L}\p{N}]+/u, 4).filter((word) => word !== '');
  return words.slice(0, 2).some((word) => openers.has(word));
}
