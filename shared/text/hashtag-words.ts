/** Words that hashtags about elections and public affairs are made of, written without spaces. Our own list. */
const WORDS = `
kpu ri bawaslu dkpp mk pemilu pilkada pilpres pileg pilgub pilbup pilwali pilwalkot serentak damai jurdil jujur adil luber curang kecurangan brutal
kawal jaga awasi tolak lawan dukung pilih coblos contreng hitung ulang gugat usut tangkap adili copot pecat bubarkan hentikan selamatkan save stop
suara rakyat demokrasi konstitusi negara negeri bangsa indonesia nusantara merdeka maju hebat jaya emas sejahtera bersatu bersama bangkit berani
untuk yang dan di ke dari tidak bukan jangan ayo mari saja lagi kita kami saya aku semua satu dua tiga nomor urut baru lama baik buruk lebih
presiden wakil gubernur bupati walikota calon capres cawapres caleg cagub cawagub paslon petahana pemimpin kepala daerah dewan dpr dprd dpd
hasil data server sirekap situng rekap rekapitulasi quick count real surat kotak bilik tinta formulir logistik pemilih tetap dpt dps tps kpps ppk pps
pantarlih petugas saksi relawan tim sukses kampanye debat visi misi program janji politik uang money serangan fajar golput hak angket
hoax hoaks fakta cek saring sebelum sharing anti lawan fitnah isu sara berita bohong penipuan klarifikasi waspada
jawa timur barat tengah jakarta banten bandung malang surabaya medan aceh papua bali sumut sumbar sumsel sulsel sulut jatim jateng jabar kalbar kalsel
kaltim kalteng riau jambi lampung bengkulu yogya jogja solo semarang madura bekasi bogor depok tangerang makassar manado palu kendari mataram kupang ambon
ekonomi pangan gratis pendidikan kesehatan kerja lapangan harga naik turun rupiah pajak korupsi koruptor kpk polri tni hukum adil anggaran dinasti
menang kalah unggul tuntas lanjut lanjutkan ganti perubahan perbaikan akal sehat gerakan salam hari besok masa depan muda santri guru buruh petani nelayan
ibu bapak pak bu gus mas kang cak om tante anak orang wong warga masyarakat keluarga saudara teman
viral trending info berita update terkini breaking kabar media live siaran langsung
terima kasih semangat mantap keren sukses selamat doa amin cinta sayang damai bahagia
`;

export const HASHTAG_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
