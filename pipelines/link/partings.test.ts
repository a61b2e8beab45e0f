import { describe, expect, it } from 'vitest';
import { readClosely } from './close-reading.ts';
import { partingsOf, sayPartings } from './partings.ts';

const differs = (text: string, claim: string): string[] =>
  sayPartings(partingsOf(readClosely(text), readClosely(claim)), true);

const burnt = 'Petugas KPU membakar surat suara sah milik warga di gudang kantor kelurahan';

describe('a copy', () => {
  it.each([
    [burnt.toUpperCase()],
    [`😡😡 ${burnt}!!! 🙏 #KPUCurang https://contoh.id/a`],
    [`@warga ${burnt}`],
    [`Assalamualaikum bapak ibu sekalian. ${burnt}`],
    [`Diteruskan dari grup tetangga, mohon dibaca sampai habis: ${burnt}`],
    [`Viral ${burnt}`],
    [`Petugas jaga bilang: ${burnt}`],
    [`${burnt} Sebarkan ke keluarga dan teman terdekat ya`],
    [`${burnt}. Hati-hati semua, jaga TPS masing-masing`],
    [burnt.replace('KPU', 'Komisi Pemilihan Umum (KPU)')],
    [burnt.replace('membakar', 'telah membakar').replace('di gudang', 'pada gudang')],
    [burnt.replace('membakar', 'bakar')],
    [burnt.replace('surat suara', 'suratsuara')],
    [burnt.replace('surat', 'suratnya')],
    [burnt.replace('membakar', 'membakkar').replace('gudang', 'gudnag')],
    [burnt.replace('sah milik', 'sah yang milik')],
    [burnt.replace('kantor', 'kntor')],
  ])('%s', (text) => expect(differs(text, burnt)).toEqual([]));
});

describe('another statement', () => {
  it.each([
    ['surat', 'kotak', '"kotak" pada unggahan, "surat" pada klaim'],
    ['membakar', 'menyimpan', '"menyimpan" pada unggahan, "membakar" pada klaim'],
    ['membakar', 'dibakar', '"dibakar" pada unggahan, "membakar" pada klaim'],
    ['Petugas', 'Penjaga', '"penjaga" pada unggahan, "petugas" pada klaim'],
    ['kelurahan', 'kecamatan', '"kecamatan" pada unggahan, "kelurahan" pada klaim'],
    ['sah ', '', '"sah" hanya ada pada klaim'],
    ['Petugas ', '', '"petugas" hanya ada pada klaim'],
    [' kelurahan', '', '"kelurahan" hanya ada pada klaim'],
    ['surat', 'simulasi surat', '"simulasi" hanya ada pada unggahan'],
    ['Petugas', 'Mantan petugas', '"mantan" hanya ada pada unggahan'],
    ['kelurahan', 'kelurahan palsu', '"palsu" hanya ada pada unggahan'],
    ['di gudang', 'ke gudang', '"ke" hanya ada pada unggahan'],
    ['membakar', '3 kali membakar', '"3 kali" hanya ada pada unggahan'],
  ])('%s: %s', (before, after, told) => expect(differs(burnt.replace(before, after), burnt)).toEqual([told]));

  it('is none where a place is written out', () =>
    expect(differs('Gudang KPU Jatim dibakar', 'Gudang KPU Jawa Timur dibakar')).toEqual([]));

  it('of the same words in another order', () => {
    const arrested = 'Ketua KPU menangkap ketua Bawaslu kota semalam di kantor polisi';
    const turned = 'Ketua Bawaslu menangkap ketua KPU kota semalam di kantor polisi';
    expect(differs(turned, arrested)).toEqual(['urutan kata berbeda']);
  });

  it.each([
    ['wali kota hadir sebelum pencoblosan dimulai', 'wali kota hadir sesudah pencoblosan dimulai'],
    ['undangan akan dihapus oleh panitia', 'undangan sudah dihapus oleh panitia'],
    ['dana untuk panitia', 'dana oleh panitia'],
    ['Ibu Camat ditahan', 'Pak Camat ditahan'],
    ['warga TKA masuk daftar pemilih', 'warga TKI masuk daftar pemilih'],
    ['kemarin gudang dibuka', 'besok gudang dibuka'],
    ['ketua panitia Sutrisno ditahan', 'ketua panitia Sutrisna ditahan'],
    ['simulasi: undangan dihapus panitia', 'undangan dihapus panitia'],
    ['undangan dihapus panitia? Mana buktinya', 'undangan dihapus panitia'],
    ['undangan dihapus panitia. Itu cuma latihan', 'undangan dihapus panitia'],
    ['penyebar kabar: undangan dihapus panitia', 'undangan dihapus panitia'],
  ])('%s | %s', (text, claim) => expect(differs(text, claim)).not.toEqual([]));

  it('nothing is read of an empty text', () => {
    expect(differs('', '')).toEqual([]);
    expect(differs('', 'undangan dihapus')).toEqual(['"undangan dihapus" hanya ada pada klaim']);
  });
});
