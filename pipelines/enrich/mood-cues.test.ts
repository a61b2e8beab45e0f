import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cue } from './model/cue.ts';
import { knownWord } from './model/known-word.ts';
import { moodCues } from './mood-cues.ts';

it.each([
  ['pelayanan bagus dan ramah', ['good2', 'bad0', 'balance2', 'last1', 'turn0']],
  ['tidak bagus', ['good0', 'bad1', 'balance-1', 'last-1', 'turn0']],
  ['tidak ada yang curang', ['good0', 'bad1', 'balance-1', 'last-1', 'turn0']],
  ['bukan curang', ['good1', 'bad0', 'balance1', 'last1', 'turn0']],
  ['tempat indah tapi petugasnya kasar', ['good1', 'bad1', 'balance0', 'last-1', 'turn-1']],
  ['hasilnya memuaskan', ['good1', 'bad0', 'balance1', 'last1', 'turn0']],
  ['kejujurannya dan kekecewaannya', ['good0', 'bad0', 'balance0', 'last0', 'turn0']],
  ['', ['good0', 'bad0', 'balance0', 'last0', 'turn0']],
])('sees in "%s"', (text, cues) => {
  expect(moodCues(text.split(' ').map(knownWord))).toEqual(cues.map(cue));
});

it('gives five cues for any words', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      expect(moodCues(words.map(knownWord))).toHaveLength(5);
    }),
  );
});
