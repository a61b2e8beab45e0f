import { hashText } from './hash-text.ts';
import { lightStem } from './stem.ts';
import { termBits } from './term-space.ts';

/**
 * Words that speak of the same kind of thing, one kind a line: what happens in elections, to whom, with what, and how
 * people answer to it. Two clusters that share no word may still tell of one matter; kinds are evidence beside the words,
 * never instead of them. Written from knowledge of the field and of the language, in forms of speech, chat and news.
 */
const kinds: readonly string[] = `
meninggal wafat gugur tewas mati almarhum almarhumah jenazah dimakamkan melayat duka belasungkawa kuburan dikubur kubur
sakit dirawat rawat icu ugd igd puskesmas klinik rumkit rsud dokter perawat pasien opname tumbang ambruk pingsan kelelahan kecapekan lelah letih demam jantung hipertensi stroke kesehatan sehat tensi lembur begadang kurang tidur kolaps
santunan asuransi bpjs ahli waris klaim kematian santun
banjir kebanjiran terendam genangan rob bah luapan meluap hanyut tergenang basah kuyup direndam
longsor longsoran tertimbun ambles tanah bergerak runtuh timbun
kebakaran terbakar dibakar hangus api arang padam pemadam damkar dilalap asap membara ludes
gempa tsunami erupsi gunung abu bencana bnpb bpbd pengungsi mengungsi darurat evakuasi
hujan badai angin puting beliung cuaca gelombang ombak petir bmkg ekstrem
kapal perahu longboat speedboat feri karam tenggelam terbalik nakhoda juru mudi dermaga pelabuhan berlayar pelayaran laut sungai jeram muara
truk mobil pikap ekspedisi sopir kernet terguling kecelakaan tabrakan laka oleng parit jalan raya macet celaka
pesawat helikopter bandara kargo penerbangan udara heli
jalan jembatan putus terputus terisolir terisolasi lumpur akses medan pikul panggul memikul memanggul jalan kaki
listrik padam mati lampu pln genset gardu trafo gelap senter lilin obor byarpet
gudang penyimpanan kardus palet rak disimpan simpan gembok
truk kirim pengiriman distribusi mendistribusikan dikirim antar diantar angkut mengangkut pengangkut kiriman ekspedisi
kotak segel gembok tersegel dibuka bobol rusak segelnya
surat suara kertas lembar cetak percetakan dicetak sortir lipat pelipatan penyortiran sobek cacat noda tertukar ketukar tukar nyasar kurang lebih sisa musnah dimusnahkan pemusnahan
tercoblos dicoblos bolong lubang berlubang tusuk tertusuk paku
tinta celup jari kelingking ungu dicelup
formulir plano c1 hasil berita acara salinan hologram d hasil tanda tangan
rekap rekapitulasi pleno hitung penghitungan tabulasi selisih angka jumlah cocok beda melonjak menggelembung penggelembungan salah baca input unggah koreksi
sirekap aplikasi server laman situs web website portal online daring eror error lemot lambat down akses login gagal gangguan loading
retas diretas peretas peretasan hacker hack dihack dibobol bobol bocor kebocoran siber bssn malware deface serangan phishing pembobolan
data nik dukcapil ktp ektp kk kartu identitas domisili alamat perekaman suket nomor induk
daftar pemilih dpt dps dptb dpk pantarlih coklit terdaftar tercantum tercatat mencatat dicoret ganda data pemutakhiran
pindah memilih pindahan merantau rantau perantau kos mahasiswa tugas a5 dptb luar daerah
undangan pemberitahuan c6 kpps bagikan dibagikan diantar formulir
lokasi tps alamat jauh dekat cek nomor bilik tempat memungut rumah gang
hari h jadwal tanggal diundur mundur ditunda penundaan tunda batal dibatalkan geser digeser dimajukan pending libur cuti
ulang psu diulang pencoblosan ulang susulan lanjutan pemilihan ulang mengulang
saksi walk out keberatan protes mengisi mandat
honor gaji upah bayar dibayar pembayaran cair dicairkan pencairan nunggak telat tunggakan rekening bendahara uang lelah honorarium insentif
potong dipotong pemotongan sunat disunat penyunatan pungli pungutan kuitansi korupsi korup dikorupsi mark up fiktif selewengkan penyelewengan
anggaran dana hibah nphd apbd apbn biaya miliar milyar triliun boros pemborosan mahal pengadaan lelang tender vendor rekanan
suap disuap menyuap gratifikasi dibeli beli setoran mahar amplop serangan fajar politik uang bagi sembako transfer hadiah mewah
etik dkpp sidang pelanggaran sanksi peringatan pecat dipecat pemecatan diberhentikan pemberhentian dicopot nonaktif dinonaktifkan teguran kode
netral netralitas tidak netral berpihak keberpihakan memihak timses tim sukses pemenangan kampanye titipan bertemu pertemuan jamuan makan foto bareng
mundur mengundurkan diri pengunduran resign angkat kaki berhenti keluar pengganti paw
rekrut rekrutmen seleksi daftar pendaftaran mendaftar lolos lulus syarat ijazah siakba calon anggota lowongan berkas tes wawancara cat
lantik dilantik pelantikan sumpah janji kukuhkan dikukuhkan
bimtek pelatihan diklat simulasi sosialisasi penyuluhan workshop pembekalan materi peserta
polisi polres polda polsek kapolres penyidik tersangka ditangkap tangkap periksa diperiksa pemeriksaan penyelidikan penyidikan olah tkp lapor laporan dilaporkan diamankan
jaksa kejaksaan kejari kejati tipikor hakim pengadilan gugatan menggugat sengketa mk putusan phpu
bawaslu panwas panwascam pengawas pengawasan temuan rekomendasi merekomendasikan temukan
demo unjuk rasa massa aksi orasi ricuh rusuh bentrok anarkis mengamuk lempar kerusuhan kepung mencekam blokir geruduk
ancaman mengancam diancam teror intimidasi intimidatif diintimidasi pukul dipukul pemukulan dikeroyok aniaya penganiayaan dibentak luka
curi dicuri hilang kehilangan raib maling pencurian rampas dirampas begal
sembunyi diam diam malam dini hari tengah malam subuh pindahkan dipindah pemindahan memindahkan diam
curang kecurangan manipulasi rekayasa setting disetting diatur skenario sandiwara bohong dusta tipu menipu penipuan pengkhianat
asing luar negeri tka wna wni tki migran ppln kedutaan kbri pos konjen imigran
impor buatan cina china produk luar kontainer peti kemas bea cukai
difabel disabilitas tunanetra braille kursi roda netra tuli tunarungu bisu ramah templat
lansia sepuh nenek kakek simbah tua jompo gendong digendong membopong tongkat jemput
bayi hamil menyusui ibu anak balita
pemula remaja pelajar siswa sekolah sma smk usia umur tahun ulang milenial gen z
tahanan lapas rutan napi penjara narapidana sel
rumah sakit pasien rawat inap bangsal ranjang
adat baju tradisional unik kostum dekorasi tema hias dihias meriah lucu
salut hormat respek bangga terima kasih makasih apresiasi mengapresiasi haru terharu hebat jempol mantap keren teladan patut pujian memuji penghargaan pelayanan melayani ramah sabar
bingung tanya bertanya bagaimana gimana cara caranya syarat boleh dimana kapan dong min admin kak info pencerahan tolong
bansos pkh bpnt sembako beras bantuan penerima dicabut dicoret kader
golput wajib denda didenda pidana dipidana hukuman sanksi penjara larangan dilarang
hp ponsel handphone telepon gawai kamera foto selfie swafoto memotret merekam rekaman
chip pelacak lacak dilacak sensor benang barcode qr kode
polling jajak pendapat survei survey tautan link klik kuota pulsa undian hadiah
quick count hitung cepat real exit poll lembaga
debat capres cagub moderator panelis tema visi misi
calon pencalonan bakal perseorangan independen dukungan verifikasi silon sipol parpol partai pendaftaran
baliho spanduk alat peraga apk stiker poster atribut
nomor urut urutan undi pengundian foto nama gelar salah cetak
halal najis haram wudu salat ustaz pengajian gatal melepuh alergi racun beracun
kpps
ppk
pps
ppln kppsln
dpt
sirekap
tps
ketua
komisioner
pengamat pakar ahli akademisi peneliti
mahasiswa kampus kuliah universitas
warga penduduk kampung
fitnah hoaks hoax bantah membantah klarifikasi tidak benar palsu menyesatkan cek fakta keliru menegaskan memastikan
`
  .trim()
  .split('\n')
  .map((line) => line.trim());

export const kindCount = kinds.length;

/** Kinds of each hashed stem; a stem may be of several. */
const kindsByTerm = new Map<number, readonly number[]>();
kinds.forEach((line, kind) => {
  for (const word of new Set(line.split(' '))) {
    const term = hashText(lightStem(word)) & (2 ** termBits - 1);
    const known = kindsByTerm.get(term) ?? [];
    if (!known.includes(kind)) kindsByTerm.set(term, [...known, kind]);
  }
});

export const kindsOf = (term: number): readonly number[] => kindsByTerm.get(term) ?? [];
