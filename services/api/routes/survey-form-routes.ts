import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { ikmElements } from '../../../pipelines/report/ikm/satisfaction-index.ts';
import {
  surveyClosed,
  surveyForm,
  surveyIncomplete,
  surveyThanks,
} from '../../../pipelines/report/ikm/survey-form.ts';
import { keepAnswers } from '../../../pipelines/report/ikm/take-answers.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import { ikmAnswersSchema, type Survey, type SurveyAnswer } from '../../../shared/domain/survey.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import { sendAspirations } from './survey-routes.ts';

const path = '/v1/public/surveys/:survey';
/** A form of nine digits and a suggestion of 2,000 characters, each up to nine bytes in this encoding. */
const mostBytes = 32_768;
/** One counter's shared address may see a queue of visitors; a flood is stopped. */
const answersPerMinute = 30;

const formSchema = z
  .object({ ticket: z.string().min(8).max(64), saran: z.string().max(2_000).default('') })
  .loose();

const isOpen = (survey: Survey, now: number): boolean => survey.open && now >= survey.from && now < survey.to;

async function publicSurvey({ records }: ApiDeps, id: string): Promise<Survey> {
  const survey = await records.surveys.get(id);
  if (!survey) throw new ApiProblem(404, 'There is no such survey');
  return survey;
}

/** The answer in a form; null where one of the nine is missing. */
function answerOf(survey: Survey, form: URLSearchParams, at: number): SurveyAnswer | null {
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  const answers = ikmAnswersSchema.safeParse(ikmElements.map((_, n) => Number(form.get(`u${n + 1}`))));
  if (!parsed.success || !answers.success) return null;
  const { ticket, saran } = parsed.data;
  const suggestion = saran.trim();
  return {
    // The ticket of the page makes a second press of the button the same answer.
    id: hashId(`ikm form ${survey.id} ${ticket}`),
    surveyId: survey.id,
    at,
    answers: answers.data,
    suggestion: suggestion === '' ? null : suggestion,
  };
}

const send = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);

/** The short public form of a survey, for a visitor's phone: no script, no cookie, no name. */
export async function registerSurveyForm(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  await app.register(async (inner) => {
    inner.setSerializerCompiler(() => (data) => String(data));
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: mostBytes },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    const hidden = { hide: true, params: z.object({ survey: z.string().max(64) }) };

    inner.get<{ Params: { survey: string } }>(path, { schema: hidden }, async (request, reply) => {
      const survey = await publicSurvey(deps, request.params.survey);
      if (!isOpen(survey, deps.clock.now())) return send(reply, surveyClosed(), 410);
      return send(reply, surveyForm(survey, deps.ids.next()));
    });

    inner.post<{ Params: { survey: string } }>(
      path,
      { schema: hidden, config: { rateLimit: { max: answersPerMinute, timeWindow: 60_000 } } },
      async (request, reply) => {
        const survey = await publicSurvey(deps, request.params.survey);
        const now = deps.clock.now();
        if (!isOpen(survey, now)) return send(reply, surveyClosed(), 410);
        const answer = request.body instanceof URLSearchParams ? answerOf(survey, request.body, now) : null;
        if (answer === null) return send(reply, surveyIncomplete(), 400);
        const { aspirations } = await keepAnswers(deps.records.surveys, survey, [answer], now);
        await sendAspirations(deps, aspirations);
        return send(reply, surveyThanks());
      },
    );
  });
}
