import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { createLinker } from './linker.ts';

const start = Date.parse('2024-02-01T00:00:00Z');
const target = {
  target: { ...plainLabels.target, value: true },
  tone: { ...plainLabels.tone, value: 'neutral' as const },
};
const aboutKpu = (id: string, text: string, at: number, author = id): LabelledItem =>
  plainItem({ id, text, at, author }, target);

describe('bad input', () => {
  test('a thousand identical posts in a minute are one unique item and 999 re-posts', () => {
    const linker = createLinker();
    const flood = Array.from({ length: 1_000 }, (_, i) =>
      aboutKpu(
        `f${i}`,
        'Server KPU disetting, tolak hasilnya sekarang juga!',
        start + i * 60,
        `akun${i % 2}`,
      ),
    );
    const { issues, assignments } = linker.linkBatch(flood);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.counts).toMatchObject({ unique: 1, items: 1_000 });
    expect(issues[0]!.spread.authors).toBe(2);
    expect(assignments.filter((a) => a.duplicateOf !== null)).toHaveLength(999);
  });

  test('one post an hour for a year keeps the open window small and the issue open', () => {
    const linker = createLinker();
    const issues = new Set<string>();
    for (let day = 0; day < 365; day++) {
      const text = `Undangan memilih di TPS kami belum juga diantar petugas, hari ke ${day} menunggu`;
      const posts = Array.from({ length: 24 }, (_, hour) => {
        const n = day * 24 + hour;
        return aboutKpu(`h${n}`, text, start + n * hourMs);
      });
      for (const a of linker.linkBatch(posts).assignments) if (a.issueId !== null) issues.add(a.issueId);
    }
    expect(linker.open).toBeLessThanOrEqual(73);
    expect(issues.size).toBe(1);
  });

  test('a list of headlines joins no two matters', () => {
    const linker = createLinker();
    const flood = [
      'Gudang logistik KPU terendam banjir, kotak suara basah',
      'Banjir masuk gudang KPU, kotak suara dan logistik basah terendam',
      'Kotak suara di gudang logistik KPU basah karena banjir semalam',
    ].map((text, i) => aboutKpu(`g${i}`, text, start + i * hourMs));
    const honor = [
      'Honor petugas KPPS belum cair, bendahara bungkam',
      'Petugas KPPS menagih honor yang belum cair kepada bendahara',
      'Bendahara janji honor KPPS cair pekan depan',
    ].map((text, i) => aboutKpu(`u${i}`, text, start + i * hourMs));
    linker.linkBatch([...flood, ...honor]);
    const list = [...flood, ...honor].map((item) => item.text).join('. ');
    linker.linkBatch([aboutKpu('list', `Rangkuman hari ini: ${list}`, start + 4 * hourMs)]);
    expect(linker.issueOf(flood[0]!.id)).not.toBe(linker.issueOf(honor[0]!.id));
  });

  const matters = [
    'Gudang logistik KPU terendam banjir, kotak suara basah',
    'Honor petugas KPPS belum cair, bendahara bungkam',
    'Debat kandidat ketiga digelar di ibu kota provinsi',
    'Pendaftaran pemantau pemilu ditutup pekan ini',
    'Bawaslu copot alat peraga kampanye yang melanggar',
    'Jadwal kapal perintis ke pulau terluar berubah',
  ];
  test.each([
    ['sentences', `Rangkuman hari ini: ${matters.join('. ')}.`],
    ['numbered lines', matters.map((text, i) => `${i + 1}. ${text}`).join('\n')],
  ])('a list of headlines in %s joins not even the only issue, founds none and draws nothing', (_, list) => {
    const linker = createLinker();
    linker.linkBatch([aboutKpu('list', list, start)]);
    const flood = [
      matters[0]!,
      'Banjir masuk gudang KPU, kotak suara dan logistik basah terendam',
      'Kotak suara di gudang logistik KPU basah karena banjir semalam',
    ].map((text, i) => aboutKpu(`g${i}`, text, start + (i + 1) * hourMs));
    const { issues } = linker.linkBatch(flood);
    expect(issues.map(({ counts }) => counts.items)).toEqual([3]);
    const again = [`${list} Harga beras naik`, `${list} Cuaca cerah`, `Pagi ini\n${list}`];
    linker.linkBatch(again.map((text, i) => aboutKpu(`l${i}`, text, start + (i + 5) * hourMs)));
    expect(linker.issueOf(flood[0]!.id)).not.toBeNull();
    for (const id of ['list', 'l0', 'l1', 'l2']) expect(linker.issueOf(aboutKpu(id, list, 0).id)).toBeNull();
  });

  test('a date in the far future closes nothing, one of 1970 breaks nothing', () => {
    const linker = createLinker();
    const text = 'Surat suara tertukar di TPS kami, pencoblosan ditunda';
    linker.linkBatch([aboutKpu('a', text, start)]);
    const skewed = {
      ...aboutKpu('b', `${text} lama sekali`, start + hourMs),
      publishedAt: Date.UTC(2099, 0, 1),
    };
    const ancient = aboutKpu('c', 'Pos lama tentang TPS', 0);
    linker.linkBatch([skewed, ancient]);
    const [last] = linker.linkBatch([aboutKpu('d', text, start + 2 * hourMs)]).assignments;
    expect(last!.duplicateOf).not.toBeNull();
  });

  test('an item a week late is taken and closes nothing', () => {
    const linker = createLinker();
    linker.linkBatch([aboutKpu('now', 'Rekapitulasi kecamatan berjalan tertib', start + 8 * dayMs)]);
    const { assignments } = linker.linkBatch([aboutKpu('late', 'Logistik TPS tiba dengan perahu', start)]);
    expect(assignments).toHaveLength(1);
    expect(linker.open).toBe(2);
  });

  test('empty, wordless and endless texts', () => {
    const linker = createLinker();
    const texts = ['', '😡😡', 'a '.repeat(100_000), '\ud800 lone', 'kata\u0000nul'];
    const { assignments } = linker.linkBatch(texts.map((text, i) => aboutKpu(`e${i}`, text, start + i)));
    expect(assignments).toHaveLength(texts.length);
  });
});
