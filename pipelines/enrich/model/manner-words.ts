import { STOP_WORDS } from '../../../shared/text/stop-words.ts';

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

/** One word of the skeleton: the word itself when it carries manner, else only its shape. */
export function frameOf(word: string, written: string): string {
  if (FRAME.has(word)) return word;
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) return '0';
  if (first < 65) return written;
  if (written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase())
    return 'AA';
  return written[0] === written[0]?.toLowerCase() ? 'a' : 'Aa';
}
