import { describe, expect, it } from 'vitest';
import type { MachineLabels } from '../../shared/domain/correction.ts';
import { decodeModelParts } from '../enrich/model/linear-model-format.ts';
import { targetHeads } from '../enrich/target-models.ts';
import { type TargetRow, targetRowSchema } from '../evaluate/target.ts';
import type { Reading } from '../quality/measure-set.ts';
import { mergeHeads } from '../train/merge-heads.ts';
import { targetRecipe } from '../train/target-recipe.ts';
import { trainLinearParts } from '../train/train-linear.ts';
import { buildCandidate, NothingToLearn } from './build-candidate.ts';
import { compareOn, fallen } from './compare.ts';
import type { LabelledRow } from './labelled-rows.ts';

const row = (text: string, tone: string, over: object = {}): TargetRow =>
  targetRowSchema.parse({
    text,
    tone,
    target: tone !== 'unrelated',
    criticism: tone === 'negative',
    stance: 'none',
    topic: 'lainnya',
    language: 'id',
    ...over,
  });

/** The recipe without its cues and calibration, for speed. */
const train = (rows: readonly TargetRow[]) =>
  mergeHeads(
    'target',
    targetHeads.map((head) =>
      trainLinearParts({
        ...targetRecipe(head, rows, () => ({})),
        features: { bits: 10, minCharGram: 3, maxCharGram: 3 },
        folds: 0,
      }),
    ),
  );

const tones = ['positive', 'neutral', 'negative', 'unrelated'] as const;
const words = {
  positive: 'mantap sekali',
  neutral: 'mengumumkan jadwal',
  negative: 'lambat sekali',
  unrelated: 'harga cabai',
};
const shippedRows = tones.flatMap((tone) =>
  ['pagi', 'siang', 'malam'].map((when, n) =>
    row(`KPU ${words[tone]} ${when}`, tone, {
      stance: n === 0 ? 'bertanya' : 'none',
      topic: n === 0 ? 'dpt' : 'lainnya',
      language: n === 0 ? 'jv' : 'id',
    }),
  ),
);
const said = {} as MachineLabels;
/** A word that only the desk knows: the shipped rows never held it. */
const labelled = (at: number): LabelledRow[] =>
  Array.from({ length: 30 }, (_, n) => ({
    itemId: `i${n}`,
    storyId: null,
    at: at + n,
    said,
    row:
      n % 2 === 0
        ? row(`KPU kita ambyar tenan ${n}`, 'negative')
        : row(`KPU mengumumkan jadwal ke-${n}`, 'neutral'),
  }));
const gold = [
  row('KPU ambyar', 'negative'),
  ...shippedRows.map((one) => ({ ...one, text: `${one.text} ini` })),
];
const inputs = { shippedRows, gold, current: train(shippedRows), currentSawUntil: 0, folds: 3, train };

describe('buildCandidate', () => {
  it('learns what the desk says, by rows it has not seen, and the same each time', () => {
    const candidate = buildCandidate({ ...inputs, labelled: labelled(100) });
    const [onGold, onPeople] = candidate.comparisons;
    expect([onGold!.set, onPeople!.set]).toEqual(['gold', 'people']);
    expect(onPeople!.figures.toneMacroF1!.candidate).toBeGreaterThan(0.9);
    expect(onPeople!.figures.toneMacroF1!.difference).toBeGreaterThan(0);
    expect(candidate).toMatchObject({ labelledRows: 30, labelledUntil: 129, inGold: 0, fell: [] });
    expect(decodeModelParts(candidate.bytes).header.name).toBe('target');
    expect(buildCandidate({ ...inputs, labelled: labelled(100) }).bytes).toEqual(candidate.bytes);
  });

  it('keeps the items of one story on one side of the cross-validation', () => {
    const held: number[] = [];
    const told = (line: string): void => {
      const [, count] = /: (\d+) labelled items/.exec(line) ?? [];
      if (count) held.push(Number(count));
    };
    const rows = labelled(100).map((one, n) => ({ ...one, storyId: n < 24 ? 'besar' : null }));
    buildCandidate({ ...inputs, labelled: rows, told });
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(Math.max(...held)).toBeGreaterThanOrEqual(24);
  });

  it('never trains on a text of the gold set, however it is spaced', () => {
    const copies = [{ itemId: 'x', storyId: null, at: 1, said, row: row('kpu   AMBYAR!', 'positive') }];
    expect(() => buildCandidate({ ...inputs, labelled: copies })).toThrow(NothingToLearn);
    const candidate = buildCandidate({ ...inputs, labelled: [...copies, ...labelled(100)] });
    expect(candidate).toMatchObject({ inGold: 1, labelledRows: 30 });
  });

  it('does not measure the one in force on labels it was trained on', () => {
    const candidate = buildCandidate({ ...inputs, labelled: labelled(100), currentSawUntil: 120 });
    expect(candidate.comparisons.map(({ set }) => set)).toEqual(['gold']);
  });

  it('finds a candidate that got worse', () => {
    const spoiled = labelled(100).map((one, n) => ({
      ...one,
      row: {
        ...row(`${shippedRows[n % 12]!.text} itu`, 'neutral'),
        tone: tones[(Math.floor((n % 12) / 3) + 1) % 4]!,
      },
    }));
    const longGold = Array.from({ length: 10 }, () => gold).flat();
    const { fell } = buildCandidate({ ...inputs, gold: longGold, labelled: spoiled });
    expect(fell).toContain('gold: toneMacroF1');
  });
});

describe('compareOn', () => {
  const rows = Array.from({ length: 40 }, (_, n) => row(`${n}`, n % 2 === 0 ? 'positive' : 'negative'));
  const right = rows.map(({ tone }) => ({ tone, target: true }) as Reading);
  const wrongIn = (count: number) =>
    right.map(
      (one, n): Reading =>
        n < count ? { ...one, tone: one.tone === 'positive' ? 'negative' : 'positive' } : one,
    );

  it('calls a fall one only beyond its noise', () => {
    const tone = (a: readonly Reading[], b: readonly Reading[]) =>
      compareOn(
        's',
        rows.map(({ text, tone: t }) => ({ text, tone: t })),
        a,
        b,
      ).figures.toneMacroF1!;
    expect(tone(right, right)).toMatchObject({ difference: 0, fell: false });
    expect(tone(right, wrongIn(1))).toMatchObject({ fell: false });
    expect(tone(right, wrongIn(12))).toMatchObject({ fell: true });
    expect(tone(wrongIn(12), right)).toMatchObject({ fell: false });
  });

  it('names what fell', () => {
    const bare = rows.map(({ text, tone }) => ({ text, tone }));
    expect(fallen([compareOn('s', bare, right, wrongIn(12))])).toEqual(['s: toneMacroF1']);
  });
});
