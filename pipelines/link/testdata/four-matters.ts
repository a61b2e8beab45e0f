import fc from 'fast-check';
import type { Constraint } from '../../../shared/domain/constraint.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import type { LabelledItem } from '../../../shared/domain/labelled-item.ts';
import { plainItem, plainLabels } from '../../evaluate/plain-item.ts';
import { splitIssueId } from '../take-back.ts';

export const start = Date.parse('2024-02-01T00:00:00Z');
const subjects = [
  ['gudang', 'banjir', 'kotak', 'basah', 'logistik', 'terendam', 'hujan', 'atap'],
  ['honor', 'terlambat', 'cair', 'bendahara', 'rekening', 'tagih', 'lelah', 'janji'],
  ['undangan', 'dihapus', 'ktp', 'barcode', 'rumah', 'diantar', 'kertas', 'ponsel'],
  ['server', 'diretas', 'persen', 'angka', 'luar', 'ahli', 'bocor', 'sandi'],
];
/** An item about one of four matters, of some of its words. */
export const itemArbitrary = fc.record({
  matter: fc.nat(3),
  words: fc.array(fc.nat(7), { minLength: 4, maxLength: 9 }),
  place: fc.constantFrom(null, '32.05', '73.71'),
});
export const makeItem = (
  { matter, words, place = null }: { matter: number; words: number[]; place?: string | null },
  i: number,
): LabelledItem =>
  plainItem(
    { id: `i${i}`, text: `KPU ${words.map((w) => subjects[matter]![w]).join(' ')}`, at: start + i * hourMs },
    {
      target: { ...plainLabels.target, value: true },
      places: place === null ? [] : [{ code: place, from: 'text', words: [] }],
    },
  );
/** Thresholds at which whatever is told of the same place is one, however different its words. */
export const eager = { kinJoin: 0, kinPair: 0, kinMerge: 0, kinMergePerDoubling: 0 };

export const act = (id: string, kind: Constraint['kind'], left: string, right: string): Constraint => ({
  id,
  kind,
  left,
  right,
  by: 'petugas',
  at: start,
  undoneAt: null,
});

/** A split as the API makes it, of issues that people see. */
export const splitOff = (
  id: string,
  from: string,
  stories: string[],
  stays: string[] = [],
  at = start,
): Constraint => ({
  ...act(id, 'split', from, splitIssueId({ id })),
  stories,
  stays,
  at,
});
