import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maxScreenshotBytes, ReportRefused, takeReport } from '../../../pipelines/flow/take-report.ts';
import { errorResponses, timestampSchema } from '../../../shared/api/common.ts';
import { isOpenUnit } from '../../../shared/areas/units.ts';
import { type CitizenReport, citizenReportSchema } from '../../../shared/domain/citizen-report.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { reportJob } from '../../../shared/jobs/jobs.ts';
import type { CollectingDeps } from '../collecting-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { publicReportPath } from '../public-paths.ts';
import { readParts } from '../read-parts.ts';

const fieldsSchema = z
  .object({
    text: z.string().default(''),
    url: z.string().max(2_000, 'paling banyak 2000 huruf').default(''),
    unit: z.string().refine(isOpenUnit, 'kode unit tidak ada').default(nationalUnit),
    contact: z.string().max(200, 'paling banyak 200 huruf').default(''),
  })
  .strict();

const acceptedSchema = z.object({ id: z.string(), state: z.enum(['reading', 'taken', 'waiting_text']) });
const apiReportSchema = citizenReportSchema
  .omit({ screenshot: true })
  .extend({ at: timestampSchema, hasScreenshot: z.boolean() })
  .meta({ id: 'CitizenReport' });

const toApiReport = ({ screenshot, at, ...rest }: CitizenReport): z.infer<typeof apiReportSchema> => ({
  ...rest,
  at: toRfc3339(at),
  hasScreenshot: screenshot !== null,
});

/** Reports an hour and address without an account. Chosen: a busy volunteer forwards a handful. */
const publicPerHour = 20;

const description =
  'multipart/form-data or JSON with text, url, unit (code) and contact, all optional; as a form also a file `screenshot` (PNG, JPEG or WebP, at most 5 MB). One of text, url and screenshot must be there.';

/** What people report: taken in, listed, and typed out where only a picture came. */
export const reportRoutes =
  (deps: CollectingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, queue, collecting } = deps;

    const take = async (request: FastifyRequest, reply: FastifyReply) => {
      const { fields, file } = request.isMultipart()
        ? await readParts(request, maxScreenshotBytes)
        : { fields: request.body ?? {}, file: null };
      const parsed = fieldsSchema.safeParse(fields);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new ApiProblem(400, 'The report does not fit', `${issue?.path.join('.')}: ${issue?.message}`);
      }
      try {
        const report = await takeReport(
          { ...parsed.data, screenshot: file?.bytes ?? null },
          { ...deps, store: collecting.store },
        );
        await queue.add([newJob(reportJob, { reportId: report.id })]);
        return reply.code(202).send({ id: report.id, state: report.state });
      } catch (error) {
        if (error instanceof ReportRefused)
          throw new ApiProblem(400, 'The report does not fit', error.message);
        throw error;
      }
    };
    const schema = {
      tags: ['reports'],
      description,
      consumes: ['multipart/form-data', 'application/json'],
      response: { 202: acceptedSchema, ...errorResponses },
    };

    app.route({
      method: 'POST',
      url: '/v1/reports',
      schema: { ...schema, summary: 'Hand in what a person reported' },
      handler: take,
    });
    if (collecting.publicReports)
      app.route({
        method: 'POST',
        url: publicReportPath,
        config: { rateLimit: { max: publicPerHour, timeWindow: 3_600_000 } },
        schema: { ...schema, summary: 'Report without an account; 20 an hour and address' },
        handler: take,
      });

    app.route({
      method: 'GET',
      url: '/v1/reports',
      schema: {
        tags: ['reports'],
        summary: 'Reports of your units, newest first',
        querystring: z.object({
          state: citizenReportSchema.shape.state.optional(),
          limit: z.coerce.number().int().min(1).max(500).default(50),
        }),
        response: { 200: z.object({ reports: z.array(apiReportSchema) }), ...errorResponses },
      },
      handler: async ({ query: { state, limit } }) => ({
        reports: (await records.reports.list({ scope: deps.scope, limit, ...(state ? { state } : {}) })).map(
          toApiReport,
        ),
      }),
    });

    registerOne(app, deps);
  };

const params = z.object({ report: z.string().max(64) });

function registerOne(app: Parameters<FastifyPluginAsyncZod>[0], deps: CollectingDeps): void {
  const { records, queue, clock, collecting } = deps;
  const known = async (id: string): Promise<CitizenReport> => {
    const report = await records.reports.get(id, deps.scope);
    if (!report) throw new ApiProblem(404, `There is no report ${id}`);
    return report;
  };

  app.route({
    method: 'POST',
    url: '/v1/reports/:report/text',
    schema: {
      tags: ['reports'],
      summary: 'Type out what the screenshot of a waiting report shows',
      params,
      body: z.object({ text: z.string().min(1).max(30_000) }).strict(),
      response: { 200: apiReportSchema, ...errorResponses },
    },
    handler: async ({ params: { report: id }, body: { text } }) => {
      const report = await known(id);
      if (report.state !== 'waiting_text')
        throw new ApiProblem(400, 'This report is not waiting for its text');
      const next: CitizenReport = { ...report, text, state: 'reading' };
      await records.transaction(async (inner) => {
        await inner.reports.put(next);
        const entry = { at: clock.now(), actor: currentActor(), action: 'report.text', subject: id };
        await inner.audit.append({ ...entry, before: null, after: { text }, reason: null });
      });
      await queue.add([newJob(reportJob, { reportId: id })]);
      return toApiReport(next);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/reports/:report/screenshot',
    schema: {
      tags: ['reports'],
      summary: 'The picture that came with a report',
      params,
      response: { ...errorResponses },
    },
    handler: async ({ params: { report: id } }, reply) => {
      const { screenshot } = await known(id);
      const bytes = screenshot ? await collecting.store.get(screenshot.hash) : null;
      if (!screenshot || !bytes) throw new ApiProblem(404, `Report ${id} has no screenshot`);
      return reply
        .header('content-disposition', 'attachment')
        .type(screenshot.contentType)
        .serializer((body: unknown) => body as string)
        .send(Buffer.from(bytes) as never);
    },
  });
}
