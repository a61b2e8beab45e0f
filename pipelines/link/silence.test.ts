import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { createLinker, type Linker } from './linker.ts';

const start = Date.parse('2024-02-01T00:00:00Z');
const labels = {
  target: { ...plainLabels.target, value: true },
  tone: { ...plainLabels.tone, value: 'neutral' as const },
  places: [{ code: '35.73', from: 'text' as const, words: [] }],
};
const tellings = [
  'Honor KPPS di Kota Malang belum cair sampai hari ini, petugas mengeluh ke KPU',
  'Petugas KPPS Kota Malang menagih honor yang belum dibayar KPU',
  'KPU Kota Malang diminta segera membayar honor KPPS yang terlambat',
  'Sudah sepekan honor petugas KPPS Kota Malang belum cair, KPU bungkam',
];
const told = (name: string, from: number): LabelledItem[] =>
  tellings.map((text, i) => plainItem({ id: `${name}${i}`, text, at: from + i * hourMs }, labels));
const chatter = (count: number, overMs: number): LabelledItem[] =>
  Array.from({ length: count }, (_, k) =>
    plainItem({
      id: `c${k}`,
      text: `pasar ${k * 7} ikan jalan ${k * 13} kampung hujan ${k * 31}`,
      at: start + (1 + k) * (overMs / (count + 1)),
    }),
  );
const link = (linker: Linker, items: readonly LabelledItem[]) => linker.linkBatch(items).assignments;

describe('what was silent for long', () => {
  test.each([0, 500, 1_100])(
    'is another issue after two months, with %d posts on other things between',
    (between) => {
      const linker = createLinker();
      const before = told('a', start);
      link(linker, before);
      const issue = linker.issueOf(before[0]!.id);
      expect(issue).not.toBeNull();
      link(linker, chatter(between, 60 * dayMs));
      const after = told('n', start + 60 * dayMs);
      link(linker, after);
      const later = linker.issueOf(after.at(-1)!.id);
      expect(later).not.toBeNull();
      expect(after.map(({ id }) => linker.issueOf(id))).not.toContain(issue);
    },
  );

  test('is the same issue after ten days, and the story that is told again opens again', () => {
    const linker = createLinker();
    const before = told('a', start);
    const stories = new Map(link(linker, before).map((one) => [one.itemId, one.storyId]));
    const issue = linker.issueOf(before[0]!.id);
    const again = ['Katanya', 'Masih ada kabar:'].map((opening, i) =>
      plainItem({ id: `r${i}`, text: `${opening} ${tellings[0]!}`, at: start + (10 + i) * dayMs }, labels),
    );
    const places = new Map(link(linker, again).map((one) => [one.itemId, one]));
    for (const { id } of again) {
      expect(linker.issueOf(id)).toBe(issue);
      expect(places.get(id)!.storyId).toBe(stories.get(before[0]!.id));
    }
  });
});
