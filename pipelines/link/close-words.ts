/**
 * Words for telling whether a text says word for word what a claim says. Whatever stands in no list carries the
 * statement: it may not be left out, added within it or exchanged. Written from knowledge of the language.
 */
const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Left out or added they change nothing. */
export const lightWords: ReadonlySet<string> = new Set(
  listed(`
yang itu ini tersebut nya pun lah kah tah saja juga pada di dalam adalah ialah merupakan bahwa para sang si sih deh dong nih tuh kok
ya lho loh kan sekali sangat banget amat secara maka dan serta lagi ri the of a an
`),
);

/** Each line is one thing: its words may be left out, and stand for each other, but not for those of another line. */
const leaningGroups = `
oleh
untuk bagi guna demi
dengan bersama
sudah telah
sedang
bapak pak
ibu bu
kemarin
semalam
tadi barusan
kini sekarang
haji
`;
/** Each line is one thing: its words stand for each other, but are not left out. */
const alikeGroups = `
untuk buat
karena sebab akibat gara-gara lantaran dikarenakan
akan bakal hendak
bisa dapat mampu
harus wajib mesti
tetapi tapi namun
saat ketika waktu kala
setelah usai sesudah selepas pasca
sebelum jelang menjelang
seperti kayak
hingga sampai
lalu kemudian
dari daripada
kepada ke
mengubah merubah
mengatakan menyatakan
dilansir dikutip
`;
const firsts = (groups: string): ReadonlyMap<string, string> =>
  new Map(
    groups
      .trim()
      .split('\n')
      .flatMap((line) => {
        const words = line.split(' ');
        return words.map((word) => [word, words[0]!] as const);
      }),
  );
export const leaningWords = firsts(leaningGroups);
export const alikeWords = firsts(alikeGroups);

/** Near enough to find a claim by (`claim-synonyms.ts`), yet another thing. */
export const otherThings: ReadonlySet<string> = new Set(
  listed(`
tka tki buruh worker workers hakim sidang pilpres undian sembako bansos habib ustad ustadz ustaz kyai kiai nipis lemon lockdown isolasi
quarantine psbb zionis pemurtadan ledakan meledak explosion blast imunisasi vaksinasi vaccination tahanan protest garlic dana kampung
`),
);

/** Written out and short. */
export const phrases: ReadonlyMap<string, string> = new Map(
  `
kpu=komisi pemilihan umum
bawaslu=badan pengawas pemilu
bawaslu=badan pengawas pemilihan umum
dkpp=dewan kehormatan penyelenggara pemilu
mk=mahkamah konstitusi
kpk=komisi pemberantasan korupsi
tps=tempat pemungutan suara
dpt=daftar pemilih tetap
dps=daftar pemilih sementara
ppk=panitia pemilihan kecamatan
pps=panitia pemungutan suara
kpps=kelompok penyelenggara pemungutan suara
pantarlih=petugas pemutakhiran data pemilih
pemilu=pemilihan umum
pilpres=pemilihan presiden
pilkada=pemilihan kepala daerah
pilgub=pemilihan gubernur
pilbup=pemilihan bupati
pilwalkot=pemilihan walikota
pilwalkot=pemilihan wali kota
pileg=pemilihan legislatif
ktp=kartu tanda penduduk
nik=nomor induk kependudukan
dpr=dewan perwakilan rakyat
dprd=dewan perwakilan rakyat daerah
tni=tentara nasional indonesia
polri=kepolisian republik indonesia
asn=aparatur sipil negara
pns=pegawai negeri sipil
capres=calon presiden
cawapres=calon wakil presiden
caleg=calon legislatif
paslon=pasangan calon
wni=warga negara indonesia
wna=warga negara asing
tka=tenaga kerja asing
semalam=tadi malam
walikota=wali kota
`
    .trim()
    .split('\n')
    .map((line) => line.split('=').reverse() as [string, string]),
);
export const longestPhrase = 4;

/** A greeting or call ends with one of these before the claim begins … */
export const openers: ReadonlySet<string> = new Set(
  listed(`
info infonya informasi informasinya kabar kabarnya berita beritanya katanya konon beredar viral heboh gempar geger breaking news
terbaru terkini update penting darurat awas waspada perhatian rt share sebarkan sebarluaskan viralkan bagikan teruskan diteruskan
forward forwarded fwd copas kopas repost benarkah apakah apa betulkah kenapa mengapa kok astaga astagfirullah waduh aduh gila gawat parah
ngeri miris wow halo hai hei woi assalamualaikum simak baca lihat tonton ternyata ngaku
`),
);
/** … or begins with one of these where the claim has ended. */
export const closers: ReadonlySet<string> = new Set([
  ...[...openers].filter((word) => word !== 'ternyata'),
  ...listed(`
sebar tolong mohon bantu cek dicek disebar semoga amin ayo yuk mari hati-hati hati jangan bagaimana gimana kalian kita guys gaes gan
bro sis min admin kawan teman sahabat saudara saudara-saudara terima terimakasih makasih salam wkwk haha hehe sedih kecewa marah mantap
naudzubillah subhanallah allah ampun tobat keterlaluan memalukan biadab bangsat foto video cc
`),
]);

/** In an addition they say that what follows or went before is no plain statement of it, or about something else. */
export const frames: ReadonlySet<string> = new Set(
  listed(`
simulasi latihan gladi parodi satire satir lelucon guyonan canda bercanda candaan film sinetron adegan novel cerpen mimpi andai andaikan
seandainya misal misalnya umpama umpamanya ternyata padahal sebenarnya sesungguhnya aslinya kenyataannya penyebar penyebarnya
menyebarkan menyebar pelakunya meluruskan penjelasan menjelaskan bukti buktinya masa percaya ngarang ngaco ngawur aneh mustahil
`),
);
