import { catalogue } from '../../texts/catalogue.ts';

/** Narratives: what returns over years. */
export const narrativeTexts = catalogue({
  title: ['Narasi berulang', 'Recurring narratives'],
  lead: [
    'Kabar atau bingkai yang kembali dari tahun ke tahun. Isu ditautkan ke narasi dari halaman isu itu; isu yang tertaut mengambil bobot dampaknya.',
    'Claims or frames that return over the years. An issue is tied to one on its own page; a tied issue takes its impact.',
  ],
  empty: ['Belum ada narasi yang diberi nama', 'No narrative has a name yet'],
  emptyWhy: [
    'Beri nama kabar yang sudah pernah beredar sebelumnya; isu baru yang mirip lalu ditandai.',
    'Name what went round before; new issues that resemble it are then marked.',
  ],
  total: ['{n} narasi', '{n} {n|narrative|narratives}'],
  told: ['{n} isu', '{n} {n|issue|issues}'],
  since: ['sejak', 'since'],
  last: ['terakhir muncul', 'last seen'],
  noIssues: ['Belum ada isu yang ditautkan.', 'No issue is tied to it yet.'],
  issues: ['Isu yang membawakannya', 'Issues that tell it'],
  back: ['Semua narasi', 'All narratives'],
  add: ['Narasi baru', 'New narrative'],
  rename: ['Ganti nama', 'Rename'],
  name: ['Nama', 'Name'],
  nameHelp: [
    'Netral dan singkat, seperti kabar itu diceritakan. Lima huruf atau lebih.',
    'Neutral and short, as it is told. Five letters or more.',
  ],
  description: ['Apa yang dikatakan', 'What it says'],
  descriptionHelp: [
    'Dari kata-kata ini isu yang mirip dikenali.',
    'Issues that resemble it are recognised by these words.',
  ],
  kept: ['Narasi tersimpan.', 'Narrative kept.'],
});
