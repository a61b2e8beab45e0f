import { boardOf } from '../../../pipelines/report/tiered/tiered-desk.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { periodOfKey } from '../../../shared/domain/tiered-report.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { unitOfCode } from './unit-of-code.ts';

/** `saring report compliance --period 2028-TW1`: who has handed in, who is late and who is missing. */
export const complianceCommand = (
  _context: CliContext,
  within: Within,
): Evaluation<{ period: string; unit?: string; data?: string }> => ({
  name: 'compliance',
  summary: 'Shows who has handed in a quarterly or yearly report, who is late and who is missing.',
  options: [
    ['--period <period>', '2028-TW1, or 2028-TAHUN for a year', 'needed'],
    ['--unit <code>', 'RI (default), a province (35), or a regency or city (35.73)'],
    ['--data <dir>', 'data folder'],
  ],
  async run({ period: key, unit = 'RI', data }) {
    const period = periodOfKey(key);
    if (!period) throw new CliError(`"${key}" is no period: write it as 2028-TW1 or 2028-TAHUN.`, 2);
    const { code } = unitOfCode(unit);
    let board = {};
    await within(data, async (installation) => {
      const { groups, rows } = await boardOf(installation, code, period);
      const moment = (at: number | null) => (at === null ? null : toRfc3339(at));
      board = {
        period: key,
        groups,
        rows: rows.map((row) => ({ ...row, dueAt: moment(row.dueAt), handedInAt: moment(row.handedInAt) })),
      };
    });
    return board;
  },
});
