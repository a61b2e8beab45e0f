import { addToHash } from '../../shared/text/hash.ts';
import { STOP_WORDS } from '../../shared/text/stop-words.ts';
import { addToCue, beginCue, type Cue, endCue, numberedCues } from './model/cue.ts';
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

const runStart = 'f:';
const runBegun = beginCue(runStart);
const blank = 32;

/** The skeleton in runs of one to three words, each run's cue named by its words. */
function runCues(frame: readonly string[], cues: Cue[]): void {
  for (let i = 0; i < frame.length; i++) {
    let begun = runBegun;
    let length = runStart.length;
    for (let j = i; j < Math.min(frame.length, i + 3); j++) {
      const word = frame[j] as string;
      if (j > i) begun = addToHash(begun, blank);
      begun = addToCue(begun, word);
      length += word.length + (j > i ? 1 : 0);
      cues.push(endCue(begun, length));
    }
  }
}

/** Measures in the order of the cues, with the most that each can be. */
const measures = {
  length: 16,
  capitals: 5,
  capitalShare: 10,
  capitalisedShare: 10,
  lines: 5,
  calls: 4,
  questions: 3,
  quotes: 3,
  dots: 3,
  commas: 5,
  handles: 4,
  tags: 3,
  stars: 3,
  brackets: 3,
  figures: 5,
  emoji: 3,
} as const;
type Measure = keyof typeof measures;

/** Measures are few beside hundreds of runs: each is given three times so that it is heard. */
const measureCues = Object.entries(measures).map(([name, most]) => ({
  name: name as Measure,
  most,
  copies: [...'abc'].map((copy) => numberedCues(`${name}${copy}=`, 0, most)),
}));

/**
 * How a text is written, whatever it is about, as cues for the trained score: its skeleton (words of manner and the
 * shapes of all others, in runs of one to three) and measures of length, capitals and marks. Topics of the day are
 * left out on purpose, so that the score carries from one year's messages to another's.
 */
export function styleCues({ words, starts, ends, plain }: ModelWords): Cue[] {
  const n = words.length + 1;
  const frame = words.slice(0, MAX_FRAME).map((word, i) => frameOf(word, plain.slice(starts[i], ends[i])));
  const cues: Cue[] = [];
  runCues(frame, cues);
  let [capitals, capitalised, figures] = [0, 0, 0];
  for (const form of frame) {
    if (form === 'AA') capitals++;
    else if (form === 'Aa') capitalised++;
    else if (form === '0') figures++;
  }
  const values: Record<Measure, number> = {
    length: 2 * Math.log2(n),
    capitals,
    capitalShare: (10 * capitals) / n,
    capitalisedShare: (10 * capitalised) / n,
    lines: count(plain, '\n'),
    calls: count(plain, '!'),
    questions: count(plain, '?'),
    quotes: count(plain, '"') / 2,
    dots: count(plain, '...'),
    commas: count(plain, ','),
    handles: count(plain, '@'),
    tags: count(plain, '#'),
    stars: count(plain, '*') / 2,
    brackets: count(plain, '('),
    figures,
    emoji: words.reduce((sum, word) => sum + (word.startsWith('emoji_') ? 1 : 0), 0),
  };
  for (const { name, most, copies } of measureCues) {
    const value = step(values[name], most);
    for (const copy of copies) cues.push(copy(value));
  }
  return cues;
}
