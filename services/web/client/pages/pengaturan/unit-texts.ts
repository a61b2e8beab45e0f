import { catalogue } from '../../texts/catalogue.ts';

/** Offices of KPU as this installation has them. */
export const unitTexts = catalogue({
  title: ['Unit KPU', 'Units of KPU'],
  lead: [
    '{n} unit dalam wewenang Anda. Unit tidak pernah dihapus: isu dan laporan tetap memakai kodenya.',
    '{n} units within your reach. A unit is never deleted: issues and reports keep its code.',
  ],
  find: ['Cari nama atau kode', 'Name or code'],
  none: ['Tidak ada unit dengan nama atau kode itu.', 'No unit of that name or code.'],
  more: [
    '{n} unit lagi; ketik nama untuk menyaring.',
    '{n} more {n|unit|units}; type a name to narrow it down.',
  ],
  add: ['Tambah unit', 'Add a unit'],
  change: ['Ubah {name}', 'Change {name}'],
  code: ['Kode', 'Code'],
  codeHelp: [
    'Kode wilayah Kemendagri: dua angka untuk provinsi (35), lima tanda untuk kabupaten/kota (35.73).',
    'Code of the home ministry: two digits for a province (35), five signs for a regency or city (35.73).',
  ],
  areaName: ['Nama wilayah', 'Name of the area'],
  areaNameHelp: [
    'Tanpa “KPU”: Kabupaten …, Kota …, atau nama provinsinya saja.',
    'Without “KPU”: Kabupaten …, Kota …, or the bare name of a province.',
  ],
  above: ['Di bawah', 'Below'],
  zone: ['Zona waktu', 'Time zone'],
  zoneHelp: [
    'Jam respons, jam tenang, dan waktu di halaman mengikutinya.',
    'The response clock, quiet hours and times on pages follow it.',
  ],
  zone_Jakarta: ['WIB', 'WIB (UTC+7)'],
  zone_Makassar: ['WITA', 'WITA (UTC+8)'],
  zone_Jayapura: ['WIT', 'WIT (UTC+9)'],
  closed: ['ditutup', 'closed'],
  closedHelp: [
    'Unit ini ditutup: tidak menerima orang, sumber, atau kewajiban baru',
    'This unit is closed: it takes no new people, sources or duties',
  ],
  reasonHelp: [
    'Dasar hukumnya, misalnya undang-undang pembentukan daerah. Tersimpan di jejak audit.',
    'The law it rests on. Kept in the audit trail.',
  ],
  saved: ['{name} tersimpan; berlaku di semua halaman.', '{name} is saved, and holds on every page.'],
});
