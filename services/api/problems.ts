import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ClaimChanged, ClaimUnknown } from '../../pipelines/claims/keep-claim.ts';
import { CampaignRefused } from '../../pipelines/disseminate/start-campaign.ts';
import { AnswerRefused } from '../../pipelines/respond/answer-refused.ts';
import { FactUnknown } from '../../pipelines/respond/facts/keep-fact.ts';
import { AnswerChanged, AnswerUnknown, WrongTier } from '../../pipelines/respond/keep-answer.ts';
import { PublicationChanged, PublicationUnknown } from '../../pipelines/respond/keep-publication.ts';
import { ReferralUnknown } from '../../pipelines/respond/referral/keep-referral.ts';
import { CaseChanged, IssueUnknown, StepRefused } from '../../pipelines/workflow/change-case.ts';
import { HandoverUnknown } from '../../pipelines/workflow/hand-over.ts';
import type { Problem } from '../../shared/api/common.ts';
import { ClaimRefused } from '../../shared/domain/claim-rules.ts';
import { IdentityUnavailable } from '../../shared/ports/identity-provider.ts';
import { BadCursor, IndexUnavailable } from '../../shared/ports/item-index.ts';
import { VersionConflict } from '../../shared/ports/records.ts';

/** An answer that is no success, with what to do about it. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly hint: string | undefined;
  /** A URI where a program must tell it from others of the same status. */
  readonly type: string | undefined;
  constructor(status: number, title: string, hint?: string, type?: string) {
    super(title);
    this.status = status;
    this.hint = hint;
    this.type = type;
  }
}

const problem = (status: number, title: string, more: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title,
  status,
  ...more,
});

/** What every refusal of a rule says of itself: nothing happened, and what stands against it. */
const refusal = (
  title: string,
  { message, refusals }: Error & { refusals: readonly { path: string; message: string }[] },
  hint: string,
): Problem =>
  problem(422, title, {
    detail: message,
    hint,
    errors: refusals.map((one) => ({ path: one.path, message: one.message })),
  });
const mendAndSend = 'Nothing was stored. Mend what "errors" names and send it again.';

/** What goes wrong when people work on issues together. */
function workProblemOf(error: Error): Problem | null {
  if (error instanceof IssueUnknown || error instanceof HandoverUnknown)
    return problem(404, error.message, { hint: 'GET /v1/issues lists those you may see.' });
  if (error instanceof StepRefused)
    return refusal(
      'This cannot be done now',
      error,
      'GET /v1/issues/:issue/workflow says what is open to you and what is missing.',
    );
  if (error instanceof CaseChanged)
    return problem(409, 'Somebody else worked on this issue since you read it', { hint: error.hint });
  return null;
}

/** What goes wrong with entries of the knowledge base. */
function claimProblemOf(error: Error): Problem | null {
  if (error instanceof ClaimUnknown)
    return problem(404, error.message, { hint: 'GET /v1/claims lists those there are.' });
  if (error instanceof ClaimRefused)
    return refusal('The claim breaks a rule of the knowledge base', error, mendAndSend);
  if (error instanceof ClaimChanged)
    return problem(409, 'Somebody else changed this claim since you read it', { hint: error.hint });
  return null;
}

/** What goes wrong on the way from a draft to what is published and spread. */
function answerProblemOf(error: Error): Problem | null {
  if (error instanceof AnswerRefused)
    return refusal('A rule of answering stands against it', error, mendAndSend);
  if (error instanceof WrongTier)
    return problem(403, `This belongs to ${error.owner}`, {
      detail: error.message,
      hint: `Hand it to ${error.owner}, or act in a unit above.`,
    });
  const isUnknown =
    error instanceof AnswerUnknown ||
    error instanceof FactUnknown ||
    error instanceof ReferralUnknown ||
    error instanceof PublicationUnknown;
  if (isUnknown) return problem(404, error.message);
  if (error instanceof AnswerChanged || error instanceof PublicationChanged)
    return problem(409, 'Somebody else was first', { hint: error.hint });
  if (error instanceof CampaignRefused)
    return problem(409, 'This answer cannot be spread now', { detail: error.message });
  return null;
}

/** What cannot be had now, and comes back. */
function awayProblemOf(error: Error): Problem | null {
  if (error instanceof IdentityUnavailable)
    return problem(503, 'The sign-in provider cannot be reached now', {
      hint: 'Try again in a minute, or sign in with your password.',
    });
  if (error instanceof IndexUnavailable)
    return problem(503, 'The search index cannot be used now', {
      hint: 'Issues can still be read. Try again in a minute; /v1/status says what is away.',
    });
  if (isAway(error))
    return problem(503, 'A server that this needs cannot be reached now', {
      hint: 'Try again in a minute; /v1/status says what is away.',
    });
  return null;
}

/** What is wrong with the request itself. */
function requestProblemOf(error: FastifyError | Error): Problem | null {
  if (hasZodFastifySchemaValidationErrors(error))
    return problem(400, 'The request does not fit the schema', {
      hint: 'See /docs for what this route takes.',
      errors: error.validation.map((one) => ({
        path: one.instancePath.replace(/^\//, '').replaceAll('/', '.'),
        message: one.message ?? 'invalid',
      })),
    });
  if (error instanceof ApiProblem)
    return problem(error.status, error.message, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(error.type === undefined ? {} : { type: error.type }),
    });
  if (error instanceof BadCursor) return problem(400, 'Unknown cursor', { hint: error.message });
  return null;
}

function problemOf(error: FastifyError | Error): Problem {
  for (const known of [requestProblemOf, claimProblemOf, workProblemOf, answerProblemOf, awayProblemOf]) {
    const found = known(error);
    if (found) return found;
  }
  // Conflicts that know who was first are kinds of this one.
  if (error instanceof VersionConflict)
    return problem(409, error.message, { hint: 'Read it again, then decide again.' });
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return status < 500
    ? problem(status, error.message)
    : problem(500, 'Something went wrong on our side', { hint: 'Try again; the log has the request id.' });
}

/** Codes of a connection that is refused, reset or timed out, and of PostgreSQL while it starts or stops (class 57P). */
const awayCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P\d\d)$/;
const awayWords =
  /connection terminated|connection timeout|query read timeout|max retries per request|command timed out|OOM command not allowed/i;

/** A server behind us is away, rather than that we made a mistake. */
const isAway = (error: Error): boolean => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayCodes.test(code) || awayWords.test(error.message);
};

/** Every error leaves as application/problem+json; what went wrong inside stays in the log. */
export function registerProblems(app: FastifyInstance): void {
  const send = (request: FastifyRequest, reply: FastifyReply, body: Problem): FastifyReply =>
    reply
      .code(body.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send({ ...body, requestId: request.id });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const body = problemOf(error);
    if (body.status >= 500) request.log.error({ err: error }, 'request failed');
    return send(request, reply, body);
  });
  app.setNotFoundHandler((request, reply) =>
    send(
      request,
      reply,
      problem(404, `There is no ${request.method} ${request.url.split('?')[0]}`, {
        hint: 'See /docs for what there is.',
      }),
    ),
  );
}
