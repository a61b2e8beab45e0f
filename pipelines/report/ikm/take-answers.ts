import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { hashId, itemId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { Survey, SurveyAnswer } from '../../../shared/domain/survey.ts';
import type { SurveyRecords } from '../../../shared/ports/report-records.ts';
import { readIkmRows } from './read-ikm-rows.ts';

export interface TakenAnswers {
  added: number;
  /** There already: the same file or form sent again. */
  known: number;
  refused: { row: number; reason: string }[];
  /** What respondents wrote besides, for the item stream. */
  aspirations: Item[];
}

/** Suggestions of respondents come from here; nobody polls it. */
export const aspirationSource = 'ikm';

/**
 * What a respondent wrote besides, as an item about the unit: the unit is named, since people at its own counter do not
 * name it, and so the text finds its place. Nobody's name is in it.
 */
function aspirationOf(survey: Survey, answer: SurveyAnswer, now: Instant): Item {
  const nativeId = `ikm-${answer.id}`;
  return {
    id: itemId({ platform: 'report', nativeId }),
    platform: 'report',
    sourceId: aspirationSource,
    nativeId,
    url: null,
    title: `Saran untuk ${unitOfCode(survey.unit).name}: ${survey.service}`,
    text: answer.suggestion ?? '',
    author: null,
    authorKind: 'private',
    outlet: null,
    publishedAt: answer.at,
    collectedAt: now,
    metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
    version: 1,
  };
}

/** Keeps answers; those there already are counted and not taken twice. */
export async function keepAnswers(
  surveys: SurveyRecords,
  survey: Survey,
  answers: readonly SurveyAnswer[],
  now: Instant,
): Promise<Omit<TakenAnswers, 'refused'>> {
  const added = await surveys.addAnswers(answers);
  return {
    added,
    known: answers.length - added,
    // An item that is known is dropped by the pipe: sending it again changes nothing.
    aspirations: answers
      .filter(({ suggestion }) => suggestion !== null && suggestion.trim().length > 1)
      .map((answer) => aspirationOf(survey, answer, now)),
  };
}

/**
 * Takes a sheet of answers, first row the head. An answer's id is its content and place in the file, so the same file
 * taken twice adds nothing. @throws MissingElement when an element has no column
 */
export async function takeSheet(
  surveys: SurveyRecords,
  survey: Survey,
  rows: readonly (readonly string[])[],
  now: Instant,
): Promise<TakenAnswers> {
  const { answers, suggestions, refused, rowOf } = readIkmRows(rows);
  const said = new Map(suggestions.map(({ row, text }) => [row, text]));
  const at = Math.min(Math.max(now, survey.from), survey.to - 1);
  const kept = answers.map((one, index): SurveyAnswer => {
    const row = rowOf[index]!;
    const suggestion = said.get(row)?.slice(0, 2_000) ?? null;
    return {
      id: hashId(`ikm ${survey.id} ${row} ${one.join('')} ${suggestion ?? ''}`),
      surveyId: survey.id,
      at,
      answers: [...one],
      suggestion,
    };
  });
  return { ...(await keepAnswers(surveys, survey, kept, now)), refused };
}
