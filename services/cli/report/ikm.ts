import { MissingElement } from '../../../pipelines/report/ikm/read-ikm-rows.ts';
import { readAnswers } from '../../../pipelines/report/ikm/read-survey.ts';
import { sampleSize, satisfactionIndex } from '../../../pipelines/report/ikm/satisfaction-index.ts';
import { takeSheet } from '../../../pipelines/report/ikm/take-answers.ts';
import { BadSpan, daysSpan } from '../../../pipelines/report/report-span.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import type { ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Survey } from '../../../shared/domain/survey.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { batchSize, enrichJob } from '../../../shared/jobs/jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readSheet } from './read-sheet.ts';
import { unitOfCode } from './unit-of-code.ts';

interface IkmOptions {
  file: string;
  unit: string;
  from: string;
  to: string;
  service?: string;
  population?: string;
  data?: string;
}

function spanOf({ from, to }: IkmOptions, unit: Unit): ReportSpan {
  try {
    return daysSpan(from, to, unit.zone);
  } catch (error) {
    throw error instanceof BadSpan ? new CliError(error.message, 2) : error;
  }
}

function populationOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new CliError(`--population "${text}" is no whole number.`, 2);
  return Number(text);
}

/** The survey of a unit, service and span: the same call finds the same one again. */
function surveyOf(options: IkmOptions, now: number): Survey {
  const unit = unitOfCode(options.unit);
  const { from, to } = spanOf(options, unit);
  const service = options.service ?? 'Pelayanan publik';
  return {
    id: hashId(`ikm ${unit.code} ${service} ${from} ${to}`),
    unit: unit.code,
    service,
    from,
    to,
    population: populationOf(options.population),
    open: false,
    createdAt: now,
  };
}

async function takeFile({ records, queue, clock }: Installation, options: IkmOptions) {
  const survey = surveyOf(options, clock.now());
  const rows = await readSheet(options.file);
  await records.surveys.put((await records.surveys.get(survey.id)) ?? survey);
  const taken = await takeSheet(records.surveys, survey, rows, clock.now()).catch((error: Error) => {
    throw error instanceof MissingElement ? new CliError(error.message) : error;
  });
  for (let from = 0; from < taken.aspirations.length; from += batchSize)
    await queue.add([newJob(enrichJob, { items: taken.aspirations.slice(from, from + batchSize) })]);
  const answers = await readAnswers(records.surveys, survey.id);
  const result = satisfactionIndex(answers.map((one) => one.answers));
  const { added, known, refused } = taken;
  return {
    unit: survey.unit,
    survey: survey.id,
    added,
    known,
    refused,
    suggestions: taken.aspirations.length,
    respondents: answers.length,
    sampleSize: survey.population === null ? null : sampleSize(survey.population),
    ...(result === null
      ? { index: null }
      : { index: result.index, band: result.band, meaning: result.meaning }),
    elements: result?.elements ?? [],
  };
}

/** `saring report ikm FILE`: answers of a satisfaction survey, the index by element, suggestions into the item stream. */
export const ikmCommand = (_context: CliContext, within: Within): Evaluation<IkmOptions> => ({
  name: 'ikm',
  summary: 'Takes the answers of a satisfaction survey (IKM) and prints the index by element.',
  options: [
    ['--file <file>', 'CSV or XLSX: columns U1 to U9 or the names of the elements, and Saran', 'needed'],
    ['--unit <code>', 'RI, a province (35), or a regency or city (35.73)', 'needed'],
    ['--from <day>', 'first day of the survey, like 2028-01-01', 'needed'],
    ['--to <day>', 'last day, included', 'needed'],
    ['--service <name>', 'which service (Pelayanan publik)'],
    ['--population <n>', 'people served in the span, for the size of the sample'],
    ['--data <dir>', 'data folder'],
  ],
  async run(options) {
    let result: Record<string, unknown> = {};
    await within(options.data, async (installation) => {
      result = await takeFile(installation, options);
    });
    return result;
  },
});
