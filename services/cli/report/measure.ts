import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureCheck } from '../../../pipelines/evaluate/report-set/measure-check.ts';
import { setUnits } from '../../../pipelines/evaluate/report-set/set-units.ts';
import { makeReportSet } from '../../../pipelines/evaluate/report-set.ts';
import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import places from '../../../shared/areas/localities-java-bali.json' with { type: 'json' };
import type { Evaluation } from '../evaluate/evaluation.ts';
import { namesOfUnits } from './check.ts';

/** The figures of the copy check on the made-up set: threshold from one half, figures on the other. */
export const reportMeasureCommand: Evaluation<{ seed?: string; out?: string }> = {
  name: 'measure',
  summary: 'Measures the copy check on 100 made-up reports, beside plain Jaccard.',
  options: [
    ['--seed <number>', 'another set of the same kind (7)'],
    ['--out <dir>', 'also write the reports and truth.json there'],
  ],
  async run({ seed = '7', out }) {
    const set = makeReportSet(Number(seed), setUnits(areas, places));
    if (out !== undefined) {
      await mkdir(out, { recursive: true });
      for (const { name, text } of set) await writeFile(join(out, name), text);
      const truth = Object.fromEntries(set.map(({ name, label, source }) => [name, { label, source }]));
      await writeFile(join(out, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
    }
    return { ...measureCheck(set, namesOfUnits) };
  },
};
