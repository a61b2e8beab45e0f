import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { explain } from './explain.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
}

it('says of a store that takes no writes what to do', () => {
  const store = new DatabaseSync(':memory:');
  store.exec('PRAGMA query_only = 1');
  const readOnly = errorOf(() => store.exec('CREATE TABLE a (b)'));
  expect(explain(readOnly, false)).toContain('may not be written by you');
  expect(explain(readOnly, true)).toContain('explain.test.ts');
  store.exec('PRAGMA query_only = 0; CREATE TABLE a (b); PRAGMA max_page_count = 3');
  const full = errorOf(() => store.exec(`INSERT INTO a VALUES (zeroblob(100000))`));
  expect(explain(full, false)).toContain('is full');
});

it('names the file, or only the disk where nobody knows which', () => {
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  expect(explain(full, false)).toBe('the disk is full');
  expect(explain(Object.assign(full, { path: 'x.csv' }), false)).toBe('x.csv: the disk is full');
});
