import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addTouched } from '../../../pipelines/flow/watch-state.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { impactBodySchema } from '../../../shared/api/impacts.ts';
import { apiIssueSchema, toApiIssue } from '../../../shared/api/issues.ts';
import type { Issue, PersonImpact } from '../../../shared/domain/issue.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { watchJob } from '../../../shared/jobs/jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ issue: z.string().max(64).describe('id or number') });

/** Writes it with its audit entry; the risk follows when the watch looks next. */
async function setImpact(
  { records, scope, clock }: ApiDeps,
  idOrNumber: string,
  personImpact: PersonImpact | null,
  reason: string,
): Promise<Issue> {
  return records.transaction(async (inner) => {
    const issue = await visibleIssue({ records: inner, scope }, idOrNumber);
    if (issue.state === 'merged')
      throw new ApiProblem(
        409,
        `${issue.number} has become part of another issue`,
        'Read it again: mergedInto says of which.',
      );
    const next: Issue = { ...issue, personImpact, version: issue.version + 1 };
    await inner.issues.put([next]);
    await addTouched(inner, { issueIds: [issue.id], buckets: [] });
    await inner.audit.append({
      at: clock.now(),
      actor: currentActor(),
      action: 'issue.impact',
      subject: issue.id,
      before: issue.personImpact ?? null,
      after: personImpact,
      reason,
    });
    return next;
  });
}

/** The impact that people set: it wins over every rule until somebody gives it back to them. */
export const impactRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'PUT',
      url: '/v1/issues/:issue/impact',
      schema: {
        tags: ['issues'],
        summary: 'Set the impact of an issue, 1 to 5, with a reason; null gives it back to the rules',
        params,
        body: impactBodySchema,
        response: { 200: apiIssueSchema, ...errorResponses, 409: problemSchema },
      },
      handler: async ({ params: { issue }, body: { impact, reason } }) => {
        const set = impact === null ? null : { value: impact, by: currentActor(), reason };
        const next = await setImpact(deps, issue, set, reason);
        await deps.queue.add([newJob(watchJob, { everything: false })]);
        return toApiIssue(next);
      },
    });
  };
