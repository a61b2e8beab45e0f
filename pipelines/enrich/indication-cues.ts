import type { Reason } from '../../shared/domain/labels.ts';
import type { KnownWord } from './model/known-word.ts';
import type { ModelWords } from './model/model-words.ts';

/** A sign of a circulating message: any of the phrases, in the standard forms of normaliseWord. */
interface Cue {
  code: string;
  /** Towards the score's log-odds, below 0 for signs of an ordinary text; our own judgement, small beside the trained score. */
  weight: number;
  phrases: readonly string[];
}

const list = (text: string) => text.split('|').map((phrase) => phrase.trim());

/** Codes are named for people's lists; none of them judges content, only how a message asks to travel or to be believed. */
export const CUES: readonly Cue[] = [
  {
    code: 'ajakan-sebar',
    weight: 1,
    phrases: list(
      'sebarkan|bantu sebar|tolong sebar|mohon sebar|viralkan|bantu viralkan|tolong viralkan|sampaikan ke|teruskan ke|mohon teruskan|bagikan ke|share ke|kirim ke semua|kirim ke grup|tolong bagikan|mohon dibagikan|sebar luaskan|sebarluaskan|beritahu keluarga|beri tahu keluarga|ingatkan keluarga|copas|copy paste',
    ),
  },
  {
    code: 'jejak-terusan',
    weight: 1,
    phrases: list(
      'diteruskan|dari grup sebelah|grup sebelah|dari grup wa|copas dari|dapat dari grup|dapat dari teman|dapat kiriman|kiriman teman|info dari|informasi dari|kata orang dalam|orang dalam|bocoran|sumber terpercaya|informasi valid|info valid|a1',
    ),
  },
  {
    code: 'desakan',
    weight: 0.6,
    phrases: list(
      'segera sebelum|sebelum dihapus|jangan sampai dihapus|sebelum terlambat|hati-hati|waspadalah|harap waspada|awas|penting sekali|breaking|darurat|mulai besok|mulai nanti malam|malam ini juga',
    ),
  },
  {
    code: 'rahasia',
    weight: 0.8,
    phrases: list(
      'terbongkar|terungkap|terkuak|bocor|ternyata selama ini|media bungkam|media tidak memberitakan|tidak diberitakan|ditutup-tutupi|ditutupi|disembunyikan|fakta yang|inilah bukti|ini buktinya|bukti nyata|tertangkap basah|tertangkap kamera',
    ),
  },
  {
    code: 'iming-iming',
    weight: 0.8,
    phrases: list(
      'klik link|klik tautan|daftar di sini|daftar sekarang|kuota gratis|pulsa gratis|hadiah|bantuan tunai|cek nama anda|hubungi nomor|transfer ke rekening|undian',
    ),
  },
  {
    code: 'tiru-resmi',
    weight: 0.6,
    phrases: list(
      'surat edaran|pengumuman resmi|kepada yth|dengan hormat|tertanda|atas nama|nomor surat|himbauan|maklumat',
    ),
  },
  {
    code: 'kelakar',
    weight: -2,
    phrases: list('haha|wkwk|hehe|hihi|emoji_tawa|canda|bercanda|kelakar|plesetan'),
  },
  {
    code: 'bertanya',
    weight: -1.5,
    phrases: list(
      'mau tanya|numpang tanya|izin bertanya|mohon penjelasan|mohon info|benar tidak|benar atau tidak|apakah benar|apa benar|hoax atau|hoax tidak|saya ragu|mohon pencerahan',
    ),
  },
  {
    code: 'membantah',
    weight: -1.5,
    phrases: list(
      'cek fakta|cek faktanya|jangan disebar|jangan sebarkan|jangan menyebarkan|tidak menyebarkan|jangan mudah percaya|saring sebelum sharing|itu hoax|adalah hoax|kabar bohong|bantah kabar|membantah',
    ),
  },
];

const NEGATIONS = new Set(['jangan', 'tidak', 'bukan', 'stop', 'belum', 'tanpa']);
const UNITS_OF_CAPS = 4;
const MIN_CAPS_CHARS = 3;

const cuesByFirstWord = new Map<string, { words: readonly string[]; cue: Cue }[]>();
for (const cue of CUES) {
  for (const phrase of cue.phrases) {
    const words = phrase.split(' ');
    const first = words[0] as string;
    cuesByFirstWord.set(first, [...(cuesByFirstWord.get(first) ?? []), { words, cue }]);
  }
}

const standsAt = (phrase: readonly string[], known: readonly KnownWord[], at: number): boolean =>
  phrase.every((word, i) => known[at + i]?.text === word);
const reasonOf = (found: readonly Reason[], code: string): Reason | undefined =>
  found.find((reason) => reason.code === code);

/** The signs found in a text, each once, with the words as written. Pure; any text is safe. */
export function findIndicationCues({ known, starts, ends, plain }: ModelWords): Reason[] {
  const found: Reason[] = [];
  for (let i = 0; i < known.length; i++) {
    const begun = cuesByFirstWord.get(known[i]!.text);
    if (begun === undefined) continue;
    for (const { words: phrase, cue } of begun) {
      const denied = cue.weight > 0 && i > 0 && NEGATIONS.has(known[i - 1]!.text);
      if (denied || !standsAt(phrase, known, i)) continue;
      const written = plain.slice(starts[i], ends[i + phrase.length - 1]);
      const reason = reasonOf(found, cue.code);
      if (!reason) found.push({ code: cue.code, weight: cue.weight, words: [written] });
      else if (reason.words.length < 3 && !reason.words.includes(written)) reason.words.push(written);
    }
  }
  const capitals = wordsInCapitals(plain, starts, ends);
  if (capitals.length >= UNITS_OF_CAPS)
    found.push({
      code: 'huruf-besar',
      weight: 0.3,
      words: capitals.slice(0, 3).map((i) => plain.slice(starts[i], ends[i])),
    });
  if (plain.includes('!!')) found.push({ code: 'tanda-seru', weight: 0.2, words: ['!!'] });
  return found;
}

/** Positions of the first words that are written in capitals, as many as it takes to call it a sign. */
function wordsInCapitals(plain: string, starts: readonly number[], ends: readonly number[]): number[] {
  const at: number[] = [];
  for (let i = 0; i < starts.length && at.length < UNITS_OF_CAPS; i++)
    if (ends[i]! - starts[i]! >= MIN_CAPS_CHARS && isCapitals(plain, starts[i]!, ends[i]!)) at.push(i);
  return at;
}

function isCapitals(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return false;
  }
  return true;
}
