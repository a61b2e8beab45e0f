import { catalogue } from '../../texts/catalogue.ts';

/** Notifications of one's browser, and accounts elsewhere. */
export const accountTexts = catalogue({
  push: ['Pemberitahuan di peramban ini', 'Notifications in this browser'],
  pushLead: [
    'Peringatan tinggi dan kritis dari unit kerja Anda muncul di layar ini walaupun Saring tidak sedang dibuka. Pukul 22.00–05.00 hanya yang kritis.',
    'High and critical alerts of your unit appear on this screen even while Saring is closed. From 22:00 to 05:00 critical ones only.',
  ],
  pushImpossible: [
    'Peramban ini tidak dapat menerima pemberitahuan. Pakai peramban terbaru lewat alamat https, atau minta administrator menambahkan surel Anda sebagai penerima.',
    'This browser cannot take notifications. Use a current one by an https address, or ask the administrator to add your e-mail as a recipient.',
  ],
  pushNotSet: [
    'Pemberitahuan peramban belum dihidupkan pada instalasi ini. Minta pengelola sistem menghidupkannya.',
    'Web push is not turned on in this installation. Ask whoever runs the system to turn it on.',
  ],
  pushOn: ['hidup di peramban ini', 'on in this browser'],
  pushOff: ['mati di peramban ini', 'off in this browser'],
  pushBrowsers: ['{n} peramban Anda diberi tahu', '{n} of your browsers {n|is|are} told'],
  pushTurnOn: ['Hidupkan di peramban ini', 'Turn on in this browser'],
  pushTurnOff: ['Matikan di peramban ini', 'Turn off in this browser'],
  pushOnNow: ['Pemberitahuan hidup di peramban ini.', 'Notifications are on in this browser.'],
  pushOffNow: ['Pemberitahuan mati di peramban ini.', 'Notifications are off in this browser.'],
  pushTest: ['Kirim pesan uji', 'Send a test'],
  pushTested: [
    'Pesan uji dikirim. Bila tidak muncul dalam satu menit, periksa izin pemberitahuan peramban.',
    'A test is on its way. If it does not show within a minute, check what the browser allows.',
  ],
  pushRefused: [
    'Peramban menolak. Buka izin situs ini (gambar gembok di samping alamat), izinkan pemberitahuan, lalu coba lagi.',
    'The browser refused. Open the permissions of this site (the lock beside the address), allow notifications and try again.',
  ],
  pushNotDone: ['Belum dapat diubah', 'It cannot be changed'],
  identities: ['Masuk lewat akun lain', 'Sign in by another account'],
  identitiesLead: [
    'Akun instansi yang ditautkan membuka meja kerja ini tanpa kata sandi Saring.',
    'A linked account of your institution opens this desk without a Saring password.',
  ],
  noIdentities: ['Belum ada akun yang ditautkan.', 'No account is linked yet.'],
  linkWith: ['Tautkan dengan {name}', 'Link with {name}'],
  linkedAt: ['ditautkan', 'linked'],
  unlink: ['Lepas', 'Unlink'],
  unlinkAsk: ['Lepas {name}?', 'Unlink {name}?'],
  unlinkHelp: [
    'Sesudah ini akun itu tidak lagi membuka meja kerja Anda. Satu-satunya jalan masuk tidak dapat dilepas.',
    'The account opens your desk no longer. Your only way in cannot be removed.',
  ],
  unlinked: ['{name} dilepas.', '{name} is no longer linked.'],
});
