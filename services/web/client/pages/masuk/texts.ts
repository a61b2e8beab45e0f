import { catalogue } from '../../texts/catalogue.ts';

export const signInTexts = catalogue({
  title: ['Masuk', 'Sign in'],
  lead: [
    'Lihat isu yang perlu dijawab sekarang, alasannya, dan langkah berikutnya.',
    'See which issues need an answer now, why, and what to do next.',
  ],
  email: ['Alamat surel', 'E-mail address'],
  password: ['Kata sandi', 'Password'],
  code: ['Kode dari aplikasi pembuat kode', 'Code from your authenticator app'],
  codeHelp: [
    'Enam angka di ponsel Anda, atau satu kode pemulihan.',
    'Six digits on your phone, or one recovery code.',
  ],
  signIn: ['Masuk', 'Sign in'],
  or: ['atau', 'or'],
  signInWith: ['Masuk lewat {name}', 'Sign in with {name}'],
  acceptWith: ['Terima undangan lewat {name}', 'Accept the invitation with {name}'],
  giveUp: ['Keluar saja', 'Sign out instead'],
  wrong: [
    'Alamat, kata sandi, atau kode salah. Lupa? Minta tautan baru kepada administrator unit Anda.',
    'Address, password or code is wrong. Forgotten? Ask the administrator of your unit for a new link.',
  ],
  wait: [
    'Terlalu banyak percobaan. Coba lagi dalam {minutes} menit.',
    'Too many tries. Try again in {minutes} {minutes|minute|minutes}.',
  ],
  again: ['Sesi Anda berakhir', 'Your session has ended'],
  againWhy: [
    'Masuk lagi untuk meneruskan. Halaman dan yang Anda ketik tetap ada.',
    'Sign in again to go on. The page and what you typed are kept.',
  ],
  entering: ['Sedang membuka meja kerja …', 'Opening the desk …'],
  linkUsed: ['Tautan ini sudah dipakai', 'This link was used already'],
  linkUsedDo: [
    'Tautan sekali pakai hanya membuka satu kali. Jalankan program lagi untuk tautan baru, atau masuk dengan kata sandi.',
    'A one-time link opens once. Start the program again for a new one, or sign in with a password.',
  ],
  firstTitle: ['Selamat datang di Saring', 'Welcome to Saring'],
  firstLead: [
    'Belum ada siapa pun di sini. Buat akun administrator pertama; Anda lalu dapat mengundang rekan.',
    'Nobody is here yet. Make the first administrator’s account; you can then invite colleagues.',
  ],
  firstDo: ['Buat akun dan masuk', 'Make the account and sign in'],
  name: ['Nama', 'Name'],
  nameHelp: ['Tampak pada catatan dan jejak audit.', 'Shown in notes and in the audit trail.'],
  newPassword: ['Kata sandi baru', 'New password'],
  newPasswordHelp: [
    'Sedikitnya 12 huruf; rangkaian beberapa kata mudah diingat dan kuat. Jangan memakai nama atau alamat Anda.',
    'At least 12 characters; a few words in a row are strong and easy to remember. Do not use your name or address.',
  ],
  weak: [
    'Kata sandi ini terlalu mudah ditebak. Pakai yang lebih panjang dan tidak memuat alamat Anda.',
    'This password is too easy to guess. Take a longer one that does not contain your address.',
  ],
  invitationTitle: ['Undangan', 'Invitation'],
  invitationLead: ['Tetapkan kata sandi untuk membuka meja kerja Anda.', 'Set a password to open your desk.'],
  invitationDo: ['Simpan kata sandi', 'Save the password'],
  factorTitle: ['Pasang kode dari ponsel dahulu', 'Set up codes of a phone first'],
  factorWhy: [
    'KPU meminta kode dari ponsel untuk peran Anda. Sekali pasang, sekitar dua menit; sesudah itu meja kerja terbuka.',
    'KPU asks for codes of a phone in your role. It is set up once, in about two minutes; then the desk opens.',
  ],
  factorLeave: ['Keluar', 'Sign out'],
  accepted: ['Kata sandi tersimpan. Silakan masuk.', 'The password is saved. Please sign in.'],
});
