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
  'left out',
  'put in',
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

/** A text altered in one way; null where that way needs a word that the text has not. */
export function alteredClaim(
  text: string,
  kind: SameKind | OtherKind,
  others: readonly string[],
  random: () => number,
): string | null {
  const words = text.split(/\s+/).filter(Boolean);
  const pick = (places: readonly number[]): number | null =>
    places.length === 0 ? null : places[Math.floor(random() * places.length)]!;
  /** Words that carry the statement; neither the first nor the last. */
  const inner = [...words.keys()].slice(1, -1).filter((at) => isCarrying(words[at]!));
  const change = (at: number | null, to: (word: string) => string): string | null =>
    at === null ? null : words.with(at, to(words[at]!)).join(' ');
  const stranger = (): string => {
    const other = others[Math.floor(random() * others.length)]!.split(/\s+/).filter(isCarrying);
    const found = other.filter((word) => !words.some((own) => bare(own) === bare(word)));
    return bare(found[Math.floor(random() * found.length)] ?? 'simulasi');
  };
  switch (kind) {
    case 'case':
      return text.toUpperCase();
    case 'emoji':
      return `😡🔥 ${text} 🙏🙏`;
    case 'prefix':
      return `Info dari grup warga, mohon dibaca: ${text}`;
    case 'suffix':
      return `${text} Sebarkan ke semua keluarga ya`;
    case 'greeting':
      return `Assalamualaikum bapak ibu. ${text}`;
    case 'hashtags':
      return `${text} #Viral #KabarTerbaru https://contoh.id/a`;
    case 'short':
      return change(pick(placesOf(words, (word) => shortForms.has(word))), (word) => shortForms.get(word)!);
    case 'misspelt':
      return change(pick(inner.filter((at) => /^[a-z]{6,}$/.test(words[at]!))), doubled);
    case 'clitic':
      return change(
        pick(inner.filter((at) => /^[a-z]{5,}[^aeiou]$/.test(words[at]!))),
        (word) => `${word}nya`,
      );
    case 'grammar':
      return change(pick(inner), (word) => `${word} itu`);
    case 'swapped':
      return change(
        pick(placesOf(words, (word) => nextOf.has(bare(word)))),
        (word) => nextOf.get(bare(word))!,
      );
    case 'replaced':
      return change(pick(inner), stranger);
    case 'left out':
      return change(pick(inner), () => '');
    case 'put in':
      return change(pick(inner), (word) => `${word} ${stranger()}`);
    case 'exchanged':
      return exchanged(words, pick(inner), pick(inner));
    case 'name':
      return change(pick(inner.filter((at) => /^\p{Lu}\p{Ll}{2,}$/u.test(words[at]!))), () => 'Fulan');
    case 'before':
      return /^\p{L}/u.test(text) ? `Mantan ${text}` : null;
  }
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, '');
const placesOf = (words: readonly string[], isOne: (word: string) => boolean): number[] =>
  [...words.keys()].filter((at) => isOne(words[at]!));

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

function exchanged(words: readonly string[], one: number | null, other: number | null): string | null {
  if (one === null || other === null || bare(words[one]!) === bare(words[other]!)) return null;
  return words.with(one, words[other]!).with(other, words[one]!).join(' ');
}
