import { expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { openWatch } from './testdata/open-watch.ts';
import { addTouched } from './watch-state.ts';

it('tells once of an issue that became part of another, and judges it no more', async () => {
  const { records, look } = await openWatch();
  const merged = buildIssue(2, { state: 'merged', mergedInto: 'issue-001' });
  await records.issues.put([buildIssue(1), merged]);
  await addTouched(records, { issueIds: [merged.id], buckets: [] });
  const { id, unit, risk } = merged;
  expect(await look()).toMatchObject({ changed: [], merged: [{ id, unit, level: risk.level }] });
  expect((await records.issues.many([id]))[0]).toEqual(merged);
  expect((await look()).merged).toEqual([]);
});
