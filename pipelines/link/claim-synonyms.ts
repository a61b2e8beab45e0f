/**
 * Words that a circulating text and the title of its check use for the same thing: the first of each line stands for
 * all of them. Numbers as words become digits, and English words that mean nothing else in Indonesian become Indonesian.
 * Written from knowledge of the language; measured on 3,605 pairs: see `claim-ranking.ts`.
 */
const groups = `
meninggal tewas wafat mati gugur died dead dies death
foto gambar photo photos picture pictures image poto fotonya
video rekaman footage vidio videonya
cina china tiongkok chinese tionghoa
corona korona covid coronavirus covid19
masker mask masks
vaksin vaccine vaccines vaccination vaksinasi imunisasi
lowongan rekrutmen rekruitmen recruitment loker vacancy
polisi polri police kepolisian
tentara tni army soldiers military militer
presiden president
menteri minister mentri
pemerintah government govt
negara country countries
perempuan wanita cewek woman women girl
laki pria cowok man men
anak child children kids kid
orang people person
rumah house home
sakit sick ill
dokter doctor doctors dr
perawat nurse nurses
rs rsud rsup hospital
masjid mesjid mosque
gereja church churches
sekolah school schools
kebakaran fire terbakar
gempa earthquake
banjir flood floods flooding
air water
pesawat plane airplane aircraft flight
kapal ship boat vessel
mobil car cars
jalan road street
uang money duit dana
gratis free
hadiah prize giveaway undian
bantuan bansos aid sembako
telepon telpon telp phone
nomor number nomer
surat letter
berita news kabar
hoaks hoax hox hoaxs
palsu fake false bohong
benar true betul
penculikan culik diculik menculik penculik kidnapped kidnapping kidnap
pembunuhan bunuh dibunuh membunuh killed murder murdered
penangkapan tangkap ditangkap menangkap ciduk diciduk arrested
demo demonstrasi unjukrasa protest protests protesters unras
bom bomb ledakan meledak explosion blast
serangan serang diserang menyerang attack attacks attacked
kecelakaan accident tabrakan laka crash crashed
agama religion
islam muslim moslem
kristen christian nasrani
kristenisasi pemurtadan
yahudi jews jewish jew
israel zionis
amerika america american usa
rusia russia russian
jepang japan japanese
korea korean
india indian
italia italy italian
spanyol spain spanish
inggris england british english
jerman germany german
perancis prancis france french
mesir egypt egyptian
turki turkey turkish
singapura singapore
filipina philippines
australia australian
pekerja tka tki buruh worker workers tenagakerja
utang hutang debt
pajak tax
harga price prices
bahan material
makanan food
minuman minum drink drinking
minyak oil
garam salt
bawang garlic onion
jeruk lemon nipis
obat medicine drug drugs cure
kanker cancer
jantung heart
darah blood
paru lungs lung
otak brain
kucing cat cats
anjing dog dogs
ular snake snakes
buaya crocodile
harimau tiger
gajah elephant
singa lion
ikan fish
ayam chicken
babi pig pork
telur telor egg eggs
sapi cow
laut sea ocean
gunung mountain volcano
hujan rain
api flame
matahari sun
bulan moon
bumi earth
langit sky
listrik electricity pln
internet online daring
pemilu election elections pilpres pemilihan
suara vote votes voting
calon kandidat candidate paslon
menang kemenangan win won winner
partai party
gubernur governor
bupati regent
walikota mayor
ulama kyai kiai habib ustadz ustad ustaz
penjara prison jail tahanan
pengadilan sidang court hakim
korupsi corruption
mahasiswa student students
jatuh fell fall
hilang missing lost
lahir born birth
menikah nikah married marriage pernikahan
hamil pregnant
bayi baby babies
perang war
senjata weapon gun
dunia world
kota city
desa village kampung
pulau island
jembatan bridge
kereta train
sepeda bicycle
motor sepedamotor motorcycle
toko shop store
pasar market
tangan hand hands
kaki foot feet leg
mata eye eyes
kepala head
wajah muka face
rambut hair
baju kaos kaus shirt pakaian
bendera flag
logo lambang
lagu song
buku book
film movie
uji tes test rapid
positif positive
karantina lockdown isolasi quarantine psbb
kasus case cases
dugaan diduga alleged
1 satu one
2 dua two
3 tiga three
4 empat four
5 lima five
6 enam six
7 tujuh seven
8 delapan eight
9 sembilan nine
10 sepuluh ten
11 sebelas eleven
12 duabelas twelve
100 seratus hundred
1000 seribu thousand
`;

const canonical = new Map<string, string>();
for (const line of groups.trim().split('\n')) {
  const [first, ...others] = line.split(' ');
  for (const word of others) canonical.set(word, first!);
}

/** The word that stands for this one; the word itself where the list has none. */
export const canonicalWord = (word: string): string => canonical.get(word) ?? word;
