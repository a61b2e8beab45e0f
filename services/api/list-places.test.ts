import { describe, expect, it } from 'vitest';
import { cursorAfter, placeOf } from './list-places.ts';

describe('places in lists', () => {
  const rows = [
    { id: 'b', at: 20 },
    { id: 'a~1', at: 10 },
  ];
  const momentOf = ({ at }: { at: number }): number => at;

  it('leads from the last row of a full page on, and ends where a page is not full', () => {
    expect(cursorAfter(rows, 3, momentOf)).toBeNull();
    expect(cursorAfter([], 0, momentOf)).toBeNull();
    const cursor = cursorAfter(rows, 2, momentOf)!;
    expect(placeOf(cursor)).toEqual({ at: 10, id: 'a~1' });
    expect(placeOf(undefined)).toBeUndefined();
  });

  it.each(['', '10', '~a', 'x~a', '10~', `${'1'.repeat(16)}~a`])('refuses %j', (cursor) => {
    expect(() => placeOf(cursor)).toThrow('This is no cursor');
  });
});
