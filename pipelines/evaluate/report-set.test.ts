import { describe, expect, it } from 'vitest';
import { namesOfUnits } from '../../pipelines/report/check/names-of-units.ts';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import places from '../../shared/areas/localities-java-bali.json' with { type: 'json' };
import { checkReports } from '../report/check/check-reports.ts';
import { formStyle } from './report-set/form-style.ts';
import { measureCheck, pickThreshold } from './report-set/measure-check.ts';
import { setUnits } from './report-set/set-units.ts';
import { makeReportSet } from './report-set.ts';

const units = setUnits(areas, places);

describe('the set of made-up reports', () => {
  const set = makeReportSet(7, units);

  it('is 40 honest, 20 quiet and 40 copied reports, the same for the same seed', () => {
    const by = Map.groupBy(set, ({ label }) => label);
    expect(set).toHaveLength(100);
    expect([by.get('honest')!.length, by.get('quiet')!.length]).toEqual([40, 20]);
    expect(makeReportSet(7, units)).toEqual(set);
    expect(makeReportSet(8, units)).not.toEqual(set);
  });

  it('copies only honest reports and never makes a source a copy', () => {
    const labels = new Map(set.map(({ name, label }) => [name, label]));
    for (const { source } of set) if (source !== null) expect(labels.get(source)).toBe('honest');
  });

  it('written by another hand is told apart as well, at a threshold of its own half', () => {
    const { half, all } = measureCheck(makeReportSet(7, units, formStyle), namesOfUnits);
    expect(half.recall).toBeGreaterThanOrEqual(0.95);
    expect(half.precision).toBeGreaterThanOrEqual(0.95);
    expect(all.rightSource).toBeGreaterThanOrEqual(0.9 * all.copies);
  });

  it.each([1, 3])(
    'of that hand blames no office for its own name, at the threshold that ships (seed %i)',
    (seed) => {
      const reports = makeReportSet(seed, units, formStyle);
      const found = checkReports(reports, namesOfUnits);
      const blamed = reports.filter(({ name }) => found[name]!.some(({ kind }) => copyKinds.has(kind)));
      const honest = blamed.filter(({ label }) => label === 'honest' || label === 'quiet');
      expect([blamed.length, honest.map(({ name }) => name)]).toEqual([40, []]);
    },
  );

  it.each([7, 21])('is told apart with recall ≥ 0.95 and precision ≥ 0.90 (seed %i)', (seed) => {
    const { half, all, plainJaccard } = measureCheck(makeReportSet(seed, units), namesOfUnits);
    expect(half.recall).toBeGreaterThanOrEqual(0.95);
    expect(half.precision).toBeGreaterThanOrEqual(0.9);
    expect(all.rightSource).toBeGreaterThanOrEqual(0.9 * all.copies);
    expect(plainJaccard.recall).toBeLessThan(half.recall);
  });
});

const copyKinds = new Set<string>(['copied_forward', 'edited_lightly', 'redated', 'neighbour']);

describe('pickThreshold', () => {
  it('takes the middle of the gap', () => {
    const judged = [0.1, 0.2, 0.6, 0.8].map((score) => ({ score, copied: score > 0.5 }));
    expect(pickThreshold(judged)).toBeCloseTo(0.4, 2);
  });
});
