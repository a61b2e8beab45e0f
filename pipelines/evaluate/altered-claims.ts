import { leaningWords, lightWords } from '../link/close-words.ts';

/** Altered so that it still says the same … */
export const sameKinds = [
  'case',
  'emoji',
  'prefix',
  'suffix',
  'greeting',
  'hashtags',
  'short',
  'misspelt',
  'clitic',
  'grammar',
] as const;
/** … and so that it does not. */
export const otherKinds = [
  'swapped',
  'replaced',
  'left-out',
  'put-in',
  'exchanged',
  'name',
  'before',
] as const;
export type SameKind = (typeof sameKinds)[number];
export type OtherKind = (typeof otherKinds)[number];

/** Each line: words of one kind that do not stand for each other; a word is swapped for the next one. Written for this. */
const swaps = `
asli palsu
menang kalah
naik turun
dibuka ditutup
buka tutup
besar kecil
banyak sedikit
sebelum sesudah
masuk keluar
hidup mati
benar salah
diterima ditolak
menerima menolak
ditambah dikurangi
mulai selesai
lama baru
pria wanita
utara selatan
atas bawah
pagi malam
kemarin besok
membeli menjual
mendukung menentang
sah batal
aman bahaya
untung rugi
cepat lambat
semua sebagian
wajib boleh
penuh kosong
baik buruk
kaya miskin
surat kotak bilik
suara undangan
gudang kantor
uang beras
foto video
mobil motor
rumah sekolah pasar
air minyak susu
obat racun vaksin
pesawat kapal kereta
gunung laut sungai
anak ibu bapak
masjid gereja
islam kristen hindu
polisi tentara jaksa
dokter perawat
server aplikasi
ktp sim paspor
membakar menyimpan
menemukan menyembunyikan
memecat melantik
mencuri membagikan
menangkap membebaskan
ditangkap dibebaskan dilantik
meninggal sembuh sakit
tewas selamat
menghapus menambah
melarang mengizinkan
dilarang diizinkan
minum makan
bakar cuci
hoaks fakta
presiden gubernur bupati camat
menteri direktur
ketua sekretaris
kapolri panglima
indonesia malaysia
jakarta surabaya medan
cina india
amerika rusia
warga petugas
korban pelaku
gempa banjir
bantuan pajak
gratis mahal
virus bakteri
`;
const nextOf = new Map(
  swaps
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      return words.map((word, at) => [word, words[(at + 1) % words.length]!] as const);
    }),
);
const shortForms = new Map(
  'yang=yg tidak=tdk dengan=dgn untuk=utk sudah=sdh karena=krn dari=dr orang=org belum=blm banyak=byk sampai=smp juga=jg saja=aja'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
const leastLetters = 5;

/** A text that is altered, and what chooses. */
interface Altering {
  text: string;
  words: readonly string[];
  /** Places of words that carry the statement; neither the first nor the last. */
  inner: readonly number[];
  random: () => number;
  /** A word of another text. */
  stranger: () => string;
}
type Alter = (altering: Altering) => string | null;

/** Changes one of the words at these places, null where there is none. */
function changeOne(
  { words, random }: Altering,
  places: readonly number[],
  to: (word: string) => string,
): string | null {
  const at = places[Math.floor(random() * places.length)];
  return at === undefined ? null : words.with(at, to(words[at]!)).join(' ');
}
const placesOf = (words: readonly string[], isOne: (word: string) => boolean): number[] =>
  [...words.keys()].filter((at) => isOne(words[at]!));
const innerOf = ({ words, inner }: Altering, shape: RegExp): number[] =>
  inner.filter((at) => shape.test(words[at]!));

const alterations: Record<SameKind | OtherKind, Alter> = {
  case: ({ text }) => text.toUpperCase(),
  emoji: ({ text }) => `😡🔥 ${text} 🙏🙏`,
  prefix: ({ text }) => `Info dari grup warga, mohon dibaca: ${text}`,
  suffix: ({ text }) => `${text} Sebarkan ke semua keluarga ya`,
  greeting: ({ text }) => `Assalamualaikum bapak ibu. ${text}`,
  hashtags: ({ text }) => `${text} #Viral #KabarTerbaru https://contoh.id/a`,
  short: (one) =>
    changeOne(
      one,
      placesOf(one.words, (word) => shortForms.has(word)),
      (word) => shortForms.get(word)!,
    ),
  misspelt: (one) => changeOne(one, innerOf(one, /^[a-z]{6,}$/), doubled),
  clitic: (one) => changeOne(one, innerOf(one, /^[a-z]{5,}[^aeiou]$/), (word) => `${word}nya`),
  grammar: (one) => changeOne(one, one.inner, (word) => `${word} itu`),
  swapped: (one) =>
    changeOne(
      one,
      placesOf(one.words, (word) => nextOf.has(bare(word))),
      (word) => nextOf.get(bare(word))!,
    ),
  replaced: (one) => changeOne(one, one.inner, one.stranger),
  'left-out': (one) => changeOne(one, one.inner, () => ''),
  'put-in': (one) => changeOne(one, one.inner, (word) => `${word} ${one.stranger()}`),
  exchanged: ({ words, inner, random }) => {
    const [one, other] = [random(), random()].map((share) => inner[Math.floor(share * inner.length)]);
    if (one === undefined || other === undefined || bare(words[one]!) === bare(words[other]!)) return null;
    return words.with(one, words[other]!).with(other, words[one]!).join(' ');
  },
  name: (one) => changeOne(one, innerOf(one, /^\p{Lu}\p{Ll}{2,}$/u), () => 'Fulan'),
  before: ({ text }) => (/^\p{L}/u.test(text) ? `Mantan ${text}` : null),
};

/** A text altered in one way; null where that way needs a word that the text has not. */
export function alteredClaim(
  text: string,
  kind: SameKind | OtherKind,
  others: readonly string[],
  random: () => number,
): string | null {
  const words = text.split(/\s+/).filter(Boolean);
  const inner = placesOf(words, isCarrying).filter((at) => at > 0 && at < words.length - 1);
  const stranger = (): string => {
    const other = others[Math.floor(random() * others.length)]!.split(/\s+/).filter(isCarrying);
    const found = other.filter((word) => !words.some((own) => bare(own) === bare(word)));
    return bare(found[Math.floor(random() * found.length)] ?? 'simulasi');
  };
  return alterations[kind]({ text, words, inner, random, stranger });
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, '');

function isCarrying(word: string): boolean {
  const own = bare(word);
  return (
    /^[\p{L}-]+$/u.test(word) && word.length >= leastLetters && !lightWords.has(own) && !leaningWords.has(own)
  );
}

/** A letter in the middle is written twice. */
function doubled(word: string): string {
  const at = word.length >> 1;
  return `${word.slice(0, at)}${word[at]}${word.slice(at)}`;
}
