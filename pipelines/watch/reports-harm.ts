import { tokenise } from '../../shared/text/tokenise.ts';

/**
 * Words by which people report that something went wrong, without blaming anybody: damage, loss, delay, failure,
 * unrest. Roots with the prefixes they are used with; negated ones do not count.
 */
const harm = new Set(
  [
    'banjir kebanjiran terendam hanyut longsor ambruk roboh runtuh terbakar kebakaran dibakar hangus',
    'rusak kerusakan dirusak robek sobek bolong hilang dicuri raib tercecer tertukar tercoblos dicoblos',
    'kekurangan kehabisan keterlambatan terlambat nunggak menunggak telat dipotong pungli',
    'error eror gangguan ngaco ngawur diretas peretasan bocor kebocoran lumpuh',
    'ricuh kericuhan rusuh kerusuhan bentrok diserang dianiaya dikeroyok diancam',
    'meninggal tewas wafat keracunan pingsan kecelakaan',
    'amburadul kacau kisruh gaduh menggelembung digelembungkan menggelembungkan penggelembungan',
    'protes mengeluh mengeluhkan menagih digugat',
  ].flatMap((line) => line.split(' ')),
);
const negations = new Set(['tidak', 'tak', 'bukan', 'belum', 'tanpa', 'gak', 'nggak', 'ga', 'enggak']);
/** Two words in a row: what is still owed to people, or does not work. */
const pairs = new Set([
  'belum cair',
  'belum dibayar',
  'belum turun',
  'belum sampai',
  'belum menerima',
  'belum terima',
  'tidak cocok',
  'tidak sesuai',
  'tidak terdaftar',
  'tidak tersedia',
  'tidak bisa',
  'gak bisa',
  'nggak bisa',
  'tak kunjung',
]);
const longestRead = 2_000;

/**
 * True when a text tells of harm or failure: an incident that many report is an alarm although nobody blames KPU in it.
 * Rough on purpose and linear in the text: it counts only beside the number of items and of publishers.
 */
export function reportsHarm(text: string): boolean {
  const words = tokenise(text.slice(0, longestRead));
  return words.some((word, at) => {
    const before = words[at - 1] ?? '';
    if (pairs.has(`${before} ${word}`)) return true;
    // "tidak ada yang hilang"
    return harm.has(word) && !words.slice(Math.max(0, at - 3), at).some((one) => negations.has(one));
  });
}
