import { describe, expect, it } from 'vitest';
import type { LabelValues, MachineLabels, PersonLabel } from '../../shared/domain/correction.ts';
import { agreementOf, completed, labelledRows } from './labelled-rows.ts';

const said = { tone: 'neutral' } as MachineLabels;
const label = (itemId: string, by: string, at: number, values: LabelValues): PersonLabel => ({
  id: `${itemId}-${by}-${at}`,
  itemId,
  itemVersion: 1,
  by,
  at,
  reason: 'karena',
  values,
  said,
});
const item = (id: string) => ({ id, title: null, text: `teks ${id}`, storyId: null });

describe('labelledRows', () => {
  it('takes the latest word of each person, and nothing that two disagree on', () => {
    const labels = [
      label('a', 'satu', 1, { tone: 'positive', topic: 'dpt' }),
      label('a', 'satu', 2, { tone: 'negative' }),
      label('a', 'dua', 3, { tone: 'negative', topic: 'etik' }),
      label('b', 'satu', 4, { target: false }),
      label('gone', 'satu', 5, { tone: 'positive' }),
    ];
    const { rows, ...counts } = labelledRows(labels, [item('b'), item('a')]);
    expect(counts).toEqual({ persons: 2, disputed: 1, missing: 1 });
    expect(rows.map(({ row, at }) => [row, at])).toEqual([
      [{ text: 'teks a', target: true, tone: 'negative' }, 3],
      [{ text: 'teks b', target: false, tone: 'unrelated', criticism: false }, 4],
    ]);
  });

  it('leaves out an item on which nothing is agreed', () => {
    const labels = [label('a', 'satu', 1, { topic: 'dpt' }), label('a', 'dua', 2, { topic: 'etik' })];
    expect(labelledRows(labels, [item('a')])).toMatchObject({ rows: [], disputed: 1 });
  });
});

describe('completed', () => {
  it('says what a tone or a missing target implies', () => {
    expect(completed({ tone: 'negative' })).toMatchObject({ target: true, tone: 'negative' });
    expect(completed({ topic: 'dpt' }).target).toBeUndefined();
  });
});

describe('agreementOf', () => {
  it('is Cohen’s kappa over items two people labelled', () => {
    const tones = [
      ['negative', 'negative'],
      ['neutral', 'neutral'],
      ['negative', 'neutral'],
      ['neutral', 'neutral'],
    ] as const;
    const labels = tones.flatMap(([one, two], n) => [
      label(`i${n}`, 'satu', n, { tone: one }),
      label(`i${n}`, 'dua', n, { tone: two, areas: ['35', '31'] }),
    ]);
    const { tone, areas } = agreementOf([...labels, label('alone', 'satu', 9, { tone: 'positive' })]);
    expect(tone!.pairs).toBe(4);
    expect(tone!.kappa).toBeCloseTo((0.75 - 0.5) / 0.5);
    expect(areas).toBeUndefined();
  });
});
