import { expect, it } from 'vitest';
import { asksPlainly } from './asks-plainly.ts';

it.each([
  ['Kalau pindah memilih mengurusnya di mana ya?', true],
  ['min cara cek nama di DPT', true],
  ['Mohon info jadwal perekaman', true],
  ['Gudang logistik kebanjiran, siapa tanggung jawab?', false],
  ['Masih percaya pemilu jujur?', false],
  ['KPU melantik petugas ad hoc', false],
  ['', false],
])('%s: %s', (text, asks) => {
  expect(asksPlainly(text)).toBe(asks);
});

it('reads no more of a huge text than it needs', () => {
  expect(asksPlainly(`${'a '.repeat(500_000)}?`)).toBe(false);
});
