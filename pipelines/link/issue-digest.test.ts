import { expect, it } from 'vitest';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { IssueDigestReader } from './issue-digest.ts';

const late = 'Antrean di Kelurahan Sawojajar bubar karena surat suara habis';
const sentences = { positive: [], neutral: [], negative: [late] };

function digestOf(summary: string, count: number) {
  const reader = new IssueDigestReader({ title: 'Surat suara kurang', summary, sentences });
  for (let n = 0; n < count; n++)
    reader.add(
      buildIndexedItem({
        nativeId: `n${n}`,
        text: `Surat suara kurang di TPS ${n}, kata warga`,
        publishedAt: n,
      }),
    );
  const outlet = { author: null, authorKind: 'outlet', outlet: 'Kabar Nasional', title: late } as const;
  const metrics = { likes: 1, replies: 2, shares: 3, views: 0, followers: 5_000_000 };
  reader.add(
    buildIndexedItem({
      nativeId: 'o1',
      ...outlet,
      metrics,
      url: 'https://kabar.example/1',
      publishedAt: count,
    }),
  );
  reader.add(
    buildIndexedItem({ nativeId: 'o2', ...outlet, metrics, duplicateOf: 'x', publishedAt: count + 1 }),
  );
  return reader.digest();
}

it('names who carries an issue, and the source of each sentence, though they come last of thousands', () => {
  const digest = digestOf(`Surat suara kurang di TPS 3599, kata warga. ${late}.`, 3_600);
  expect(digest.read).toBe(3_602);
  expect(digest.keyAccounts).toMatchObject([
    {
      name: 'Kabar Nasional',
      kind: 'outlet',
      items: 2,
      unique: 1,
      followers: 5_000_000,
      interactions: 12,
      firstAt: 3_600,
    },
  ]);
  expect(digest.sentences.negative).toMatchObject([
    { text: late, url: 'https://kabar.example/1', at: 3_600 },
  ]);
  expect(digest.summary.map(({ at }) => at)).toEqual([3_599, 3_600]);
  expect(digest.first).toMatchObject({ text: 'Surat suara kurang di TPS 0, kata warga', at: 0 });
});

it('quotes the first of those that say the same, and nobody for what none of them says', () => {
  const digest = digestOf('Surat suara kurang di TPS 1, kata warga. Tidak ada yang berkata begini.', 3);
  expect(digest.summary).toMatchObject([{ at: 1 }, { itemId: null, at: null }]);
});
