import { expect, it } from 'vitest';
import { marksApart } from './marks-apart.ts';

it('makes one of marks that would lie over each other, and leaves the others where they are', () => {
  const marks = [10, 60, 300, 305, 311, 400].map((x, n) => ({ x, mark: 'ABCDEF'[n]! }));
  expect(marksApart(marks, 14)).toEqual([
    { x: 10, mark: 'A' },
    { x: 60, mark: 'B' },
    { x: 300, mark: 'C–E' },
    { x: 400, mark: 'F' },
  ]);
  expect(marksApart([], 14)).toEqual([]);
});
