import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { openTestApp, type TestApp } from './testing/open-test-people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp({});
  await test.records.issues.put([buildIssue(1, { unit: '35.78' }), buildIssue(2, { unit: '32.73' })]);
  const item = (nativeId: string, code: string) =>
    buildIndexedItem({
      nativeId,
      text: `undangan ${nativeId}`,
      labels: { ...buildIndexedItem({}).labels, places: [{ code, from: 'text', words: [] }] },
    });
  await test.index.put([item('surabaya', '35.78'), item('bandung', '32.73')]);
});
afterAll(() => test.close());

it('gives each unit its own answer, though both ask for the same address at the same moment, again and again', async () => {
  const [east, west, stranger] = [
    await test.as('analyst', '35.78'),
    await test.as('analyst', '32.73'),
    await test.as('analyst', '51.71'),
  ];
  const [search, feed] = ['/v1/items?q=undangan', '/v1/issues'];
  for (let again = 0; again < 3; again++) {
    const asked = [east, west, stranger, undefined].flatMap((reader) => [
      test.call('GET', search, reader),
      test.call('GET', feed, reader),
    ]);
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(
      answers.map(({ body }) =>
        body.items
          ? body.items.map((one: { item: { nativeId: string } }) => one.item.nativeId).toSorted()
          : body.issues.map(({ unit }: { unit: string }) => unit).toSorted(),
      ),
    ).toEqual([
      ['surabaya'],
      ['35.78'],
      ['bandung'],
      ['32.73'],
      [],
      [],
      ['bandung', 'surabaya'],
      ['32.73', '35.78'],
    ]);
  }
});
