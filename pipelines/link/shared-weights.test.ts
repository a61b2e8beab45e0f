import { expect, test } from 'vitest';
import { SharedWeights } from './shared-weights.ts';

test('weights are summed by document, and a question forgets the one before', () => {
  const shared = new SharedWeights();
  for (let round = 0; round < 3; round++) {
    shared.begin(10_000);
    shared.add(Int32Array.of(9_000, 3, 8), 3, 2);
    shared.add(Int32Array.of(3, 4, 777), 2, 0.5);
    expect([...shared.documents.subarray(0, shared.count)]).toEqual([9_000, 3, 8, 4]);
    expect([...shared.weights.subarray(0, shared.count)]).toEqual([2, 2.5, 2, 0.5]);
  }
});

test('more open documents than before widen the table', () => {
  const shared = new SharedWeights();
  shared.begin(10);
  shared.add(Int32Array.of(1), 1, 1);
  shared.begin(100_000);
  shared.add(Int32Array.of(1, 1 + 4096), 2, 1);
  expect(shared.count).toBe(2);
});
