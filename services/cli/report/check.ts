import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { checkReports } from '../../../pipelines/report/check/check-reports.ts';
import { namesOfUnits } from '../../../pipelines/report/check/names-of-units.ts';
import type { ReportFile } from '../../../pipelines/report/check/parse-report.ts';
import { defaultCheckSettings } from '../../../pipelines/report/check/settings.ts';
import { CliError } from '../cli-context.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** Every Markdown file of a folder and its sub-folders, by its path within it, in order of name. */
export async function readReportFiles(dir: string): Promise<ReportFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => {
    throw new CliError(`Cannot read the folder ${dir}: is the path right?`);
  });
  const paths = entries
    .filter(
      (entry) => entry.isFile() && /\.(?:md|markdown)$/iu.test(entry.name) && !/^readme/iu.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const files: ReportFile[] = [];
  for (const path of paths)
    files.push({
      name: relative(dir, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    });
  return files;
}

function numberOf(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new CliError(`${flag} "${text}" is no number.`, 2);
  return value;
}

export const reportCheckCommand: Evaluation<{ dir: string; due?: string; threshold?: string }> = {
  name: 'check',
  summary: 'Finds reports that were copied forward, edited lightly, re-dated, pasted, late or missing.',
  options: [
    ['--dir <dir>', 'folder of Markdown reports named UNITCODE_2028-TW1.md', 'needed'],
    ['--due <days>', 'days after the end of a period by which its report is due (15)'],
    ['--threshold <score>', `score from which a report counts as copied (${defaultCheckSettings.threshold})`],
  ],
  async run({ dir, due, threshold }) {
    const settings = {
      ...defaultCheckSettings,
      ...(due === undefined ? {} : { dueDays: numberOf('--due', due) }),
      ...(threshold === undefined ? {} : { threshold: numberOf('--threshold', threshold) }),
    };
    const files = await readReportFiles(dir);
    if (files.length === 0)
      throw new CliError(`${dir} holds no reports: Markdown files named UNITCODE_2028-TW1.md are read.`);
    return checkReports(files, namesOfUnits, settings);
  },
};
