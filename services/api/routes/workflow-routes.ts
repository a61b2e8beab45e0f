import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  assignIssue,
  releaseIssue,
  showIssue,
  stillWorking,
  takeIssue,
} from '../../../pipelines/workflow/assign-issue.ts';
import type { CaseAct, CaseChangeResult } from '../../../pipelines/workflow/change-case.ts';
import { moveIssue } from '../../../pipelines/workflow/move-issue.ts';
import { takeVerdict } from '../../../pipelines/workflow/take-verdict.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  ownerBodySchema,
  releaseBodySchema,
  stepBodySchema,
  verdictBodySchema,
  visibilityBodySchema,
  workflowSchema,
} from '../../../shared/api/workflow.ts';
import { tierOf } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { acting, actOf, answerWork, issueInHand, visibleIssue, workflowOf, workTag } from '../issue-work.ts';
import { currentReader } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const tags = ['workflow'];
export const issueParams = z.object({ issue: z.string().max(64).describe('id or number') });
export const versionHeader = z
  .object({ 'if-match': z.string().max(200).optional().describe('the ETag of the workflow as you read it') })
  .loose();
export const workResponses = {
  ...errorResponses,
  403: problemSchema,
  409: problemSchema,
  412: problemSchema,
  422: problemSchema,
};

const nothing = z.object({}).strict().nullish();

/** How an issue stands and what comes next: steps, owner, verdict, and who may look at it. */
export const workflowRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    /** One act on an issue of the reader's unit; answers with the workflow as it then is. */
    function act<Body extends z.ZodType>(
      name: string,
      summary: string,
      body: Body,
      work: (act: CaseAct, body: z.output<Body>) => Promise<CaseChangeResult>,
    ): void {
      app.route({
        method: 'POST',
        url: `/v1/issues/:issue/${name}`,
        schema: {
          tags,
          summary,
          params: issueParams,
          headers: versionHeader,
          body,
          response: { 200: workflowSchema, ...workResponses },
        },
        handler: async (request, reply) => {
          const { issue: wanted } = request.params as z.output<typeof issueParams>;
          const ifMatch = request.headers['if-match'];
          const issue = await issueInHand(deps, wanted);
          const done = await acting(ifMatch, () =>
            work(actOf(issue, ifMatch), request.body as z.output<Body>),
          );
          return answerWork(deps, reply, done);
        },
      });
    }

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/workflow',
      schema: {
        tags,
        summary:
          'Where an issue stands, which steps are open to you, what each needs, and what is closed and why',
        params: issueParams,
        response: { 200: workflowSchema, ...errorResponses },
      },
      handler: async ({ params }, reply) => {
        const issue = await visibleIssue(deps, params.issue);
        const workflow = await workflowOf(deps, issue);
        reply.header('etag', workTag(issue, workflow.version));
        return workflow;
      },
    });

    act(
      'steps',
      'Take a step; If-Match keeps it from running over somebody else’s',
      stepBodySchema,
      (who, body) => {
        const { step, ...fields } = body;
        const { permissions } = currentReader();
        return moveIssue(deps, { ...who, step, fields, why: fields.reason ?? null, permissions });
      },
    );
    act('take', 'Take an issue in hand that nobody has', nothing, (who) => takeIssue(deps, who));
    act('release', 'Give one’s own issue back', releaseBodySchema, (who, { reason = null }) =>
      releaseIssue(deps, { ...who, why: reason }),
    );
    act('owner', 'Put an issue in a colleague’s hands', ownerBodySchema, (who, { owner, reason }) =>
      assignIssue(deps, { ...who, owner, why: reason }),
    );
    act('still-working', 'Say that you are still at it, so that nobody asks', nothing, (who) =>
      stillWorking(deps, who),
    );
    act(
      'verdict',
      'Take over the approved verdict of the claim that the issue is about',
      verdictBodySchema,
      (who, { claim, reason }) => takeVerdict(deps, { ...who, claimId: claim, why: reason }),
    );
    act(
      'visibility',
      'Show a national or provincial issue to the units below, or no longer',
      visibilityBodySchema,
      async (who, { visibility, reason }) => {
        const issue = await issueInHand(deps, who.issue);
        if (tierOf(issue.unit) === 'regency')
          throw new ApiProblem(422, 'There is no unit below a regency', 'Isu ini sudah di tingkat terbawah.');
        return showIssue(deps, { ...who, visibility, why: reason });
      },
    );
  };
