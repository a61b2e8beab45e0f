import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  attachmentEndings,
  attachmentType,
  maxAttachmentBytes,
  safeFileName,
} from '../../../pipelines/workflow/attachment-type.ts';
import { changeCase } from '../../../pipelines/workflow/change-case.ts';
import { apiAttachmentSchema, toApiAttachment, withdrawBodySchema } from '../../../shared/api/workflow.ts';
import type { Attachment } from '../../../shared/domain/teamwork.ts';
import type { CollectingDeps } from '../collecting-deps.ts';
import { actOf, isOwnIssue, issueInHand, ownIssue } from '../issue-work.ts';
import { ApiProblem } from '../problems.ts';
import { readParts } from '../read-parts.ts';
import { issueParams, workResponses } from './workflow-routes.ts';

const tags = ['workflow'];
const params = z.object({ attachment: z.string().max(64) });
const listSchema = z.object({ attachments: z.array(apiAttachmentSchema) });
/** Of one issue; more belong into a folder somewhere else. */
const mostAttachments = 100;

/** Files beside an issue; the bytes lie in the evidence store. */
export const attachmentRoutes =
  (deps: CollectingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, collecting, ids } = deps;

    async function attachmentOf(id: string): Promise<Attachment> {
      const found = await records.workflow.attachments.get(id);
      const issue = found && (await records.issues.get(found.issueId, deps.scope));
      if (!found || found.removedAt !== null || !issue || !isOwnIssue(deps, issue))
        throw new ApiProblem(404, `There is no attachment ${id}`);
      return found;
    }

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/attachments',
      schema: {
        tags,
        summary: 'Files beside an issue',
        params: issueParams,
        response: { 200: listSchema, ...workResponses },
      },
      handler: async ({ params: { issue } }) => {
        const { id } = await ownIssue(deps, issue);
        return { attachments: (await records.workflow.attachments.of(id)).map(toApiAttachment) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/attachments',
      schema: {
        tags,
        summary: 'Attach a file',
        description: `multipart/form-data with one file of at most ${maxAttachmentBytes / 1e6} MB: ${attachmentEndings.join(', ')}.`,
        consumes: ['multipart/form-data'],
        params: issueParams,
        response: { 201: apiAttachmentSchema, ...workResponses },
      },
      bodyLimit: maxAttachmentBytes + 1_000_000,
      handler: async (request, reply) => {
        const issue = await issueInHand(deps, request.params.issue);
        const { file } = await readParts(request, maxAttachmentBytes);
        if (!file) throw new ApiProblem(400, 'There is no file in the form');
        const name = safeFileName(file.name);
        const type = attachmentType(name, file.bytes);
        if (type === null)
          throw new ApiProblem(
            415,
            'This kind of file cannot be attached, or it is not what its name says',
            `Kirim ${attachmentEndings.join(', ')}.`,
          );
        if ((await records.workflow.attachments.of(issue.id)).length >= mostAttachments)
          throw new ApiProblem(422, `An issue has at most ${mostAttachments} attachments`);
        const hash = await collecting.store.put(file.bytes);
        const base = { id: ids.next(), issueId: issue.id, removedAt: null };
        let kept: Attachment | null = null;
        await changeCase(deps, actOf(issue, undefined), async ({ records: inner, now }) => {
          const { by } = actOf(issue, undefined);
          kept = { ...base, at: now, by, name, type, bytes: file.bytes.length, hash };
          await inner.workflow.attachments.put(kept);
          const after = { id: kept.id, name, hash };
          return { what: `melampirkan ${name}`, why: null, action: 'issue.attach', before: null, after };
        });
        return reply.code(201).send(toApiAttachment(kept!));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/attachments/:attachment',
      schema: {
        tags,
        summary: 'The file itself',
        params,
        produces: ['application/octet-stream'],
        response: { ...workResponses },
      },
      handler: async ({ params: { attachment } }, reply) => {
        const { hash, name, type } = await attachmentOf(attachment);
        const bytes = await collecting.store.get(hash);
        if (!bytes) throw new ApiProblem(404, `The bytes of attachment ${attachment} are gone`);
        return reply
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
          .type(type)
          .serializer((body: unknown) => body as string)
          .send(Buffer.from(bytes) as never);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/attachments/:attachment/remove',
      schema: {
        tags,
        summary: 'Take a file off an issue, with a reason; the audit trail keeps that it was there',
        params,
        body: withdrawBodySchema,
        response: { 200: listSchema, ...workResponses },
      },
      handler: async ({ params: { attachment }, body: { reason } }) => {
        const { id, issueId } = await attachmentOf(attachment);
        const issue = await issueInHand(deps, issueId);
        await changeCase(deps, actOf(issue, undefined), async ({ records: inner, now }) => {
          const found = (await inner.workflow.attachments.get(id))!;
          await inner.workflow.attachments.put({ ...found, removedAt: now });
          const before = { id, name: found.name, hash: found.hash };
          const what = `melepas lampiran ${found.name}`;
          return { what, why: reason, action: 'issue.detach', before, after: null };
        });
        return { attachments: (await records.workflow.attachments.of(issueId)).map(toApiAttachment) };
      },
    });
  };
