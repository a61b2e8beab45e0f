import { describe, expect, test } from 'vitest';
import type { MatchableClaim } from './claim-index.ts';
import { createClaimMatcher } from './claim-matcher.ts';

const claims: MatchableClaim[] = [
  {
    id: 'kontainer',
    text: 'Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan Tanjung Priok',
    isApproved: true,
  },
  {
    id: 'undangan',
    text: 'Undangan memilih dihapus dan pemilih cukup membawa KTP elektronik ke TPS',
    isApproved: true,
  },
  {
    id: 'server',
    text: 'Server KPU disetting memenangkan satu pasangan calon sebesar 57 persen',
    isApproved: false,
  },
  {
    id: 'honor',
    text: 'Honor petugas KPPS dipotong separuh oleh bendahara di seluruh Indonesia',
    isApproved: true,
  },
];

describe('claim matcher', () => {
  const matcher = createClaimMatcher(claims);
  const best = (text: string) => matcher.match(text, 5)[0]!;

  test('finds the claim behind a retelling and says what agrees', () => {
    const found = best('dari grup sebelah: katanya undangan nyoblos sudah dihapus, tinggal bawa KTP saja');
    expect(found.claimId).toBe('undangan');
    expect(found.agrees).toContain('undangan');
    expect(found.nearIdentical).toBe(false);
  });

  test('near-identical text of an approved claim may be linked without asking', () => {
    const copy = 'TUJUH kontainer surat suara tercoblos ditemukan di Pelabuhan Tanjung Priok!!! 😡';
    expect(best(copy)).toMatchObject({ claimId: 'kontainer', nearIdentical: true });
  });

  test('another number, a denial, few words or no approval need a person', () => {
    const other = best('Server KPU disetting memenangkan satu pasangan calon sebesar 52 persen');
    expect(other.claimId).toBe('server');
    expect(other.differs).toContain('angka 57 hanya ada pada klaim');
    expect(other.nearIdentical).toBe(false);
    const denial = best(
      'Tidak benar tujuh kontainer surat suara tercoblos ditemukan di pelabuhan Tanjung Priok',
    );
    expect(denial.differs).toContain('unggahan menyangkal');
    expect(denial.nearIdentical).toBe(false);
    expect(best('kontainer surat suara tercoblos').nearIdentical).toBe(false);
    expect(best(claims[2]!.text).nearIdentical).toBe(false);
  });

  test('one word that says something else needs a person, who is told which', () => {
    const other = best(claims[0]!.text.replace('surat suara', 'kotak suara'));
    expect(other).toMatchObject({ claimId: 'kontainer', nearIdentical: false, repeats: false });
    expect(other.differs).toEqual(['"kotak" pada unggahan, "surat" pada klaim']);
    const added = best(claims[0]!.text.replace('ditemukan', '3 kali ditemukan'));
    expect(added.differs).toContain('angka 3 hanya ada pada unggahan');
    expect(added.nearIdentical).toBe(false);
  });

  test('an addition that names another place or has more words than the claim needs a person', () => {
    const told = `Kejadian di Surabaya. ${claims[0]!.text}`;
    expect(best(told).nearIdentical).toBe(false);
    const long = `${claims[1]!.text}. Warga yang hadir kemarin menceritakan hal ini kepada tetangganya sambil minum kopi bersama`;
    expect(best(long)).toMatchObject({ claimId: 'undangan', nearIdentical: false, differs: [] });
  });

  test('a rejected claim is not suggested again', () => {
    const text = claims[0]!.text;
    expect(matcher.match(text, 5, new Set(['kontainer'])).map((s) => s.claimId)).not.toContain('kontainer');
  });

  test('an empty knowledge base and a text without words give nothing', () => {
    expect(createClaimMatcher().match('apa saja', 5)).toEqual([]);
    expect(matcher.match('😡 !!!', 5)).toEqual([]);
  });

  test('claims come and go', () => {
    const many = createClaimMatcher(claims);
    for (let i = 0; i < 300; i++)
      many.add({ id: `x${i}`, text: `klaim nomor ${i} tentang hal lain`, isApproved: false });
    for (let i = 0; i < 300; i++) many.remove(`x${i}`);
    many.remove('tidak ada');
    expect(many.size).toBe(4);
    expect(many.match(claims[1]!.text, 5)[0]!.claimId).toBe('undangan');
    expect(many.match('klaim nomor 7 tentang hal lain', 5).map((s) => s.claimId)).not.toContain('x7');
  });

  test('in a young knowledge base the words of every text weigh little, and rare ones much', () => {
    const young = createClaimMatcher([claims[0]!]);
    const held = (text: string) => young.match(text, 1)[0]!.held;
    expect(held('surat suara sudah dicoblos di beberapa TPS kata warga')).toBeLessThan(0.2);
    expect(held('katanya ada 7 kontainer di Tanjung Priok')).toBeGreaterThan(0.5);
  });

  test('numbers in words and other words for the same thing agree', () => {
    const found = best('ada 7 kontainer surat suara tercoblos di pelabuhan Tanjung Priok');
    expect(found.claimId).toBe('kontainer');
    expect(found.agrees).toContain('7');
    expect(best('ada 8 kontainer surat suara tercoblos di pelabuhan Tanjung Priok').differs).toContain(
      'angka 7 hanya ada pada klaim',
    );
    const two = createClaimMatcher([
      { id: 'petugas', text: 'Petugas KPPS meninggal karena diracun', isApproved: true },
      { id: 'lain', text: 'Petugas KPPS dipotong honornya', isApproved: true },
    ]);
    expect(two.match('kenapa banyak yang tewas jadi petugas', 1)[0]!.claimId).toBe('petugas');
  });

  test('claims that contradict each other are both suggested', () => {
    const both = createClaimMatcher([
      ...claims,
      { id: 'lawan', text: 'Undangan memilih tidak dihapus dan tetap diantar ke rumah', isApproved: true },
    ]);
    const ids = both
      .match('undangan memilih dihapus', 5)
      .slice(0, 2)
      .map((s) => s.claimId);
    expect(new Set(ids)).toEqual(new Set(['undangan', 'lawan']));
  });

  test('the article behind a claim finds the text it quotes', () => {
    const withBody = createClaimMatcher([
      ...claims,
      {
        id: 'artikel',
        text: 'Cek fakta pesan berantai',
        body: 'Beredar pesan: besok listrik padam serentak jam tujuh, siapkan lilin',
        isApproved: false,
      },
    ]);
    expect(withBody.match('besok listrik padam serentak siapkan lilin', 3)[0]!.claimId).toBe('artikel');
  });
});
