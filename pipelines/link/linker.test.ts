import { describe, expect, test } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { factsOf } from './facts.ts';
import { createLinker } from './linker.ts';
import type { Assignment, LinkOutcome } from './outcome.ts';

const start = Date.parse('2024-02-10T00:00:00Z');
const posts = [
  'Surat suara tertukar ditemukan di TPS 12 Kelurahan Mekarsari, pemungutan suara ditunda dua jam',
  'Surat suara tertukar ditemukan di TPS 12 Kelurahan Mekarsari pemungutan suara ditunda dua jam!!! 😡',
  'TPS 12 Mekarsari kacau, surat suara dapil lain nyasar, pencoblosan molor',
  'Debat capres semalam seru sekali, jagoan saya tampil tenang',
  'Harga beras naik lagi di pasar induk menjelang puasa',
  'KPU minta maaf atas surat suara tertukar di TPS 12 Mekarsari dan menjamin hak pilih warga',
];
const items = posts.map((text, i) =>
  plainItem({ id: `p${i}`, text, at: start + i * hourMs, author: `a${i}` }),
);

function lastPlaces(outcomes: readonly LinkOutcome[]): Map<string, Assignment> {
  return new Map(outcomes.flatMap((outcome) => outcome.assignments.map((a) => [a.itemId, a] as const)));
}
const linkIn = (size: number, stream: readonly LabelledItem[] = items): Map<string, Assignment> => {
  const linker = createLinker();
  const outcomes: LinkOutcome[] = [];
  for (let i = 0; i < stream.length; i += size) outcomes.push(linker.linkBatch(stream.slice(i, i + size)));
  return lastPlaces(outcomes);
};

describe('linker', () => {
  const places = linkIn(1);
  const placeOf = (i: number): Assignment => places.get(items[i]!.id)!;

  test('a re-post that differs in case, marks and emoji is a duplicate in the same story', () => {
    expect(placeOf(1).duplicateOf).toBe(items[0]!.id);
    expect(placeOf(1).storyId).toBe(placeOf(0).storyId);
  });

  test('what says the opposite, another number or another place is no re-post; a number in words is one', () => {
    const first = 'KPU Kota Malang memecat 12 petugas karena terbukti menerima uang dari calon wali kota';
    const texts = [
      first,
      first.replace('memecat', 'tidak memecat'),
      `${first} !!!`,
      first.replace('12', 'dua belas'),
      `Kabar ini: ${first.replace('memecat', 'tidak memecat')}`,
      first.replace('12', '1200'),
      first.replace('Malang', 'Surabaya'),
    ];
    const own = texts.map((text, i) => plainItem({ id: `n${i}`, text, at: start + i * hourMs }));
    const linked = linkIn(3, own);
    const repeats = own.map(({ id }) => own.findIndex((item) => item.id === linked.get(id)!.duplicateOf));
    expect(repeats).toEqual([-1, -1, 0, 0, 1, -1, -1]);
    // A denial is told in the story of what it denies.
    expect(linked.get(own[1]!.id)!.storyId).toBe(linked.get(own[0]!.id)!.storyId);
  });

  test('retellings of one matter are one issue, chatter is none', () => {
    expect(placeOf(0).issueId).not.toBeNull();
    expect(placeOf(2).issueId).toBe(placeOf(0).issueId);
    expect(placeOf(5).issueId).toBe(placeOf(0).issueId);
    expect(placeOf(3).issueId).toBeNull();
    expect(placeOf(4).issueId).toBeNull();
  });

  test('the cut into batches changes nothing', () => {
    expect(linkIn(2)).toEqual(places);
    expect(linkIn(100)).toEqual(places);
  });

  test('counts are deltas that add up, unique and re-posted apart', () => {
    const linker = createLinker();
    const changes = items.flatMap((item) => linker.linkBatch([item]).issues);
    const sum = (pick: (c: (typeof changes)[number]) => number): number =>
      changes.reduce((s, c) => s + pick(c), 0);
    expect(sum((c) => c.counts.items)).toBe(4);
    expect(sum((c) => c.counts.unique)).toBe(3);
    expect(sum((c) => c.spread.authors)).toBe(4);
    expect(changes.filter((c) => c.isNew)).toHaveLength(1);
  });

  test('a known item keeps its place and counts once', () => {
    const linker = createLinker();
    linker.linkBatch(items);
    const again = linker.linkBatch(items);
    expect(lastPlaces([again])).toEqual(places);
    expect(again.issues).toEqual([]);
  });

  test('a flood about KPU beside posts on something alike is an issue', () => {
    const shops = ['toko daring', 'gim', 'ojek', 'tiket'].map(
      (what) => `Data 105 juta pengguna ${what} bocor dijual peretas di forum gelap dengan harga bitcoin`,
    );
    const sold = ['Data 105 juta pemilih bocor dijual peretas di forum gelap dengan harga bitcoin'];
    const flood = Array.from({ length: 30 }, () => `${sold[0]}, KPU diam`);
    const posts = [...shops, ...sold, ...flood].map((text, i) =>
      plainItem({ id: `d${i}`, text, at: start + i * 60_000, author: `b${i % 2}` }),
    );
    const linker = createLinker();
    linker.linkBatch(posts);
    expect(linker.issueOf(posts.at(-1)!.id)).not.toBeNull();
  });

  test('one word of evidence is not enough where nothing speaks of an election', () => {
    const sure = (text: string, words: string[]): boolean =>
      factsOf(
        plainItem(
          { id: text, text, at: start, author: 'a' },
          { target: { ...plainLabels.target, value: true, confidence: 0.99, words } },
        ),
      ).relevant;
    expect(sure('Surat undangan rapat sekarang cukup lewat WA, tidak perlu kertas', ['undangan'])).toBe(
      false,
    );
    expect(sure('Kata Pak RT undangan pemilu sekarang cukup lewat WA saja', ['undangan'])).toBe(true);
    expect(
      sure('Undangan tidak dibagikan lagi ke rumah, formulirnya dihapus', ['undangan', 'formulir']),
    ).toBe(true);
  });
});
