import { describe, expect, it } from 'vitest';
import { diffTexts } from '../answer-diff.ts';
import { layOut } from '../answer-layout.ts';
import { claimSaid } from '../compose/claim-said.ts';
import { knownSentences, readPlain } from '../read-plain.ts';
import { lintAnswer } from './lint-answer.ts';
import type { LintSubject } from './lint-subject.ts';
import { numbersSaid } from './numbers-said.ts';
import { readingEase, syllablesOf } from './reading-ease.ts';

const fact =
  'Surat suara Pemilu belum dicetak pada 2 Januari 2019, dan pemeriksaan tidak menemukan kontainer.';
const sayings = new Map([
  ['fact:f1', fact],
  ['claim:c1#text', 'Tujuh kontainer surat suara tercoblos ditemukan di Tanjung Priok'],
]);
const known = knownSentences([], new Map([['fact:f1', fact]]));

function codes(plain: string, over: Partial<LintSubject> = {}): string[] {
  const { spans } = readPlain(plain, known, over.channel !== 'x');
  const subject: LintSubject = {
    channel: 'web',
    kind: 'denial',
    verdict: 'salah',
    isCriticism: false,
    claimText: sayings.get('claim:c1#text')!,
    sayings,
    unfit: new Map(),
    plain,
    spans,
    ...over,
  };
  return [...new Set(lintAnswer(subject).findings.map(({ code }) => code))].sort();
}
const clean = `Surat suara belum dicetak saat itu\n\n${fact}\n\nSumber\nSelengkapnya: https://kpu.example/1`;

describe('the lint', () => {
  it('finds nothing but the missing reference in plain text with a fact and a link', () => {
    expect(codes(clean)).toEqual(['no_fact']);
  });

  it('knows each fault by its code', () => {
    const rumour = 'Tujuh kontainer surat suara tercoblos ditemukan di Tanjung Priok.';
    expect(codes(`${clean}\n\n${rumour} Tidak benar bahwa ${rumour}`)).toContain('myth_repeated');
    expect(codes(`Tujuh kontainer surat suara tercoblos di Priok\n\n${fact}`)).toContain('myth_in_title');
    expect(codes(fact)).toContain('no_source_link');
    expect(codes(`${clean}\n\nPelakunya provokator bodoh.`)).toContain('insult');
    expect(codes(`${clean}\n\nIni pencemaran nama baik.`)).toContain('legal_threat');
    expect(codes(`${clean}\n\nDukung Gerindra di TPS.`)).toContain('party_favour');
    expect(codes(`${clean}\n\nGerindra hadir.`)).toContain('party_named');
    expect(codes(clean, { unfit: new Map([['fact:f1', 'lewat']]) })).toContain('stale_fact');
    expect(codes(`${clean} [isi tanggal]`)).toContain('placeholder');
    expect(codes('kata '.repeat(151), { channel: 'whatsapp' })).toContain('too_long');
    expect(codes('x'.repeat(281), { channel: 'x' })).toContain('too_long');
    expect(codes('Kabar itu hoaks.', { kind: 'holding', verdict: 'belum_terbukti' })).toContain(
      'denial_blocked',
    );
    expect(codes('Kabar hoaks tentang DPT\n\nIsi.', { kind: 'correction' })).toContain('hoax_word');
    expect(codes('Ini hanya hoaks.', { kind: 'reply', isCriticism: true })).toContain('hoax_word');
    expect(codes('Judul\n\nKabar itu tidak benar.', { kind: 'correction' })).toContain('true_part_first');
    expect(codes('Judul\n\nIsi.', { kind: 'admission' })).toEqual(
      expect.arrayContaining(['missing_extent', 'missing_remedy', 'missing_remedyBy']),
    );
  });

  it('compares numbers with their source, however they are written', () => {
    expect([...numbersSaid('2.325 dari 358.775 TPS, tujuh dus, 0,65%')]).toEqual([
      '2325',
      '358775',
      '7',
      '0,65',
    ]);
    const blocks = [
      {
        role: 'fact' as const,
        heading: null,
        sentences: [{ text: 'Surat suara belum dicetak pada 3 Januari 2019.', from: ['fact:f1'] }],
      },
    ];
    const laid = layOut({ channel: 'web', title: null, blocks });
    expect(codes(laid.plain, laid)).toContain('number_differs');
  });

  it('reads ten thousand characters in a blink, and any input', () => {
    const before = process.cpuUsage().user;
    codes(`${fact} `.repeat(100));
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(500);
    for (const odd of ['', '\u0000', '['.repeat(5_000), '!'.repeat(20_000), '\n\n\n', '😀'.repeat(500)])
      codes(odd);
  });
});

describe('words', () => {
  it('counts syllables and ease as Indonesian has them', () => {
    expect(['suara', 'pantai', 'pemilihan', 'dua', 'KPPS'].map(syllablesOf)).toEqual([3, 2, 4, 2, 1]);
    const plain = readingEase(['Petugas datang ke rumah warga.', 'Ia membawa surat untuk memilih.']).score!;
    const office = readingEase([
      'Pelaksanaan pendistribusian pemberitahuan diselenggarakan berdasarkan ketentuan peraturan perundang-undangan penyelenggaraan pemilihan.',
    ]).score!;
    expect([plain > 60, office < 35]).toEqual([true, true]);
  });

  it('tells a rumour once, calmly, inside a sentence', () => {
    expect(
      claimSaid(
        'VIRALKAN!!! Tujuh kontainer surat suara TERCOBLOS di Tanjung Priok 😱😱 #pemilu https://x.example/1',
      ),
    ).toBe('tujuh kontainer surat suara tercoblos di Tanjung Priok');
    expect(claimSaid('SIREKAP SENGAJA MENGGELEMBUNGKAN SUARA DI TPS!')).toBe(
      'Sirekap sengaja menggelembungkan suara di TPS',
    );
    expect(claimSaid('Benarkah KPU menghapus undangan memilih?')).toBe('KPU menghapus undangan memilih');
    expect(claimSaid('Ayo sebarkan! Gudang KPU dibuka tadi malam. Lawan!')).toBe(
      'gudang KPU dibuka tadi malam',
    );
    expect(claimSaid('kata '.repeat(60)).split(' ')).toHaveLength(31);
  });

  it('shows what changed, and the later text is what stays and what was added', () => {
    const [before, after] = [
      'Undangan dikirim tiga hari sebelumnya ke rumah.',
      'Undangan diantar tiga hari sebelumnya.',
    ];
    const parts = diffTexts(before, after);
    const join = (kinds: string[]): string =>
      parts
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join('');
    expect(join(['same', 'added'])).toBe(after);
    expect(join(['same', 'removed'])).toBe(before);
  });
});
