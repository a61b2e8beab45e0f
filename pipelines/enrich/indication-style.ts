import { STOP_WORDS } from '../../shared/text/stop-words.ts';
import type { ModelWords } from './model/model-words.ts';

/** Words that carry manner rather than matter, besides the stop words: who speaks, how sure, how urgent. Our own list. */
const MANNER = `
tidak bukan belum jangan tanpa benar benarkah betul salah ternyata katanya konon diduga disebut menyebut mengaku kata ujar menurut berdasarkan
apa apakah siapa kenapa mengapa bagaimana kapan mana berapa kok masa lho loh oh wah ayo mari tolong mohon harap silakan segera awas hati-hati waspada penting
info informasi berita kabar pesan video foto gambar surat bukti fakta data rahasia isu hoax klarifikasi viral heboh terbongkar terungkap resmi asli palsu
sebar sebarkan viralkan bagikan kirim teruskan sampaikan klik daftar cek lihat baca tonton simak ketahui ingat
semua seluruh setiap banyak ribuan jutaan satu dua tiga pertama terakhir baru sekarang hari tanggal jam malam kemarin besok tahun
orang rakyat warga masyarakat pemerintah negara polisi dokter pejabat petugas ketua menteri presiden gubernur bupati anak ibu bapak umat
akan telah sedang mau ingin bisa boleh wajib harus dilarang ditangkap ditemukan terjadi beredar muncul diumumkan dibagikan diberikan dibuka ditutup
semoga amin terima kasih maaf selamat astagfirullah subhanallah alhamdulillah allah tuhan demi
hebat bagus mantap keren baik buruk jelek parah gila malu bangga senang sedih marah takut bohong curang bodoh
`;
const FRAME = new Set([...STOP_WORDS, ...MANNER.split(/\s+/).filter(Boolean)]);

/** Words whose skeleton is read; a text of marks alone would have thousands. */
const MAX_FRAME = 1_200;

const step = (value: number, most: number) => Math.min(most, Math.floor(value));
const count = (text: string, char: string) => {
  let n = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) n++;
  return n;
};

/** One word of the skeleton: the word itself when it carries manner, else only its shape. */
function frameOf(word: string, written: string): string {
  if (FRAME.has(word)) return word;
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) return '0';
  if (first < 65) return written;
  if (written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase())
    return 'AA';
  return written[0] === written[0]?.toLowerCase() ? 'a' : 'Aa';
}

/**
 * How a text is written, whatever it is about, as cues for the trained score: its skeleton (words of manner and the
 * shapes of all others, in runs of one to three) and measures of length, capitals and marks. Topics of the day are
 * left out on purpose, so that the score carries from one year's messages to another's.
 */
export function styleCues({ words, starts, ends, plain }: ModelWords): string[] {
  const n = words.length + 1;
  const frame = words.slice(0, MAX_FRAME).map((word, i) => frameOf(word, plain.slice(starts[i], ends[i])));
  const cues: string[] = [];
  for (let i = 0; i < frame.length; i++) {
    let run = frame[i] as string;
    cues.push(`f:${run}`);
    for (let j = i + 1; j < Math.min(frame.length, i + 3); j++) {
      run = `${run} ${frame[j]}`;
      cues.push(`f:${run}`);
    }
  }
  const capitals = frame.filter((form) => form === 'AA').length;
  const capitalised = frame.filter((form) => form === 'Aa').length;
  const measures: [name: string, value: number][] = [
    ['length', step(2 * Math.log2(n), 16)],
    ['capitals', step(capitals, 5)],
    ['capitalShare', step((10 * capitals) / n, 10)],
    ['capitalisedShare', step((10 * capitalised) / n, 10)],
    ['lines', step(count(plain, '\n'), 5)],
    ['calls', step(count(plain, '!'), 4)],
    ['questions', step(count(plain, '?'), 3)],
    ['quotes', step(count(plain, '"') / 2, 3)],
    ['dots', step(count(plain, '...'), 3)],
    ['commas', step(count(plain, ','), 5)],
    ['handles', step(count(plain, '@'), 4)],
    ['tags', step(count(plain, '#'), 3)],
    ['stars', step(count(plain, '*') / 2, 3)],
    ['brackets', step(count(plain, '('), 3)],
    ['figures', step(frame.filter((form) => form === '0').length, 5)],
    ['emoji', step(words.filter((word) => word.startsWith('emoji_')).length, 3)],
  ];
  // Measures are few beside hundreds of runs: each is given three times so that it is heard.
  for (const [name, value] of measures) for (const copy of 'abc') cues.push(`${name}${copy}=${value}`);
  return cues;
}
