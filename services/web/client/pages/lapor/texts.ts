import { catalogue } from '../../texts/catalogue.ts';

/** The form by which anybody reports what circulates. */
export const reportTexts = catalogue({
  title: ['Laporkan kabar yang meragukan', 'Report a doubtful claim'],
  lead: [
    'Menerima pesan atau melihat unggahan tentang pemilu yang Anda ragukan? Kirim ke sini. Tidak perlu akun.',
    'Got a message or saw a post about the election that you doubt? Send it here. No account needed.',
  ],
  text: ['Isi pesan atau unggahan', 'The message or post'],
  textHelp: ['Tempel apa adanya.', 'Paste it as it is.'],
  url: ['Tautan, bila ada', 'Link, if there is one'],
  picture: ['Tangkapan layar, bila ada', 'Screenshot, if there is one'],
  pictureHelp: [
    'PNG, JPEG, atau WebP, paling besar 5 MB. Tutup dahulu nama dan nomor telepon orang lain.',
    'PNG, JPEG or WebP, at most 5 MB. Cover names and phone numbers of others first.',
  ],
  where: ['Beredar di mana?', 'Where does it circulate?'],
  whereHelp: ['Tidak tahu? Biarkan “Seluruh Indonesia”.', 'Not sure? Leave “All of Indonesia”.'],
  everywhere: ['Seluruh Indonesia', 'All of Indonesia'],
  contact: ['Cara menghubungi Anda (boleh kosong)', 'How to reach you (may be empty)'],
  contactHelp: [
    'Surel atau nomor, hanya bila Anda ingin kami bertanya kembali.',
    'E-mail or number, only if you want us to ask back.',
  ],
  send: ['Kirim laporan', 'Send the report'],
  after: ['Yang terjadi dengan laporan ini', 'What happens with it'],
  after1: [
    'Petugas humas KPU membacanya bersama laporan lain tentang hal yang sama.',
    'A public-relations officer of KPU reads it together with other reports on the same matter.',
  ],
  after2: [
    'Bila perlu dijawab, klarifikasi terbit di laman klarifikasi; laporan ini sendiri tidak ditayangkan.',
    'If it needs an answer, a clarification is published; the report itself is not shown.',
  ],
  after3: [
    'Nama akun disamarkan. Kontak Anda hanya dilihat petugas unit itu dan tidak diteruskan.',
    'Handles are pseudonymised. Your contact is seen by officers of that unit only and never passed on.',
  ],
  after4: [
    'Ini bukan tempat melaporkan pelanggaran atau tindak pidana. Untuk itu hubungi Bawaslu atau kepolisian.',
    'This is not for violations or crimes: for those, contact Bawaslu or the police.',
  ],
  seePages: ['Lihat klarifikasi yang sudah terbit', 'See published clarifications'],
  needed: [
    'Isi salah satu: teks, tautan, atau tangkapan layar.',
    'Fill in one of these: text, link or screenshot.',
  ],
  tooLarge: [
    'Gambar lebih besar dari 5 MB. Perkecil atau potong dahulu.',
    'The picture is larger than 5 MB. Make it smaller first.',
  ],
  thanks: ['Terima kasih, laporan diterima', 'Thank you, the report was received'],
  thanksText: [
    'Saring sebelum sharing: jangan teruskan kabarnya sebelum jelas.',
    'Filter before you share: do not pass it on before it is clear.',
  ],
  waiting: [
    'Petugas akan menyalin isi gambarnya lebih dahulu.',
    'An officer will type out the picture first.',
  ],
  number: ['Nomor laporan', 'Number of the report'],
  another: ['Kirim laporan lain', 'Send another'],
  closed: ['Formulir ini sedang ditutup', 'This form is closed'],
  closedWhy: [
    'Kantor ini belum membuka laporan warga. Hubungi KPU kabupaten atau kota Anda.',
    'This office has not opened citizen reports. Contact your regency or city KPU.',
  ],
  notSent: ['Belum terkirim', 'Not sent'],
  language: ['English', 'Bahasa Indonesia'],
});
