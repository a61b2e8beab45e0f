import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { emptyCounts } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { issueSeries } from '../watch/series.ts';
import { openWatch } from './testdata/open-watch.ts';
import { addTouched } from './watch-state.ts';

/** An office day far from any vote, 09:00 WIB. */
const start = Date.parse('2025-09-01T02:00:00Z');

/** `count` issues of a unit that each reach the minimum in the hour `at`, blamed by six accounts. */
async function open(units: readonly string[]) {
  const { clock, records, look: watch } = await openWatch(start);
  const issues = units.map((unit, n) =>
    buildIssue(n + 1, {
      unit,
      areas: [unit],
      counts: { ...emptyCounts, unique: 6, items: 6, negative: 6 },
      firstAt: start,
      lastAt: start,
    }),
  );
  await records.issues.put(issues);
  const look = async (from: number, to: number, at: number): Promise<void> => {
    clock.set(at);
    const buckets = issues
      .slice(from, to)
      .map(({ id, unit }) => ({ key: issueSeries(id, unit), at: at - (at % hourMs) }));
    await records.series.put(
      buckets.map((bucket, n) => ({
        ...bucket,
        counts: { voices: 6, negative: 6, adverse: 6, actors: 6 },
        actors: Array.from({ length: 6 }, (_, k) => 1_000 * n + k + 1),
      })),
    );
    await addTouched(records, { issueIds: [], buckets });
    const touched = issues.slice(from, to).map(({ id }) => id);
    await addTouched(records, { issueIds: touched, buckets: [] });
    await watch({ unattended: true });
  };
  const alerts = () => records.alerts.list({ scope: nationalScope, limit: 1_000 });
  return { look, alerts };
}

describe('one matter that fell into many issues', () => {
  it('wakes its unit five times in six hours; the rest waits for the digest and says so', async () => {
    const { look, alerts } = await open(Array.from({ length: 30 }, () => '35.73'));
    for (let hour = 0; hour < 5; hour++) await look(6 * hour, 6 * hour + 6, start + hour * hourMs + 60_000);
    const told = await alerts();
    expect(told).toHaveLength(30);
    expect(told.filter(({ push }) => push)).toHaveLength(5);
    const [held] = told.filter(({ push }) => !push);
    expect(held!.held).toBe('unit sudah dibangunkan 5 kali dalam 6 jam; selebihnya ada di ringkasan');
  });

  it('leaves other units their own five, and wakes again when the hours have passed', async () => {
    const { look, alerts } = await open([
      ...Array.from({ length: 8 }, () => '35.73'),
      ...Array.from({ length: 3 }, () => '35.07'),
      '35.73',
    ]);
    await look(0, 11, start + 60_000);
    await look(11, 12, start + 7 * hourMs);
    const pushed = (await alerts()).filter(({ push }) => push).map(({ unit }) => unit);
    expect(pushed.filter((unit) => unit === '35.07')).toHaveLength(3);
    expect(pushed.filter((unit) => unit === '35.73')).toHaveLength(6);
  });
});
