/** What an officer types: single words, forms of a word, several words, phrases, exclusions. */
export const parityQueries: readonly string[] = [
  'surat suara', 'surat suara kurang', 'kekurangan surat suara', 'tercoblos', 'surat suara tercoblos', 'undangan', 'undangan pemilih',
  'pemilih', 'memilih', 'daftar pemilih tetap', 'dpt', 'ktp', 'sirekap', 'aplikasi sirekap', 'hasil hitung', 'rekapitulasi',
  'rekapitulasi kecamatan', 'kpps', 'petugas kpps', 'honor', 'honor kpps', 'dibayar', 'pembayaran honor', 'antrean', 'antre', 'tps',
  'tps pindah', 'lokasi tps', 'bawaslu', 'pengawas', 'laporan warga', 'hoaks', 'hoaks kpu', 'klarifikasi', 'kpu membantah', 'logistik',
  'logistik pemilu', 'kotak suara', 'tinta', 'hujan', 'banjir', 'debat', 'kampanye', 'pleno', '"surat suara"', '"petugas kpps"',
  'surat -suara', 'pemilih -tps', 'KPU Kota Malang', 'Jawa Timur',
];
