import { catalogue } from '../../texts/catalogue.ts';

export const peopleTexts = catalogue({
  lead: [
    'Orang di unit ini dan di bawahnya. Siapa yang melihat daftar ini tercatat di jejak audit.',
    'People of this unit and below. Who looks at this list is written to the audit trail.',
  ],
  title: ['Orang', 'People'],
  invite: ['Undang orang', 'Invite somebody'],
  inviteDo: ['Buat tautan', 'Make the link'],
  inviteHelp: [
    'Bila alamat ini sudah dikenal, tautannya untuk memperbarui kata sandi; perannya tetap.',
    'If the address is known already, the link renews the password; the roles stay.',
  ],
  linkTitle: ['Tautan undangan untuk {name}', 'Invitation link for {name}'],
  linkHelp: [
    'Kirim lewat jalur yang Anda percaya, hanya kepada orangnya. Berlaku sekali, sampai {until}, dan tidak ditampilkan lagi.',
    'Send it by a way you trust, to that person only. It works once, until {until}, and is not shown again.',
  ],
  roles: ['Peran', 'Roles'],
  role: ['Peran', 'Role'],
  addRole: ['Tambah peran', 'Add a role'],
  rolesTitle: ['Apa arti tiap peran', 'What each role means'],
  rolesHelp: [
    'Sebuah peran berlaku di unit itu dan semua unit di bawahnya.',
    'A role holds in that unit and all units below it.',
  ],
  may_reader: [
    'Membaca isu, peta, dan laporan. Tidak mengubah apa pun.',
    'Reads issues, maps and reports. Changes nothing.',
  ],
  may_analyst: [
    'Membaca, lalu memilah isu: mengambil, memberi label, menggabung, menandai peringatan palsu.',
    'Reads and triages: takes issues, labels, merges, marks false alarms.',
  ],
  may_drafter: [
    'Semua yang boleh analis, ditambah menyusun jawaban, klaim, dan laporan.',
    'All that an analyst may, and drafts answers, claims and reports.',
  ],
  may_approver: [
    'Semua yang boleh penyusun, ditambah menyetujui tulisan orang lain. Tulisan sendiri tidak.',
    'All that a drafter may, and approves what others wrote. Never their own.',
  ],
  may_head: [
    'Semua yang boleh penyetuju, ditambah membaca jejak audit.',
    'All that an approver may, and reads the audit trail.',
  ],
  may_administrator: [
    'Mengatur orang, sumber, penerima, dan kalender. Tidak menyetujui apa pun: yang memberi wewenang dan yang menyetujui harus dua orang.',
    'Sets people, sources, recipients and the calendar. Approves nothing: whoever gives rights and whoever approves must be two people.',
  ],
  state: ['Keadaan', 'State'],
  active: ['aktif', 'active'],
  shutOut: ['dinonaktifkan', 'shut out'],
  signedIn: ['Terakhir masuk', 'Signed in last'],
  you: ['Anda', 'you'],
  change: ['Ubah {name}', 'Change {name}'],
  changed: ['{name}: perubahan tersimpan.', '{name}: the change is saved.'],
  deactivate: ['Nonaktifkan', 'Shut out'],
  reactivate: ['Aktifkan lagi', 'Let in again'],
  deactivateAsk: ['Nonaktifkan {name}?', 'Shut {name} out?'],
  deactivateHelp: [
    'Semua sesinya berakhir sekarang dan ia tidak dapat masuk lagi. Yang pernah ia kerjakan tetap tercatat atas namanya.',
    'All their sessions end now and they cannot sign in. What they did stays under their name.',
  ],
  reactivateAsk: ['Aktifkan {name} lagi?', 'Let {name} in again?'],
  reactivateHelp: [
    'Ia dapat masuk lagi dengan kata sandi dan peran yang lama.',
    'They can sign in again with the password and roles they had.',
  ],
  ownRights: [
    'Peran sendiri diubah oleh administrator lain.',
    'One’s own roles are changed by another administrator.',
  ],
  keysLead: [
    'Jalan masuk untuk program lain, misalnya dasbor pimpinan. Wewenangnya tidak pernah melebihi pembuatnya, dan ada akhirnya.',
    'A way in for other programs, such as a dashboard. It never may more than whoever made it, and it ends.',
  ],
  keysTitle: ['Kunci API', 'API keys'],
  keysNone: ['Belum ada kunci', 'No keys yet'],
  keysNoneDo: [
    'Buat satu bila program lain perlu membaca Saring.',
    'Make one when another program has to read Saring.',
  ],
  makeKey: ['Buat kunci', 'Make a key'],
  keyName: ['Untuk apa', 'What for'],
  keyNameHelp: [
    'Nama program dan siapa yang memegangnya, misalnya "dasbor pimpinan".',
    'The program and who holds it, for example "chair’s dashboard".',
  ],
  keyMay: ['Boleh', 'May'],
  keyEnds: ['Berakhir', 'Ends'],
  keyDays: ['Berlaku selama', 'Good for'],
  keyOn: ['berlaku', 'in force'],
  keyEnded: ['berakhir', 'ended'],
  keyRevoked: ['dicabut', 'revoked'],
  tokenTitle: ['Kunci "{name}"', 'Key "{name}"'],
  tokenHelp: [
    'Hanya tampil sekarang. Simpan di tempat rahasia program itu; bila hilang, cabut dan buat yang baru.',
    'Shown only now. Keep it where that program keeps its secrets; if it is lost, revoke it and make another.',
  ],
  revoke: ['Cabut', 'Revoke'],
  revokeAsk: ['Cabut kunci "{name}"?', 'Revoke the key "{name}"?'],
  revokeHelp: [
    'Program yang memakainya langsung ditolak. Kunci yang dicabut tidak dapat dihidupkan lagi.',
    'The program that uses it is refused at once. A revoked key cannot be brought back.',
  ],
  revoked: ['Kunci "{name}" dicabut.', 'The key "{name}" was revoked.'],
});
