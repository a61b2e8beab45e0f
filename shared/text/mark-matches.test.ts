import { expect, it } from 'vitest';
import { markMatches, rememberWords } from './mark-matches.ts';

const pattern = /[\p{L}\p{N}]+/gu;
const of = (...wanted: string[]) => ({
  pattern,
  matches: rememberWords((word) => wanted.includes(word.toLowerCase())),
});

it('marks every match near the first, as written', () => {
  expect(markMatches('Surat suara terlambat: SUARA habis.', of('suara'))).toBe(
    'Surat \u0002suara\u0003 terlambat: \u0002SUARA\u0003 habis.',
  );
});

it('is null where nothing matches, also for nothing', () => {
  expect(markMatches('undangan', of('suara'))).toBeNull();
  expect(markMatches('', of('suara'))).toBeNull();
});

it('cuts what lies far from the first match and says so', () => {
  const far = 'kata '.repeat(100);
  const marked = markMatches(`${far}suara ${far}suara`, of('suara'))!;
  expect(marked).toMatch(/^….*\u0002suara\u0003.*…$/);
  expect(marked.split('\u0002')).toHaveLength(2);
  expect(marked.length).toBeLessThan(260);
});

it('looks at nothing behind the first 20,000 characters', () => {
  expect(markMatches(`${'a'.repeat(19_999)} suara`, of('suara'))).toBeNull();
});
