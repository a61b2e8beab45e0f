import { expect, it } from 'vitest';
import { formatRelink, sinceOf } from './relink.ts';

it('takes a date or an RFC 3339 time, and nothing that only looks like one', () => {
  expect(sinceOf(undefined)).toBe(0);
  expect(sinceOf('2026-11-01')).toBe(Date.UTC(2026, 10, 1));
  expect(sinceOf('2026-11-01T00:00:00+07:00')).toBe(Date.UTC(2026, 9, 31, 17));
  for (const text of ['', '1', 'kemarin 5', '01/02/2026', '2026', '2026-13-45', '2026-11-01x'])
    expect(() => sinceOf(text), text).toThrow('tulis misalnya 2026-11-01');
});

it('says that nothing was published since', () => {
  const nothing = { items: 0, moved: 0, created: 0, emptied: 0, inHand: 0, resumed: false };
  expect(formatRelink(nothing)).toContain('Tidak ada unggahan');
  expect(formatRelink({ ...nothing, resumed: true })).toContain('dilanjutkan');
});
