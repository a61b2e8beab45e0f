import type { SurveyAnswer } from '../../../shared/domain/survey.ts';
import type { SurveyRecords } from '../../../shared/ports/report-records.ts';

const pageSize = 5_000;

/** All answers of a survey, in order of id. */
export async function readAnswers(
  surveys: Pick<SurveyRecords, 'answers'>,
  surveyId: string,
): Promise<SurveyAnswer[]> {
  const all: SurveyAnswer[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await surveys.answers(surveyId, {
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
