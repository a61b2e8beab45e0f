import { catalogue } from '../../texts/catalogue.ts';

export const settingsTexts = catalogue({
  title: ['Pengaturan', 'Settings'],
  tabMe: ['Saya', 'Me'],
  tabPeople: ['Orang', 'People'],
  tabRecipients: ['Penerima', 'Recipients'],
  tabUnits: ['Unit', 'Units'],
  tabKeys: ['Kunci API', 'API keys'],
  tabCalendar: ['Kalender', 'Calendar'],
  tabPrivacy: ['Privasi', 'Privacy'],
  tabAudit: ['Jejak audit', 'Audit trail'],
  onlyManage: [
    'Orang, penerima peringatan, dan kunci API diatur oleh administrator unit Anda.',
    'People, recipients of alerts and API keys are set by the administrator of your unit.',
  ],
  onlyNational: [
    'Hanya ada satu untuk semua unit; yang mengubahnya administrator KPU RI, dengan KPU RI sebagai unit kerja.',
    'There is one for all units; an administrator of KPU RI changes it, with KPU RI as their unit.',
  ],
  name: ['Nama', 'Name'],
  nameHelp: [
    'Seperti yang dilihat rekan Anda pada isu dan catatan.',
    'As your colleagues see it on issues and notes.',
  ],
  email: ['Alamat surel', 'E-mail address'],
  save: ['Simpan', 'Save'],
  saved: ['Tersimpan.', 'Saved.'],
  unit: ['Unit', 'Unit'],
  remove: ['Hapus', 'Remove'],
  edit: ['Ubah', 'Edit'],
  add: ['Tambah', 'Add'],
  acts: ['Tindakan', 'Actions'],
  reason: ['Alasan', 'Reason'],
  reasonHelp: ['Tersimpan di jejak audit.', 'Kept in the audit trail.'],
  never: ['belum pernah', 'never'],
});

/** What a person sets for themselves. */
export const ownTexts = catalogue({
  who: ['Siapa saya', 'Who I am'],
  saveName: ['Simpan nama', 'Save the name'],
  myRoles: ['Peran saya', 'My roles'],
  program: [
    'Anda masuk sebagai program, bukan sebagai orang: tidak ada yang dapat diatur di sini.',
    'You are signed in as a program, not as a person: there is nothing to set here.',
  ],
  password: ['Kata sandi', 'Password'],
  oldPassword: ['Kata sandi sekarang', 'Present password'],
  newPassword: ['Kata sandi baru', 'New password'],
  newPasswordHelp: [
    'Paling sedikit 12 karakter. Empat kata acak mudah diingat dan sulit ditebak.',
    'At least 12 characters. Four random words are easy to keep and hard to guess.',
  ],
  changePassword: ['Ganti kata sandi', 'Change the password'],
  passwordChanged: [
    'Kata sandi diganti; sesi di perangkat lain berakhir.',
    'The password was changed; sessions on other devices have ended.',
  ],
  wrongPassword: ['Kata sandi sekarang tidak tepat.', 'The present password is not right.'],
  weakPassword: [
    'Kata sandi baru terlalu mudah ditebak. Pilih yang lebih panjang dan tanpa nama Anda.',
    'The new password is too easy to guess. Choose a longer one without your name in it.',
  ],
  generator: ['Kode dari ponsel', 'Codes of a phone'],
  generatorLead: [
    'Dengan ini, kata sandi yang bocor saja tidak cukup untuk masuk: ponsel Anda memberi kode enam angka yang berganti tiap 30 detik.',
    'With it a leaked password alone opens nothing: your phone gives six digits that change every 30 seconds.',
  ],
  generatorOff: ['Belum dipasang.', 'Not set up yet.'],
  generatorOn: ['Terpasang.', 'Set up.'],
  codesLeft: ['Sisa kode pemulihan: {n} dari 10.', 'Recovery codes left: {n} of 10.'],
  codesLow: [
    'Kode pemulihan hampir habis. Lepas lalu pasang lagi untuk mendapat sepuluh yang baru.',
    'Few recovery codes are left. Remove the generator and set it up again for ten new ones.',
  ],
  begin: ['Pasang di ponsel', 'Set up on a phone'],
  scan: [
    'Buka aplikasi pembuat kode (misalnya FreeOTP, Aegis, Google Authenticator), pindai gambar ini, lalu ketik kode yang muncul.',
    'Open an app that makes codes (for example FreeOTP, Aegis, Google Authenticator), scan this picture, then type the code it shows.',
  ],
  qr: [
    'Kode QR untuk aplikasi pembuat kode; kuncinya juga tertulis di bawah',
    'QR code for the app that makes codes; its key is also written below',
  ],
  byHand: ['Tidak dapat memindai? Ketik kunci ini:', 'Cannot scan? Type this key:'],
  code: ['Kode enam angka', 'Six-digit code'],
  confirm: ['Pasang', 'Set up'],
  wrongCode: [
    'Kode tidak cocok. Periksa jam ponsel, lalu ketik kode yang terbaru.',
    'The code does not fit. Check the clock of the phone, then type the newest code.',
  ],
  recoveryTitle: ['Kode pemulihan', 'Recovery codes'],
  recoveryHelp: [
    'Masing-masing membuka sekali bila ponsel hilang. Hanya tampil sekarang: cetak atau simpan di tempat aman, bukan di komputer ini.',
    'Each opens once when the phone is lost. They are shown only now: print them or keep them in a safe place, not on this computer.',
  ],
  takeOff: ['Lepas dari ponsel', 'Remove from the phone'],
  takeOffHelp: [
    'Sesudah ini kata sandi saja cukup untuk masuk. Ketik kode dari ponsel untuk memastikan.',
    'After this the password alone opens. Type a code of the phone to make sure.',
  ],
  takenOff: ['Kode dari ponsel dilepas.', 'The codes of the phone were removed.'],
  sessions: ['Sesi', 'Sessions'],
  sessionsHelp: [
    'Bila pernah masuk di komputer bersama atau perangkat hilang, akhiri semua sesi, termasuk yang ini.',
    'If you signed in on a shared computer or lost a device, end all sessions, this one too.',
  ],
  everywhere: ['Keluar dari semua perangkat', 'Sign out everywhere'],
});
