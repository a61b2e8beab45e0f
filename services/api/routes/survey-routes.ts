import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { MissingElement } from '../../../pipelines/report/ikm/read-ikm-rows.ts';
import { readAnswers } from '../../../pipelines/report/ikm/read-survey.ts';
import { sampleSize, satisfactionIndex } from '../../../pipelines/report/ikm/satisfaction-index.ts';
import { takeSheet } from '../../../pipelines/report/ikm/take-answers.ts';
import {
  surveyDetailSchema,
  surveyImportResultSchema,
  surveyImportSchema,
  surveyListSchema,
  toApiSurvey,
  writeSurveySchema,
} from '../../../shared/api/activities.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { Survey } from '../../../shared/domain/survey.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { batchSize, enrichJob } from '../../../shared/jobs/jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import { actorOf, unitWithin } from '../reporting.ts';

const tags = ['surveys'];
const params = z.object({ survey: z.string().max(64) });

/** What respondents wrote goes the way of every item: labelled, linked and watched. */
export async function sendAspirations(
  { queue }: Pick<ApiDeps, 'queue'>,
  items: readonly Item[],
): Promise<void> {
  for (let from = 0; from < items.length; from += batchSize)
    await queue.add([newJob(enrichJob, { items: items.slice(from, from + batchSize) })]);
}

async function surveyOf(deps: ApiDeps, id: string): Promise<Survey> {
  const survey = await deps.records.surveys.get(id);
  if (!survey) throw new ApiProblem(404, `There is no survey ${id}`);
  unitWithin(deps, survey.unit);
  return survey;
}

async function detailOf({ records }: ApiDeps, survey: Survey): Promise<z.infer<typeof surveyDetailSchema>> {
  const answers = await readAnswers(records.surveys, survey.id);
  const result = satisfactionIndex(answers.map((one) => one.answers));
  return {
    survey: toApiSurvey(survey),
    respondents: answers.length,
    sampleSize: survey.population === null ? null : sampleSize(survey.population),
    result:
      result === null
        ? null
        : {
            ...result,
            elements: result.elements.map((one) => ({ ...one, respondents: result.respondents })),
          },
  };
}

/** Surveys of satisfaction: made, filled by sheet, and read. */
export const surveyRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/surveys',
      schema: {
        tags,
        summary: 'Surveys, newest first',
        response: { 200: surveyListSchema, ...errorResponses },
      },
      handler: async () => {
        const surveys = await deps.records.surveys.list({ scope: deps.scope });
        return { surveys: surveys.map(toApiSurvey) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/surveys',
      schema: {
        tags,
        summary: 'Begin a survey; its public form takes answers while it is open',
        body: writeSurveySchema,
        response: { 201: surveyDetailSchema, ...errorResponses },
      },
      handler: async ({ body }, reply) => {
        if (body.to <= body.from) throw new ApiProblem(400, '"to" does not lie after "from"');
        const unit = unitWithin(deps, body.unit).code;
        const survey: Survey = { ...body, unit, id: deps.ids.next(), createdAt: deps.clock.now() };
        await deps.records.transaction(async (inner) => {
          await inner.surveys.put(survey);
          const entry = {
            at: survey.createdAt,
            actor: actorOf().name,
            action: 'survey.begin',
            subject: survey.id,
          };
          await inner.audit.append({ ...entry, before: null, after: survey, reason: null });
        });
        return reply.code(201).send(await detailOf(deps, survey));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/surveys/:survey',
      schema: {
        tags,
        summary: 'A survey with its index, by element, and the sample it needs',
        params,
        response: { 200: surveyDetailSchema, ...errorResponses },
      },
      handler: async (request) => detailOf(deps, await surveyOf(deps, request.params.survey)),
    });

    app.route({
      method: 'POST',
      url: '/v1/surveys/:survey/answers',
      bodyLimit: 16 * 1_048_576,
      schema: {
        tags,
        summary: 'Take answers from the rows of a sheet; a row sent twice counts once',
        params,
        body: surveyImportSchema,
        response: { 200: surveyImportResultSchema, ...errorResponses },
      },
      handler: async (request) => {
        const survey = await surveyOf(deps, request.params.survey);
        try {
          const now = deps.clock.now();
          const taken = await takeSheet(deps.records.surveys, survey, request.body.rows, now);
          await sendAspirations(deps, taken.aspirations);
          const { added, known, refused, aspirations } = taken;
          return { added, known, refused, suggestions: aspirations.length };
        } catch (error) {
          throw error instanceof MissingElement ? new ApiProblem(400, error.message) : error;
        }
      },
    });
  };
