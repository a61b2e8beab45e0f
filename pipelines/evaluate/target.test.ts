import { describe, expect, it } from 'vitest';
import { areaFigures, measureTarget, type TargetReading } from './target.ts';

const reading: TargetReading = {
  target: true,
  tone: 'negative',
  criticism: true,
  stance: 'none',
  areas: ['35.07'],
  language: 'id',
  topic: 'logistik',
};

describe('areaFigures', () => {
  it('counts codes over all rows', () => {
    const figures = areaFigures([['35.07', '35.73'], [], ['11']], [['35.07'], ['31'], ['11']]);
    expect(figures).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
  });
});

describe('measureTarget', () => {
  it('is 1 everywhere for readings that agree', () => {
    const rows = [
      { text: 'a', ...reading },
      { text: 'b', ...reading, target: false, tone: 'unrelated' as const, criticism: false },
    ];
    const figures = measureTarget(rows, rows);
    expect(figures).toMatchObject({
      n: 2,
      target: { f1: 1 },
      tone: { macroF1: 1 },
      criticism: { f1: 1 },
      stance: { macroF1: 1 },
      areas: { f1: 1 },
      language: { accuracy: 1 },
      topic: { accuracy: 1 },
    });
  });

  it('leaves a row out of the figure of a field it lacks', () => {
    const figures = measureTarget(
      [
        { text: 'a', topic: 'dpt' },
        { text: 'b', target: true },
      ],
      [reading, reading],
    );
    expect(figures.topic.accuracy).toBe(0);
    expect(figures.target.f1).toBe(1);
  });
});
