import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { lintPlain, readForm } from '../../../pipelines/respond/answer-context.ts';
import { diffAnswers } from '../../../pipelines/respond/answer-diff.ts';
import { chooseResponse } from '../../../pipelines/respond/choose/choose-response.ts';
import {
  draftAnswer,
  editAnswer,
  pathOfIssue,
  redraftAnswer,
  takeOverText,
} from '../../../pipelines/respond/keep-answer.ts';
import {
  answerBodySchema,
  answerChangeSchema,
  answerDetailSchema,
  answerListSchema,
  answerQuerySchema,
  answerVersionsSchema,
  diffQuerySchema,
  diffSchema,
  freeLintSchema,
  lintBodySchema,
  lintReportSchema,
  redraftSchema,
  responseChoiceSchema,
  takeOverSchema,
  toAnswerBrief,
  toApiAnswer,
  type writtenTextSchema,
} from '../../../shared/api/answers.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import type { Answer } from '../../../shared/domain/answer.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import {
  answerDeps,
  answerOf,
  claimOf,
  claimOfIssue,
  contextOf,
  offeredFor,
  showAnswer,
} from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['answers'];
const params = z.object({ answer: z.string().min(1).max(64) });
const refused = { 403: problemSchema, 409: problemSchema, 422: problemSchema } as const;
const detail = { 200: answerDetailSchema, ...errorResponses, ...refused };

/** A form as it was sent; what is plain keeps the sources of sentences that are known. */
async function writtenTexts(
  deps: ApiDeps,
  answer: Answer,
  given: readonly z.infer<typeof writtenTextSchema>[],
) {
  const context = await contextOf(deps, answer);
  return given.map((text) => {
    if (!('plain' in text)) return { ...text, origin: 'person' as const };
    const { title, blocks } = readForm(answer, context, text.channel, text.plain);
    if (blocks.length === 0)
      throw new ApiProblem(400, `There is no sentence in the text for ${text.channel}`);
    return { channel: text.channel, title, blocks, origin: 'person' as const };
  });
}

/** What to draft for: the claim that was named, else the one its issue is linked to. */
async function mattersOf(deps: ApiDeps, given: { issue?: string | undefined; claim?: string | undefined }) {
  const issue = given.issue === undefined ? null : await visibleIssue(deps, given.issue);
  const claim =
    given.claim === undefined ? issue && (await claimOfIssue(deps, issue)) : await claimOf(deps, given.claim);
  return { issue, claim };
}

async function choiceFor(
  { records, scope, clock }: ApiDeps,
  matters: { issue: Issue | null; claim: Claim | null },
) {
  const path = await pathOfIssue(records, matters.issue);
  const choice = chooseResponse({ ...matters, path, unit: scope.unit, now: clock.now() });
  return { ...choice, steps: [...choice.steps] };
}

/** What a lint needs of an answer that there is not. */
const notAnswered: Pick<Answer, 'notes' | 'factIds' | 'texts' | 'issueId'> = {
  notes: { subject: null, trueCore: null, extent: null, remedy: null, remedyBy: null, nextUpdate: null },
  factIds: [],
  texts: [],
  issueId: null,
};

/** What to answer, the drafts of it, and what the lint says; approval and publication have routes of their own. */
export const answerRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/response',
      schema: {
        tags,
        summary: 'What kind of answer an issue asks for, who owns it, and what is blocked and why',
        params: z.object({ issue: z.string().max(64) }),
        response: { 200: responseChoiceSchema, ...errorResponses },
      },
      handler: async ({ params: { issue } }) => {
        const matters = await mattersOf(deps, { issue });
        return choiceFor(deps, matters);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/claims/:claim/response',
      schema: {
        tags,
        summary: 'The same for a claim alone',
        params: z.object({ claim: z.string().max(64) }),
        response: { 200: responseChoiceSchema, ...errorResponses },
      },
      handler: async ({ params: { claim } }) => {
        const matters = await mattersOf(deps, { claim });
        return choiceFor(deps, matters);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/answers',
      schema: {
        tags,
        summary: 'Draft an answer in every form, by rules, from the claim, its evidence and approved facts',
        body: answerBodySchema,
        response: { 201: answerDetailSchema, ...errorResponses, ...refused },
      },
      handler: async ({ body }, reply) => {
        const { issue, claim } = await mattersOf(deps, body);
        const about = claim?.text ?? issue?.title ?? '';
        const unit = body.unit ?? deps.scope.unit;
        const given = {
          issue,
          claim,
          factIds: body.facts ?? (await offeredFor(deps, about, unit, issue?.topic)),
          notes: dropUndefined(body.notes ?? {}),
          isCriticism: body.isCriticism,
          holdingOnly: body.holdingOnly,
          unit: body.unit,
        };
        const act = { by: body.by ?? currentActor(), reason: body.reason ?? null };
        const answer = await draftAnswer(answerDeps(deps), given, act);
        return reply.code(201).send(await showAnswer(deps, answer));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/answers',
      schema: {
        tags,
        summary: 'Drafts and answers of your units, the last changed first',
        querystring: answerQuerySchema,
        response: { 200: answerListSchema, ...errorResponses },
      },
      handler: async ({ query: { state, issue, claim, cursor, limit } }) => {
        const issueId = issue === undefined ? undefined : (await visibleIssue(deps, issue)).id;
        const filter = dropUndefined({ states: state, issueId, claimId: claim, after: placeOf(cursor) });
        const answers = await records.answers.list({ ...filter, scope: deps.scope, limit });
        const nextCursor = cursorAfter(answers, limit, ({ updatedAt }) => updatedAt);
        return { answers: answers.map(toAnswerBrief), nextCursor };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/answers/:answer',
      schema: {
        tags,
        summary: 'An answer in all its forms, each with what the lint says',
        params,
        response: { 200: answerDetailSchema, ...errorResponses },
      },
      handler: async ({ params: { answer } }) => showAnswer(deps, await answerOf(deps, answer)),
    });

    app.route({
      method: 'PATCH',
      url: '/v1/answers/:answer',
      schema: {
        tags,
        summary: 'Write forms by hand; the writer is one of its drafters from now on',
        params,
        body: answerChangeSchema,
        response: detail,
      },
      handler: async ({
        params: { answer: id },
        body: { version, texts, by = currentActor(), reason = null },
      }) => {
        const written = await writtenTexts(deps, await answerOf(deps, id), texts);
        return showAnswer(deps, await editAnswer(answerDeps(deps), written, { id, version, by, reason }));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/redraft',
      schema: {
        tags,
        summary: 'Draft all forms anew from other facts, notes, or the claim as it is now',
        params,
        body: redraftSchema,
        response: detail,
      },
      handler: async ({
        params: { answer: id },
        body: { version, facts, notes, by = currentActor(), reason = null },
      }) =>
        showAnswer(
          deps,
          await redraftAnswer(
            answerDeps(deps),
            { factIds: facts, notes: notes && dropUndefined(notes) },
            { id, version, by, reason },
          ),
        ),
    });

    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/take-over',
      schema: {
        tags,
        summary: 'Say that you read what a model wrote and answer for it',
        params,
        body: takeOverSchema,
        response: detail,
      },
      handler: async ({
        params: { answer: id },
        body: { version, channel, by = currentActor(), reason = null },
      }) => showAnswer(deps, await takeOverText(answerDeps(deps), channel, { id, version, by, reason })),
    });

    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/lint',
      schema: {
        tags,
        summary: 'Lint what is being typed into a form of this answer; nothing is stored',
        params,
        body: lintBodySchema,
        response: { 200: lintReportSchema, ...errorResponses },
      },
      handler: async ({ params: { answer: id }, body: { channel, plain } }) => {
        const answer = await answerOf(deps, id);
        return lintPlain(answer, await contextOf(deps, answer), channel, plain);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/lint',
      schema: {
        tags,
        summary: 'Lint any text, beside a claim or on its own; nothing is stored',
        body: freeLintSchema,
        response: { 200: lintReportSchema, ...errorResponses },
      },
      handler: async ({ body: { channel, plain, claim: claimId, verdict: said, isCriticism } }) => {
        const claim = claimId === undefined ? null : await claimOf(deps, claimId);
        const verdict = said ?? claim?.verdict ?? 'belum_diperiksa';
        const { kind } = chooseResponse({
          claim: claim && { ...claim, verdict },
          issue: null,
          unit: deps.scope.unit,
          now: clock.now(),
          isCriticism,
        });
        const answer = { ...notAnswered, kind, verdict, isCriticism, claimId: claim?.id ?? null };
        return lintPlain(answer, await contextOf(deps, answer), channel, plain);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/answers/:answer/versions',
      schema: {
        tags,
        summary: 'Every version, newest first: who brought it where, and when',
        params,
        response: { 200: answerVersionsSchema, ...errorResponses },
      },
      handler: async ({ params: { answer: id } }) => {
        await answerOf(deps, id);
        return { versions: (await records.answers.versions(id)).map(toApiAnswer) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/answers/:answer/diff',
      schema: {
        tags,
        summary: 'What changed in each form between two versions, word by word',
        params,
        querystring: diffQuerySchema,
        response: { 200: diffSchema, ...errorResponses },
      },
      handler: async ({ params: { answer: id }, query: { from, to } }) => {
        await answerOf(deps, id);
        const versions = new Map((await records.answers.versions(id)).map((one) => [one.version, one]));
        const [before, after] = [versions.get(from), versions.get(to)];
        if (!before || !after)
          throw new ApiProblem(404, `There is no version ${before ? to : from} of answer ${id}`);
        return { forms: diffAnswers(before, after) };
      },
    });
  };
