import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NotAllowed, NotReady } from '../../../pipelines/report/tiered/decide-report.ts';
import { evaluateProgramme } from '../../../pipelines/report/tiered/evaluate-programme.ts';
import { gatherEvaluation } from '../../../pipelines/report/tiered/gather-evaluation.ts';
import { readTieredSettings } from '../../../pipelines/report/tiered/remind-of-reports.ts';
import { tieredSettingsName, tieredSettingsSchema } from '../../../pipelines/report/tiered/settings.ts';
import {
  beginReport,
  boardOf,
  changeReport,
  documentOf,
  findingsOf,
  giveBack,
  handOn,
  renewFigures,
  rollUpOf,
  tieredDocumentName,
} from '../../../pipelines/report/tiered/tiered-desk.ts';
import {
  narrativeParts,
  tieredFileName,
  writeTieredMarkdown,
} from '../../../pipelines/report/tiered/write-report.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiTieredSchema,
  beginReportSchema,
  boardSchema,
  changeReportSchema,
  findingListSchema,
  passReportSchema,
  reportListQuerySchema,
  returnReportSchema,
  rollUpSchema,
  tieredListSchema,
  toApiTiered,
  unitPeriodSchema,
} from '../../../shared/api/tiered-reports.ts';
import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { outputRules } from '../../../shared/domain/activity.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { reportSectionSchema } from '../../../shared/domain/opinion-map.ts';
import { mapFormatSchema } from '../../../shared/domain/report-run.ts';
import type { TieredReport } from '../../../shared/domain/tiered-report.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import { actorOf, fileHeaders, filesOf, unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['tiered reports'];
const params = z.object({ report: z.string().max(64) });
const responses = {
  200: apiTieredSchema,
  ...errorResponses,
  403: problemSchema,
  409: problemSchema,
  412: problemSchema,
  428: problemSchema,
};
const headers = z.object({ 'if-match': z.string().optional() }).loose();

/** The rules' own words as answers of the API. */
async function decided<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotAllowed) throw new ApiProblem(403, error.message);
    if (error instanceof NotReady)
      throw new ApiProblem(409, error.message, 'GET …/findings shows what was found.');
    throw error;
  }
}

async function reportOf({ records, scope }: ApiDeps, id: string): Promise<TieredReport> {
  const report = await records.tiered.get(id, scope);
  if (!report) throw new ApiProblem(404, `There is no report ${id}`, 'GET /v1/tiered-reports lists them.');
  return report;
}

const etagOf = ({ id, version }: TieredReport): string => `"${id}-${version}"`;

function checkMatch(report: TieredReport, given: string | undefined): void {
  if (given === undefined)
    throw new ApiProblem(428, 'Say which version you read', 'Send the ETag of the report as If-Match.');
  if (given !== etagOf(report))
    throw new ApiProblem(412, 'The report was changed in the meantime', 'Read it again, then decide again.');
}

const moment = (at: number | null): string | null => (at === null ? null : toRfc3339(at));

/** One report: begun with the system's numbers, written, checked, passed on or given back. */
export const tieredRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/tiered-reports',
      schema: {
        tags,
        summary: "Begin a unit's quarterly or yearly report, prefilled from its own data",
        body: beginReportSchema,
        response: { ...responses, 201: apiTieredSchema },
      },
      handler: async ({ body }, reply) => {
        const unit = unitWithin(deps, body.unit).code;
        const report = await decided(() =>
          beginReport(deps, { unit, period: body.period, actor: actorOf() }),
        );
        return reply.code(201).header('etag', etagOf(report)).send(toApiTiered(report));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-reports',
      schema: {
        tags,
        summary: 'Reports by period and unit',
        querystring: reportListQuerySchema,
        response: { 200: tieredListSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { period: periods, state: states, unit } = query;
        const reports = await deps.records.tiered.list(
          dropUndefined({ scope: deps.scope, periods, states, unit }),
        );
        return { reports: reports.map(toApiTiered) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-reports/:report',
      schema: { tags, summary: 'One report', params, response: responses },
      handler: async (request, reply) => {
        const report = await reportOf(deps, request.params.report);
        return reply.header('etag', etagOf(report)).send(toApiTiered(report));
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/tiered-reports/:report',
      schema: {
        tags,
        summary: 'Write the narrative, correct figures; while it is a draft',
        params,
        headers,
        body: changeReportSchema,
        response: responses,
      },
      handler: async (request, reply) => {
        const report = await reportOf(deps, request.params.report);
        checkMatch(report, request.headers['if-match']);
        const after = await decided(() => changeReport(deps, { actor: actorOf(), report }, request.body));
        return reply.header('etag', etagOf(after)).send(toApiTiered(after));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/tiered-reports/:report/refresh',
      schema: { tags, summary: "Take the system's numbers anew", params, response: responses },
      handler: async (request) => {
        const report = await reportOf(deps, request.params.report);
        return toApiTiered(await decided(() => renewFigures(deps, { actor: actorOf(), report })));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-reports/:report/findings',
      schema: {
        tags,
        summary: 'What its author should look at, with the passages side by side',
        params,
        response: { 200: findingListSchema, ...errorResponses },
      },
      handler: async (request) => ({
        findings: await findingsOf(deps, await reportOf(deps, request.params.report)),
      }),
    });

    app.route({
      method: 'POST',
      url: '/v1/tiered-reports/:report/pass',
      schema: {
        tags,
        summary: 'Pass it on: to the chair, the province, KPU RI',
        params,
        body: passReportSchema,
        response: responses,
      },
      handler: async (request) => {
        const report = await reportOf(deps, request.params.report);
        return toApiTiered(
          await decided(() => handOn(deps, { actor: actorOf(), report }, request.body.reason)),
        );
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/tiered-reports/:report/return',
      schema: {
        tags,
        summary: 'Give it back to its author, with a reason',
        params,
        body: returnReportSchema,
        response: responses,
      },
      handler: async (request) => {
        const report = await reportOf(deps, request.params.report);
        return toApiTiered(
          await decided(() => giveBack(deps, { actor: actorOf(), report }, request.body.reason)),
        );
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-reports/:report/files/:format',
      schema: {
        tags,
        summary: 'The report as a file; md is the form that `report check` reads',
        params: params.extend({ format: z.union([mapFormatSchema, z.literal('md')]) }),
        response: { 200: z.any(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { format } = request.params;
        const report = await reportOf(deps, request.params.report);
        if (format === 'md')
          return reply
            .headers(fileHeaders(tieredFileName(report)))
            .send(writeTieredMarkdown(report, unitOfCode(report.unit)));
        const renderer = (await filesOf(deps).renderers()).find((one) => one.format === format)!;
        const bytes = await renderer.render(await documentOf(deps, report));
        const name = tieredDocumentName(report, renderer.extension);
        return reply.headers(fileHeaders(name)).send(Buffer.from(bytes));
      },
    });
  };

/** All reports of a period: who is late, the sums from below, the evaluation, the settings. */
export const programmeRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/compliance',
      schema: {
        tags,
        summary: 'Who has handed in, who is late and who is missing, by unit and province',
        querystring: unitPeriodSchema,
        response: { 200: boardSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { rows, groups } = await boardOf(deps, unitWithin(deps, query.unit).code, query.period);
        return {
          groups,
          rows: rows.map((row) => ({ ...row, dueAt: moment(row.dueAt), handedInAt: moment(row.handedInAt) })),
        };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/roll-up',
      schema: {
        tags,
        summary: 'The numbers of the units below, with coverage',
        querystring: unitPeriodSchema,
        response: { 200: rollUpSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const rolled = await rollUpOf(deps, unitWithin(deps, query.unit).code, query.period);
        if (!rolled) throw new ApiProblem(404, `${query.unit} has no units below it`);
        return rolled;
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/evaluation',
      schema: {
        tags,
        summary: 'The programme by RESIST 2 and AMEC, and response times by tier',
        querystring: unitPeriodSchema,
        response: { 200: reportSectionSchema, ...errorResponses },
      },
      handler: async ({ query }) =>
        evaluateProgramme(await gatherEvaluation(deps, unitWithin(deps, query.unit), query.period)),
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-guides',
      schema: {
        tags,
        summary: 'What belongs in each part, and the output standards by kind of activity',
        response: {
          200: z.object({
            parts: z.array(z.object({ id: z.string(), title: z.string(), guide: z.string() })),
            outputRules: z.record(z.string(), z.array(z.object({ key: z.string(), rule: z.string() }))),
          }),
          ...errorResponses,
        },
      },
      handler: async () => ({
        parts: narrativeParts.map(([id, title, guide]) => ({ id, title, guide })),
        outputRules: Object.fromEntries(
          Object.entries(outputRules).map(([kind, rules]) => [kind, [...rules]]),
        ),
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/tiered-settings',
      schema: {
        tags,
        summary: 'Deadlines and reminders',
        response: { 200: tieredSettingsSchema, ...errorResponses },
      },
      handler: async () => readTieredSettings(deps.records),
    });

    app.route({
      method: 'PUT',
      url: '/v1/tiered-settings',
      schema: {
        tags,
        summary: 'Change deadlines and reminders',
        body: tieredSettingsSchema,
        response: { 200: tieredSettingsSchema, ...errorResponses },
      },
      handler: async ({ body }) => {
        const at = deps.clock.now();
        await deps.records.transaction(async (inner) => {
          const before = await readTieredSettings(inner);
          await inner.state.put(tieredSettingsName, body);
          const entry = {
            at,
            actor: actorOf().name,
            action: 'report.settings',
            subject: tieredSettingsName,
          };
          await inner.audit.append({ ...entry, before, after: body, reason: null });
        });
        return body;
      },
    });
  };
