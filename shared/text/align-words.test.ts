import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignWords } from './align-words.ts';

const gapsOf = (first: string, second: string): string[] => {
  const [a, b] = [first.split(' '), second.split(' ')];
  const codes = [a, b].map((words) => Uint16Array.from(words, (word) => word.charCodeAt(0)));
  return alignWords(codes[0]!, codes[1]!).map(
    ({ firstFrom, firstTo, secondFrom, secondTo }) =>
      `${a.slice(firstFrom, firstTo).join(' ')}|${b.slice(secondFrom, secondTo).join(' ')}`,
  );
};

it.each([
  ['a b c', 'a b c', []],
  ['a b c', 'a x b c', ['|x']],
  ['a b c', 'a c', ['b|']],
  ['a b c d', 'x b y d', ['a|x', 'c|y']],
  ['a b', 'x y z', ['a b|x y z']],
  ['a b a', 'a', ['b a|']],
  // Either word could be the one that both have: the first text's goes soonest.
  ['a b', 'b a', ['a|', '|a']],
])('%s | %s part at %j', (first, second, gaps) => {
  expect(gapsOf(first, second)).toEqual(gaps);
});

it('leaves the same between the gaps of any two rows, and no gap empty', () => {
  const row = fc.array(fc.nat(4), { maxLength: 12 }).map((codes) => Uint32Array.from(codes));
  fc.assert(
    fc.property(row, row, (first, second) => {
      const rest: [number[], number[]] = [[...first], [...second]];
      for (const { firstFrom, firstTo, secondFrom, secondTo } of alignWords(first, second).toReversed()) {
        expect(rest[0].splice(firstFrom, firstTo - firstFrom).length + secondTo - secondFrom).toBeGreaterThan(
          0,
        );
        rest[1].splice(secondFrom, secondTo - secondFrom);
      }
      expect(rest[0]).toEqual(rest[1]);
    }),
  );
});

it('takes rows too long to lay side by side for one gap between the ends that agree', () => {
  const [first, second] = [new Uint16Array(1_100).fill(1), new Uint16Array(1_100).fill(2)];
  first[0] = second[0] = 3;
  first[500] = second[500] = 4;
  expect(alignWords(first, second)).toEqual([
    { firstFrom: 1, firstTo: 1_100, secondFrom: 1, secondTo: 1_100 },
  ]);
});
