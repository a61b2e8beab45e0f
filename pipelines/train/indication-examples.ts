/**
 * Texts of our own beside the collected ones, so that the score learns what the collections lack: blunt criticism,
 * satire, questions and complaints about elections are ordinary; chain messages about elections are not.
 */
const ORDINARY = `
KPU kerjanya lambat sekali, rekapitulasi sudah seminggu belum selesai juga.
Parah, TPS di kampung kami baru buka jam 9 padahal warga sudah antre dari pagi!
Sirekap error lagi, angkanya tidak sama dengan C.Hasil. Tolong diperbaiki dong KPU.
Petugas KPPS di sini galak dan tidak menjelaskan cara mencoblos. Kecewa berat.
KPU harus bertanggung jawab, surat suara kurang dan pemilih pulang tanpa mencoblos!
Anggaran triliunan tapi situsnya tumbang terus. Memalukan!
Saya menilai KPU tidak netral dalam menetapkan jadwal debat, dan itu perlu dikritik.
Komisioner yang melanggar etik kok cuma diberi peringatan keras? Aneh sekali aturan ini.
Honor KPPS belum cair sampai sekarang, padahal kami sudah kerja siang malam.
DPT di kelurahan kami kacau, tetangga yang sudah meninggal masih terdaftar.
Undangan memilih belum saya terima, apakah masih bisa mencoblos pakai KTP?
Min, mau tanya, pindah memilih paling lambat kapan ya?
Kalau hilang KTP apakah boleh pakai KK untuk mencoblos di TPS?
Katanya surat suara sudah tercoblos, benar tidak sih? Mohon penjelasan KPU.
Ini yang beredar di grup keluarga benar atau tidak ya? Saya ragu.
Akhirnya Sirekap mengumumkan pemenang lomba makan kerupuk: semua dapat 57 persen.
Konon kotak suara kardus akan diganti kardus mi instan supaya lebih merakyat, wkwk.
Server KPU sedang semedi di puncak gunung, harap sabar menunggu wangsit.
Pengumuman: karena TPS sepi, petugas KPPS akan mencoblos harga diri masing-masing. Haha.
Aplikasi rekap ini kayak ramalan zodiak, tiap dibuka hasilnya beda. Wkwkwk
Ini kantor pelayanan atau museum lilin? Petugasnya diam semua, hehe.
Situs KPU cepat sekali, secepat siput pensiun dan sering cuti.
Hebat, kotak suaranya kuat menahan hujan asal tidak kena air. Hahaha
Lomba sabar nasional resmi dibuka: menunggu hasil rekap kecamatan.
Debat apa stand up comedy sih ini, moderatornya ikut tertawa.
Lucu ya, yang menghitung mengantuk, yang dihitung melompat-lompat.
KPU Kabupaten membuka pendaftaran badan adhoc mulai hari ini.
KPU menerima hasil perbaikan berkas bakal calon dari seluruh partai.
Bawaslu merekomendasikan pemungutan suara ulang di tiga TPS.
KPU RI: rekapitulasi tingkat nasional dimulai pekan depan.
KPU bantah kabar surat suara tercoblos, minta warga tidak menyebarkannya.
Cek fakta: pesan soal kontainer surat suara tidak benar, kata KPU.
Polisi menyelidiki penyebar kabar bohong soal server KPU.
Hati-hati, akun yang mengatasnamakan KPU kota kita itu palsu. Jangan klik tautannya.
Mohon jangan sebarkan pesan yang belum jelas, cek dulu di situs KPU.
Terima kasih petugas KPPS yang bekerja sampai subuh, semoga sehat selalu.
Besok pagi saya mencoblos, semoga pemilu damai dan jujur.
Pemimpin pilihan saya kalah, ya sudah, kita hormati hasilnya.
Sosialisasi di desa kami ramai, banyak ibu-ibu baru tahu cara melipat surat suara.
Kami kecewa dengan penyelenggara. Kritik ini demi perbaikan, bukan kebencian.
Debat tadi malam membosankan, moderatornya kaku, pertanyaannya dangkal!!
KPU TIDAK BECUS! KERJA LAMBAT! PERCUMA ANGGARAN BESAR!
GAK ADIL!! masa kotak suara ditaruh di luar kantor kecamatan tanpa penjagaan
DPR dan pemerintah harus mengevaluasi penyelenggaraan pemilu secara menyeluruh.
Pengamat menilai komunikasi publik KPU masih lemah dan lamban menjawab isu.
Saksi kami menemukan selisih suara di dua TPS dan sudah melapor ke panwas.
`;

const CIRCULATING = `
Bantu sebarkan! Kotak suara dari luar negeri sudah terisi semua sebelum hari pencoblosan. Media bungkam, mari kita kawal.
INFO VALID dari orang dalam, server penghitungan sudah disetel, pasangan tertentu pasti menang. Viralkan sebelum dihapus!!!
Dapat dari grup sebelah: mulai besok pemilih wajib daftar ulang lewat tautan ini atau namanya dicoret dari DPT. Segera beritahu keluarga.
TERBONGKAR! Ribuan KTP tercecer di kebun, dipersiapkan untuk pemilih hantu. Inilah buktinya, tolong viralkan.
Sebuah video memperlihatkan petugas mencoblos ratusan surat suara di dalam gudang. Begini cara mereka menang.
Penghitungan suara di luar negeri sudah keluar, hasilnya telak. Jangan mau dibohongi survei.
Hati-hati saudaraku, tinta pemilu kali ini mengandung zat haram. Sampaikan ke jamaah yang lain.
Kepada seluruh warga, surat undangan memilih tidak lagi dikirim, yang tidak mengunduh aplikasi dianggap golput. Mohon teruskan.
Foto truk membawa surat suara bertuliskan aksara asing. Bukti pemilu dikendalikan bangsa lain!
Telah ditemukan tujuh gudang berisi kertas suara sudah dicoblos nomor tertentu. Polisi diam saja, mari viralkan.
Daftar segera, petugas pemilu dibutuhkan ratusan ribu orang gaji delapan juta tanpa syarat, klik link berikut dan isi data anda.
Bantuan tunai pemilih dari KPU sudah cair, cek nama anda di tautan ini sebelum hangus.
Ratusan petugas TPS meninggal karena diracun supaya tidak membocorkan hasil sebenarnya. Dokter pun dilarang bicara.
Tenaga asing sudah diberi KTP dan masuk daftar pemilih, jumlahnya jutaan. Sebarkan agar rakyat tahu!
Aplikasi hitung sengaja dirancang menambah suara satu pasangan setiap malam jam dua. Tonton videonya sampai habis.
Astaghfirullah... kotak suara dibuka paksa tengah malam oleh oknum. Rekaman CCTV ini sudah dihapus dari mana-mana, simpan sebelum hilang.
Surat edaran: pada hari pemilihan seluruh jaringan telepon akan dimatikan selama 24 jam. Harap maklum dan teruskan ke semua grup.
Ketua lembaga pemilu ditangkap malam ini karena menerima uang sekoper. Media televisi tidak berani memberitakan.
Akhirnya terungkap, pemilu akan diulang total bulan depan menurut putusan rahasia. Baca selengkapnya.
Cara curang mereka: formulir hasil diganti di jalan. Ini foto mobilnya, ini pelat nomornya, sebarkan!
Barang siapa tidak memilih akan didenda dan bantuan sosialnya dicabut. Info dari kelurahan, tolong sampaikan ke tetangga.
Negara tetangga mengirim jutaan surat suara palsu lewat pelabuhan, sudah diamankan warga, videonya beredar.
Hasil hitung cepat sudah disiapkan seminggu sebelumnya, ini tangkapan layar dari stasiun televisi yang bocor.
Pemilih lansia dipaksa mencoblos nomor tertentu oleh petugas berseragam, lihat rekaman ini baik-baik lalu bagikan.
`;

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

export const ORDINARY_EXAMPLES: readonly string[] = lines(ORDINARY);
export const CIRCULATING_EXAMPLES: readonly string[] = lines(CIRCULATING);
