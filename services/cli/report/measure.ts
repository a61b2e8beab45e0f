import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formStyle } from '../../../pipelines/evaluate/report-set/form-style.ts';
import { letterStyle } from '../../../pipelines/evaluate/report-set/letter-style.ts';
import { measureCheck } from '../../../pipelines/evaluate/report-set/measure-check.ts';
import type { SetStyle } from '../../../pipelines/evaluate/report-set/set-style.ts';
import { setUnits } from '../../../pipelines/evaluate/report-set/set-units.ts';
import { makeReportSet } from '../../../pipelines/evaluate/report-set.ts';
import { namesOfUnits } from '../../../pipelines/report/check/names-of-units.ts';
import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import places from '../../../shared/areas/localities-java-bali.json' with { type: 'json' };
import { CliError } from '../cli-context.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

const styles: Record<string, SetStyle | undefined> = { letter: letterStyle, form: formStyle };

/** The figures of the copy check on the made-up set: threshold from one half, figures on the other. */
export const reportMeasureCommand: Evaluation<{ seed?: string; style?: string; out?: string }> = {
  name: 'measure',
  summary: 'Measures the copy check on 100 made-up reports, beside plain Jaccard.',
  options: [
    ['--seed <number>', 'another set of the same kind (7)'],
    ['--style <style>', 'letter (default) or form: how the offices write'],
    ['--out <dir>', 'also write the reports and truth.json there'],
  ],
  async run({ seed = '7', style = 'letter', out }) {
    const written = styles[style];
    if (!written) throw new CliError(`"${style}" is no style: letter or form.`, 2);
    const set = makeReportSet(Number(seed), setUnits(areas, places), written);
    if (out !== undefined) {
      await mkdir(out, { recursive: true });
      for (const { name, text } of set) await writeFile(join(out, name), text);
      const truth = Object.fromEntries(set.map(({ name, label, source }) => [name, { label, source }]));
      await writeFile(join(out, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
    }
    return { ...measureCheck(set, namesOfUnits) };
  },
};
