import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { batchOfIssues, checkOut } from '../../../pipelines/workflow/check-out.ts';
import {
  answerHandover,
  type HandoverDeps,
  handOver,
  withdrawHandover,
} from '../../../pipelines/workflow/hand-over.ts';
import { writeNote } from '../../../pipelines/workflow/write-note.ts';
import { errorResponses, timestampSchema } from '../../../shared/api/common.ts';
import { apiIssueSchema, toApiIssue } from '../../../shared/api/issues.ts';
import {
  apiHandoverSchema,
  apiNoteSchema,
  checkoutBodySchema,
  handoverAnswerSchema,
  handoverBodySchema,
  noteBodySchema,
  returnBodySchema,
  toApiHandover,
  toApiNote,
  withdrawBodySchema,
} from '../../../shared/api/workflow.ts';
import { isUnitCode } from '../../../shared/areas/units.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Handover } from '../../../shared/domain/teamwork.ts';
import type { ApiDeps } from '../api-deps.ts';
import { acting, actOf, issueInHand, ownIssue, tellChanged, unitTitle } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { issueParams, versionHeader, workResponses } from './workflow-routes.ts';

const tags = ['workflow'];
const handoverParams = z.object({ handover: z.string().max(64) });
const noteListSchema = z.object({ notes: z.array(apiNoteSchema).describe('newest first') });
const checkoutSchema = z.object({
  issues: z.array(apiIssueSchema),
  until: timestampSchema.nullable().describe('yours until then; ask again to renew'),
});

/** Notes, hand-overs between units, and batches to read. */
export const teamworkRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const handing: HandoverDeps = { records, clock, ids: deps.ids, sayUnit: unitTitle };

    async function showHandover(handover: Handover): Promise<z.infer<typeof apiHandoverSchema>> {
      const [issue] = await records.issues.many([handover.issueId]);
      tellChanged(deps, issue!);
      changesFor(handover);
      return toApiHandover(handover, issue!, clock.now());
    }
    const changesFor = ({ issueId, to }: Handover): void =>
      deps.changes.tell({ kind: 'issue.changed', at: clock.now(), id: issueId, unit: to });

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/notes',
      schema: {
        tags,
        summary: 'What colleagues wrote beside it',
        params: issueParams,
        response: { 200: noteListSchema, ...workResponses },
      },
      handler: async ({ params }) => {
        const issue = await ownIssue(deps, params.issue);
        return { notes: (await records.workflow.notes.of(issue.id, 200)).map(toApiNote) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/notes',
      schema: {
        tags,
        summary: 'Write a note; who is mentioned finds it in their to-do list',
        params: issueParams,
        body: noteBodySchema,
        response: { 201: apiNoteSchema, ...workResponses },
      },
      handler: async ({ params, body }, reply) => {
        const issue = await ownIssue(deps, params.issue);
        const act = actOf(issue, undefined);
        const note = await writeNote({ records, clock, ids: deps.ids }, { ...act, ...body });
        for (const id of note.mentions)
          deps.changes.tell({ kind: 'notice.added', at: clock.now(), id, unit: issue.handler ?? issue.unit });
        return reply.code(201).send(toApiNote(note));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/handovers',
      schema: {
        tags,
        summary:
          'Hand an issue up, down or sideways, with reason and deadline; it stays until the other unit accepts',
        params: issueParams,
        headers: versionHeader,
        body: handoverBodySchema,
        response: { 201: apiHandoverSchema, ...workResponses },
      },
      handler: async ({ params, headers, body }, reply) => {
        if (!isUnitCode(body.to))
          throw new ApiProblem(422, `There is no unit ${body.to}`, 'Unit tujuan tidak dikenal.');
        const issue = await issueInHand(deps, params.issue);
        const ifMatch = headers['if-match'];
        const handover = await acting(ifMatch, () =>
          handOver(handing, { ...actOf(issue, ifMatch), ...body }),
        );
        return reply.code(201).send(await showHandover(handover));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/handovers',
      schema: {
        tags,
        summary: 'Hand-overs that wait for your unit',
        response: { 200: z.object({ handovers: z.array(apiHandoverSchema) }), ...errorResponses },
      },
      handler: async () => {
        const open = await records.workflow.handovers.open({ to: [deps.scope.unit], limit: 500 });
        const issues = new Map(
          (await records.issues.many(open.map(({ issueId }) => issueId))).map((issue) => [issue.id, issue]),
        );
        const now = clock.now();
        return {
          handovers: open.flatMap((handover) => {
            const issue = issues.get(handover.issueId);
            return issue ? [toApiHandover(handover, issue, now)] : [];
          }),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/handovers/:handover/answer',
      schema: {
        tags,
        summary: 'Accept what was handed to your unit, or return it with a reason',
        params: handoverParams,
        body: handoverAnswerSchema,
        response: { 200: apiHandoverSchema, ...workResponses },
      },
      handler: async ({ params: { handover: id }, body: { accept, reason = null } }) => {
        const answer = { id, by: currentActor(), accept, reason, scope: deps.scope };
        return showHandover(await answerHandover(handing, answer));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/handovers/:handover/withdraw',
      schema: {
        tags,
        summary: 'Take an offer back before it was answered',
        params: handoverParams,
        body: withdrawBodySchema,
        response: { 200: apiHandoverSchema, ...workResponses },
      },
      handler: async ({ params: { handover: id }, body: { reason } }) =>
        showHandover(await withdrawHandover(handing, { id, by: currentActor(), reason, scope: deps.scope })),
    });

    app.route({
      method: 'POST',
      url: '/v1/checkout',
      schema: {
        tags,
        summary: `A batch of new issues to read, ${batchOfIssues} unless you say otherwise; nobody else gets them meanwhile`,
        body: checkoutBodySchema,
        response: { 200: checkoutSchema, ...errorResponses },
      },
      handler: async ({ body: { howMany } }) => {
        const asked = { by: currentActor(), scope: { unit: deps.scope.unit }, howMany };
        const { issues, leases } = await checkOut(deps, asked);
        const [first] = leases;
        return { issues: issues.map(toApiIssue), until: first ? toRfc3339(first.untilAt) : null };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/checkout/return',
      schema: {
        tags,
        summary: 'Give issues of your batch back to the others',
        body: returnBodySchema,
        response: { 200: z.object({ returned: z.number().int() }), ...errorResponses },
      },
      handler: async ({ body }) => {
        const by = currentActor();
        const mine = (await records.workflow.leases.active(clock.now()))
          .filter(({ holder }) => holder === by)
          .map(({ issueId }) => issueId);
        return { returned: await records.workflow.leases.release(body.issues ?? mine, by) };
      },
    });
  };
