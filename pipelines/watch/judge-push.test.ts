import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import { judgePush } from './judge-push.ts';
import { issueSeries, type Observation } from './series.ts';
import { createSeriesStore } from './series-store.ts';
import { defaultWatchSettings } from './settings.ts';

const start = Date.parse('2024-01-10T00:00:00Z');
const risk: Risk = { likelihood: 2, impact: 4, score: 8, level: 'sedang', parts: [] };

/** The verdict after these items, all in one hour unless they say otherwise. */
function judge(items: Partial<Observation>[], unit = '35.07', settings = defaultWatchSettings, of = risk) {
  const key = issueSeries('i', unit);
  const last = Math.max(start, ...items.map((item) => item.at ?? start));
  const store = createSeriesStore({ at: last });
  items.forEach((item, index) => {
    store.observe({
      key,
      at: start,
      repost: false,
      tone: 'neutral',
      stance: 'none',
      indicated: false,
      actor: `akun ${index}`,
      outlet: false,
      platform: 'x',
      ...item,
    });
  });
  return judgePush({ risk: of }, store.view(key)!, { unit, settings });
}
const times = (count: number, item: (index: number) => Partial<Observation>) =>
  Array.from({ length: count }, (_, i) => item(i));

describe('pushes', () => {
  const cases: [string, Partial<Observation>[], string][] = [
    ['blame of a regency by five', times(5, () => ({ tone: 'negative' as const })), '35.07'],
    ['a hoax in near-copies', times(6, (i) => ({ repost: i > 0, stance: 'menyebarkan' as const })), '35.07'],
    [
      'five items of three accounts',
      times(5, (i) => ({ tone: 'negative' as const, actor: `a${i % 3}` })),
      '35.07',
    ],
    ['ten in a province', times(10, () => ({ tone: 'negative' as const })), '35'],
    ['thirty in the country', times(30, () => ({ stance: 'menyebarkan' as const })), 'RI'],
    [
      'a rumour some deny and some ask about',
      [
        ...times(6, () => ({ stance: 'menyebarkan' as const })),
        ...times(3, () => ({ stance: 'membantah' as const })),
        ...times(3, () => ({ stance: 'bertanya' as const })),
      ],
      '35.07',
    ],
  ];
  it.each(cases)('%s', (_, items, unit) => {
    expect(judge(items, unit)).toMatchObject({ push: true, level: 'tinggi', held: null });
  });

  it('an hour that ended just before the batch came', () => {
    const items = [...times(5, () => ({ tone: 'negative' as const })), { at: start + hourMs }];
    expect(judge(items).push).toBe(true);
  });
});

describe('holds', () => {
  const negative = { tone: 'negative' as const };
  const cases: [string, Partial<Observation>[], string][] = [
    ['too_few', times(4, () => negative), '35.07'],
    ['too_few', times(9, () => negative), '35'],
    ['too_few', times(29, () => negative), 'RI'],
    ['few_publishers', times(20, (i) => ({ ...negative, actor: `akun ${i % 2}` })), '35.07'],
    ['few_publishers', times(40, (i) => ({ ...negative, actor: `akun ${i < 38 ? i % 2 : i}` })), '35.07'],
    ['questions', times(12, () => ({ stance: 'bertanya' as const })), '35.07'],
    [
      'favourable',
      times(12, (i) => ({ tone: i < 9 ? ('positive' as const) : ('negative' as const) })),
      '35.07',
    ],
    [
      'not_adverse',
      times(20, (i) => ({ tone: i < 1 ? ('negative' as const) : ('neutral' as const) })),
      '35.07',
    ],
    [
      'syndicated',
      times(9, (i) => ({ ...negative, repost: i > 0, outlet: true, platform: 'news' as const })),
      '35.07',
    ],
  ];
  it.each(cases)('%s', (held, items, unit) => {
    const verdict = judge(items, unit);
    expect(verdict).toMatchObject({ push: false, held, level: 'sedang' });
    expect(verdict.reason).toMatch(/^\p{Ll}/u);
  });

  it('a slow rumour of two a day', () => {
    const items = times(40, (i) => ({ stance: 'menyebarkan' as const, at: start + i * 12 * hourMs }));
    expect(judge(items.slice(0, 4)).held).toBe('too_few');
  });

  it('a question wave although one of its hours looks angry', () => {
    const asked = times(16, (i) => ({ asks: true, at: start + (i % 2) * hourMs }));
    const angry = times(4, () => ({ ...negative, at: start + 2 * hourMs }));
    const mixed = times(3, () => ({ asks: true, at: start + 2 * hourMs }));
    expect(judge([...asked, ...angry, ...mixed]).held).toBe('questions');
  });

  it('a fault found by few, unless much is at stake', () => {
    const items = times(20, (i) => ({ tone: i < 3 ? ('negative' as const) : ('neutral' as const) }));
    expect(judge(items).push).toBe(true);
    expect(judge(items, '35.07', defaultWatchSettings, { ...risk, impact: 2 }).held).toBe('not_adverse');
  });

  it('by level alone when the floor is taken away', () => {
    const settings = { ...defaultWatchSettings, push: { ...defaultWatchSettings.push, floor: null } };
    expect(
      judge(
        times(9, () => negative),
        '35.07',
        settings,
      ).held,
    ).toBe('level_too_low');
  });
});
