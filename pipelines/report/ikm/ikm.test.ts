import { describe, expect, it } from 'vitest';
import { MissingElement, readIkmRows } from './read-ikm-rows.ts';
import { ikmBand, ikmElements, sampleSize, satisfactionIndex } from './satisfaction-index.ts';

describe('satisfactionIndex', () => {
  it('is the mean of nine means, times 25', () => {
    // By hand: element sums over two respondents 7,6,6,8,5,7,8,4,6 → means 3.5,3,3,4,2.5,3.5,4,2,3 → sum 28.5;
    // 28.5 / 9 × 25 = 79.1666…: B.
    const result = satisfactionIndex([
      [4, 3, 3, 4, 2, 3, 4, 2, 3],
      [3, 3, 3, 4, 3, 4, 4, 2, 3],
    ])!;
    expect(result.elements.map(({ mean }) => mean)).toEqual([3.5, 3, 3, 4, 2.5, 3.5, 4, 2, 3]);
    expect(result.index).toBeCloseTo(79.1667, 4);
    expect([result.band, result.meaning, result.respondents]).toEqual(['B', 'Baik', 2]);
    expect(result.elements[7]).toMatchObject({ value: 50, band: 'D' });
  });

  it('knows its ends and an empty survey', () => {
    expect(satisfactionIndex([])).toBeNull();
    expect(satisfactionIndex([Array(9).fill(1)])!.index).toBeCloseTo(25, 9);
    expect(satisfactionIndex([Array(9).fill(4)])!.index).toBeCloseTo(100, 9);
  });

  it.each([
    [100, 'A'],
    [88.31, 'A'],
    [88.305, 'A'],
    [88.304, 'B'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ])('puts %d into band %s', (value, band) => expect(ikmBand(value).band).toBe(band));
});

describe('sampleSize', () => {
  // Krejcie and Morgan's printed table.
  it.each([
    [10, 10],
    [50, 44],
    [100, 80],
    [200, 132],
    [500, 217],
    [1_000, 278],
    [5_000, 357],
    [10_000, 370],
    [100_000, 383],
    [0, 0],
    [1, 1],
  ])('of %d is %d', (population, size) => expect(sampleSize(population)).toBe(size));
});

describe('readIkmRows', () => {
  const head = [...ikmElements.map((_, at) => `U${at + 1}`), 'Saran'];

  it('takes digits and words, refuses the rest by row, and keeps suggestions', () => {
    const { answers, suggestions, refused } = readIkmRows([
      head,
      ['4', '3 - Baik', 'Sangat baik', '1', '2', '3', '4', 'kurang baik', '3.0', 'Tambah kursi.'],
      ['', '', '', '', '', '', '', '', '', ''],
      ['4', '5', '3', '1', '2', '3', '4', '2', '3', '-'],
      ['4', '3', '3', '1', '2', '3', '4', '2'],
    ]);
    expect(answers).toEqual([[4, 3, 4, 1, 2, 3, 4, 2, 3]]);
    expect(suggestions).toEqual([{ row: 1, text: 'Tambah kursi.' }]);
    expect(refused).toEqual([
      { row: 3, reason: 'Sistem, mekanisme, dan prosedur: "5", seharusnya 1 sampai 4' },
      { row: 4, reason: 'Sarana dan prasarana: kosong, seharusnya 1 sampai 4' },
    ]);
  });

  it('finds columns by name, in any order, and says which is not there', () => {
    const named = ['Waktu mengisi', ...[...ikmElements].reverse()];
    const row = ['1 Mei', ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => String(1 + (n % 4)))];
    expect(readIkmRows([named, row]).answers[0]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 1 + (n % 4)));
    expect(() => readIkmRows([head.slice(1)])).toThrow(MissingElement);
  });
});
