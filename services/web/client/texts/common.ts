import { catalogue } from './catalogue.ts';

/** What parts of every page say. */
export const common = catalogue({
  cancel: ['Batal', 'Cancel'],
  close: ['Tutup', 'Close'],
  save: ['Simpan', 'Save'],
  keptIt: ['Sudah saya simpan', 'I have kept it'],
  undo: ['Urungkan', 'Undo'],
  tryAgain: ['Coba lagi', 'Try again'],
  loading: ['Memuat …', 'Loading …'],
  more: ['Muat lagi', 'Load more'],
  help: ['Bantuan', 'Help'],
  required: ['wajib', 'required'],
  now: ['baru saja', 'just now'],
  minutesAgo: ['{n} menit lalu', '{n} {n|minute|minutes} ago'],
  hoursAgo: ['{n} jam lalu', '{n} {n|hour|hours} ago'],
  daysAgo: ['{n} hari lalu', '{n} {n|day|days} ago'],
  minutes: ['{n} menit', '{n} min'],
  hoursMinutes: ['{h} jam {m} menit', '{h} h {m} min'],
  days: ['{n} hari', '{n} {n|day|days}'],
  technical: ['Rincian teknis', 'Technical details'],
  problem400: ['Isian belum pas', 'Something in the form does not fit'],
  problem400Do: [
    'Periksa isian yang ditandai, lalu kirim lagi.',
    'Check the marked fields, then send it again.',
  ],
  problem403: ['Peran Anda tidak mengizinkan ini', 'Your role does not allow this'],
  problem403Do: [
    'Minta administrator unit Anda memberi peran yang sesuai, atau pindah ke unit lain.',
    'Ask the administrator of your unit for the right role, or switch to another unit.',
  ],
  problem404: ['Tidak ditemukan', 'Not found'],
  problem404Do: [
    'Mungkin sudah digabung, dihapus, atau di luar unit Anda. Kembali ke daftar.',
    'It may have been merged, removed, or lie outside your unit. Go back to the list.',
  ],
  problem409: ['Baru saja diubah orang lain', 'Somebody else just changed it'],
  problem409Do: [
    'Lihat keadaan terakhir (muat ulang bila perlu), lalu putuskan lagi. Yang Anda ketik tetap ada.',
    'See how it stands now (reload if need be), then decide again. What you typed is kept.',
  ],
  problem422: ['Ada aturan yang belum terpenuhi', 'A rule is not met yet'],
  problem422Do: [
    'Tidak ada yang berubah. Penuhi yang disebut di bawah, lalu kirim lagi.',
    'Nothing was changed. Meet what is named below, then send it again.',
  ],
  problem429: ['Terlalu banyak permintaan', 'Too many requests'],
  problem429Do: ['Tunggu sebentar, lalu coba lagi.', 'Wait a moment, then try again.'],
  problem503: ['Bagian dari server sedang tidak dapat dipakai', 'A part of the server cannot be used now'],
  problem503Do: [
    'Coba lagi satu menit lagi. Bila tetap, beri tahu pengelola sistem.',
    'Try again in a minute. If it stays, tell whoever runs the system.',
  ],
  problem500: ['Ada yang salah di pihak kami', 'Something went wrong on our side'],
  problem500Do: [
    'Coba lagi. Bila terulang, kirim nomor permintaan di bawah kepada pengelola sistem.',
    'Try again. If it happens again, send the request number below to whoever runs the system.',
  ],
  away: ['Server tidak terjangkau', 'The server cannot be reached'],
  awayDo: [
    'Periksa jaringan. Halaman ini mencoba sendiri sampai tersambung; yang Anda ketik tetap ada.',
    'Check the network. This page keeps trying by itself; what you typed is kept.',
  ],
  requestNumber: ['Nomor permintaan', 'Request number'],
  unique: ['{n} unik', '{n} unique'],
  all: ['{n} semua', '{n} in all'],
  toneBar: [
    'Nada terhadap KPU: {negative} negatif, {neutral} netral, {positive} positif',
    'Tone towards KPU: {negative} negative, {neutral} neutral, {positive} positive',
  ],
  spark: [
    'Unggahan per {hours} jam, tiga hari terakhir: terbanyak {peak}, sekarang {last}',
    'Items every {hours} hours, last three days: at most {peak}, now {last}',
  ],
  byMachine: ['dari mesin', 'by the machine'],
});
