import { describe, expect, it } from 'vitest';
import { alteredClaim, otherKinds, sameKinds } from './altered-claims.ts';
import { evaluateAutomaticLinks } from './automatic-links.ts';
import { seeded } from './stream.ts';

const claims = [
  'Petugas KPU membakar surat suara yang sah milik warga di gudang kantor kelurahan semalam',
  'Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan oleh petugas Bawaslu provinsi',
  'Undangan memilih sudah dihapus dan pemilih dengan KTP elektronik bebas masuk bilik mana saja',
  'Server penghitungan dibuka orang luar sehingga perolehan calon bupati naik dua kali lipat',
  'Honor petugas KPPS dipotong separuh karena anggaran daerah dipakai membeli mobil dinas ketua',
];

describe('altered claims', () => {
  it('of every kind are made, and differ from the claim', () => {
    for (const kind of [...sameKinds, ...otherKinds]) {
      const made = claims.map((claim) => alteredClaim(claim, kind, claims, seeded(3)));
      const some = made.filter((copy) => copy !== null);
      expect(some.length, kind).toBeGreaterThan(0);
      for (const [at, copy] of made.entries()) expect(copy, kind).not.toBe(claims[at]);
    }
  });
});

describe('automatic links', () => {
  it('hold for copies that say the same alone', () => {
    const { sameLinked, otherLinked, strangers, same, other } = evaluateAutomaticLinks(claims, seeded(1));
    expect({ sameLinked, otherLinked, strangers }).toEqual({ sameLinked: 1, otherLinked: 0, strangers: 0 });
    expect(same.suffix).toEqual({ n: 5, linked: 1 });
    expect(other.swapped).toEqual({ n: 5, linked: 0 });
  });

  it('without claims are none', () => {
    expect(evaluateAutomaticLinks([], seeded(1))).toMatchObject({ claims: 0, sameLinked: 0, otherLinked: 0 });
  });
});
