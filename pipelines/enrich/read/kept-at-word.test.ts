import { expect, it } from 'vitest';
import { keptAtWord, type LastingWord } from './kept-at-word.ts';

it('reads a word once, and again after another reader did', () => {
  const word: LastingWord & { text: string } = { text: 'suara', kept: null };
  let read = 0;
  const first = keptAtWord((one: typeof word) => `${one.text} ${++read}`);
  const other = keptAtWord((one: typeof word) => one.text.length);
  expect([first(word), first(word), other(word), first(word)]).toEqual(['suara 1', 'suara 1', 5, 'suara 2']);
});
