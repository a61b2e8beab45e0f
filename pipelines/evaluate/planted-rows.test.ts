import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRows, RowsError } from './parse-rows.ts';
import { plantedSchema } from './planted-rows.ts';
import { streamSpan } from './stream.ts';

const row = {
  id: 'p1',
  text: 'Gudang logistik KPU kebanjiran',
  created_at: '2024-02-05T07:30:00+07:00',
  author: 'orang-1',
  matter: 'banjir-gudang',
};
const parse = (...rows: object[]) =>
  parseRows(rows.map((one) => JSON.stringify(one)).join('\n'), plantedSchema());

describe('rows of a planted file', () => {
  it('are items at their own time, near-misses without a matter', () => {
    const news = { ...row, id: 'p2', platform: 'news', title: 'Gudang Banjir', outlet: 'Warta Kenanga' };
    const [post, article] = parse(row, { ...news, matter: null });
    expect(post).toMatchObject({
      matter: 'banjir-gudang',
      item: { nativeId: 'p1', platform: 'x', author: 'orang-1', title: null, outlet: null },
    });
    expect(post?.item.publishedAt).toBe(Date.UTC(2024, 1, 5, 0, 30));
    expect(article).toMatchObject({
      matter: null,
      item: { platform: 'news', title: 'Gudang Banjir', outlet: 'Warta Kenanga' },
    });
  });

  it.each([
    ['no matter at all', { matter: undefined }, /^line 2: matter is missing$/],
    ['an empty matter', { matter: '' }, /^line 2: matter: /],
    ['a time without a zone', { created_at: '2024-02-05T07:30:00' }, /^line 2: created_at: .*T07:30:00"$/],
    ['another platform', { platform: 'radio' }, /^line 2: platform: .*not "radio"$/],
    [
      'an id for the second time',
      { id: 'p1' },
      /^line 2: id: expected an id that no row before has, not "p1"$/,
    ],
  ])('%s is one clear line', (_, fault, message) => {
    const faulty = () => parse(row, { ...row, id: 'p2', ...fault });
    expect(faulty).toThrow(RowsError);
    expect(faulty).toThrow(message);
  });

  it('of one file say nothing about the ids of the next', () => {
    expect(parse(row)).toEqual(parse(row));
  });
});

describe('the streams of data/streams', () => {
  const folder = join(import.meta.dirname, '..', '..', 'data', 'streams');
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

  it('are seven', () => {
    expect(files).toHaveLength(7);
  });

  it.each(files)('%s: ten matters and near-misses, in time order, within twelve days', (name) => {
    const stream = parseRows(readFileSync(join(folder, name), 'utf8'), plantedSchema());
    const times = stream.map(({ item }) => item.publishedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)! - times[0]!).toBeLessThanOrEqual(streamSpan);
    expect(new Set(stream.map(({ matter }) => matter)).size).toBe(11);
  });
});
