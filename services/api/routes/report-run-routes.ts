import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exportColumns } from '../../../pipelines/report/export/export-pages.ts';
import { BadSpan } from '../../../pipelines/report/report-span.ts';
import { makeOpinionMap, storedFile, storedRows } from '../../../pipelines/report/run/run-report.ts';
import {
  readSchedule,
  reportScheduleName,
  reportScheduleSchema,
} from '../../../pipelines/report/run/take-turn.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiRunSchema,
  type ExportCall,
  exportRequestSchema,
  mapQuerySchema,
  mapRunSchema,
  runListSchema,
  runQuerySchema,
  toApiRun,
} from '../../../shared/api/report-runs.ts';
import type { ReportRun, RunRequest } from '../../../shared/domain/report-run.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { reportRunJob } from '../../../shared/jobs/jobs.ts';
import type { RowWriter } from '../../../shared/ports/row-writer.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentReader } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { actorOf, fileHeaders, filesOf, unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

/** The audit trail is for those who may read it. */
function checkRight(request: RunRequest): void {
  if (request.kind === 'export' && request.what === 'audit' && !currentReader().permissions.has('audit'))
    throw new ApiProblem(403, 'Your role does not allow this', 'It needs "audit" in this unit.');
}

async function begin(deps: ApiDeps, request: RunRequest): Promise<ReportRun> {
  checkRight(request);
  const actor = actorOf();
  const at = deps.clock.now();
  const run: ReportRun = {
    id: deps.ids.next(),
    unit: request.unit,
    request,
    state: 'queued',
    by: actor.name,
    requestedAt: at,
    finishedAt: null,
    rows: 0,
    cursor: null,
    files: [],
    error: null,
  };
  await deps.records.transaction(async (inner) => {
    await inner.runs.put(run);
    const action = request.kind === 'export' ? 'export.request' : 'report.request';
    await inner.audit.append({
      at,
      actor: actor.name,
      action,
      subject: run.id,
      before: null,
      after: request,
      reason: null,
    });
  });
  await deps.queue.add([newJob(reportRunJob, { runId: run.id })]);
  return run;
}

const onlyFor: Partial<Record<keyof ExportCall, ExportCall['what']>> = {
  tones: 'items',
  platforms: 'items',
  areas: 'items',
  outlets: 'items',
  stances: 'items',
  issueIds: 'items',
  storyIds: 'items',
  uniqueOnly: 'items',
  levels: 'issues',
};

/** Filters that the rows asked for do not have are refused, not passed over: an export is never larger than was asked. */
function exportRequest({ what, unit, ...rest }: ExportCall): RunRequest {
  const filter = dropUndefined(rest);
  for (const name of Object.keys(filter) as (keyof typeof filter)[]) {
    const kind = onlyFor[name];
    const isListed = what === 'items' || what === 'issues';
    if (!isListed || (kind !== undefined && kind !== what))
      throw new ApiProblem(400, `${what} have no filter "${name}"`, 'See /docs for what each kind takes.');
  }
  return { kind: 'export', unit, what, filter: filter as Extract<RunRequest, { kind: 'export' }>['filter'] };
}

async function runOf({ records, scope }: ApiDeps, id: string): Promise<ReportRun> {
  const run = await records.runs.get(id, scope);
  if (!run) throw new ApiProblem(404, `There is no run ${id}`, 'GET /v1/report-runs lists them.');
  return run;
}

async function bytesOf(deps: ApiDeps, run: ReportRun, file: string): Promise<AsyncIterable<Uint8Array>> {
  if (run.state !== 'done')
    throw new ApiProblem(409, `The run is ${run.state}`, 'Ask again when it is done.');
  const { request } = run;
  checkRight(request);
  if (request.kind === 'opinion_map') {
    if (!run.files.some(({ name }) => name === file))
      throw new ApiProblem(404, `The run has no file ${file}`);
    return storedFile(deps.records, run.id, file);
  }
  const format = /^rows\.(csv|jsonl|xlsx)$/.exec(file)?.[1] as RowWriter['format'] | undefined;
  if (!format) throw new ApiProblem(404, `The run has no file ${file}`, 'rows.csv, rows.jsonl or rows.xlsx');
  const rows = storedRows(deps.records, run.id);
  return (await filesOf(deps).writeRows(format, exportColumns[request.what], rows)).bytes;
}

const tags = ['reports'];
const runParams = z.object({ run: z.string().max(64) });

/** Opinion maps at once or in the background, exports as jobs, and the schedule. */
export const reportRunRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/opinion-map',
      schema: {
        tags,
        summary: 'The opinion map of a unit and a span, or the dossier of an issue, as numbers',
        querystring: mapQuerySchema,
        response: { 200: z.record(z.string(), z.unknown()), ...errorResponses },
      },
      handler: async ({ query }) => {
        const { unit, span } = { ...query, unit: unitWithin(deps, query.unit).code };
        try {
          const map = await makeOpinionMap({ ...deps, files: filesOf(deps) }, { unit, span });
          const json = (await filesOf(deps).renderers()).find(({ format }) => format === 'json')!;
          return JSON.parse(new TextDecoder().decode(await json.render(map)));
        } catch (error) {
          throw error instanceof BadSpan ? new ApiProblem(400, error.message) : error;
        }
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/report-runs',
      schema: {
        tags,
        summary: 'Make the files of an opinion map or a dossier in the background',
        body: mapRunSchema,
        response: { 202: apiRunSchema, ...errorResponses },
      },
      handler: async ({ body }, reply) => {
        const unit = unitWithin(deps, body.unit).code;
        return reply.code(202).send(toApiRun(await begin(deps, { kind: 'opinion_map', ...body, unit })));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/exports',
      schema: {
        tags,
        summary: 'Export items, issues, claims or the audit trail in the background, to CSV, JSONL and XLSX',
        body: exportRequestSchema,
        response: { 202: apiRunSchema, ...errorResponses },
      },
      handler: async ({ body }, reply) => {
        const unit = unitWithin(deps, body.unit).code;
        return reply.code(202).send(toApiRun(await begin(deps, exportRequest({ ...body, unit }))));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/report-runs',
      schema: {
        tags,
        summary: 'Reports and exports that were asked for, newest first',
        querystring: runQuerySchema,
        response: { 200: runListSchema, ...errorResponses },
      },
      handler: async ({ query: { cursor, limit } }) => {
        const filter = dropUndefined({ after: placeOf(cursor) });
        const runs = await deps.records.runs.list({ ...filter, scope: deps.scope, limit });
        return { runs: runs.map(toApiRun), nextCursor: cursorAfter(runs, limit, (run) => run.requestedAt) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/report-runs/:run',
      schema: {
        tags,
        summary: 'How far a report or export is, and its files',
        params: runParams,
        response: { 200: apiRunSchema, ...errorResponses },
      },
      handler: async ({ params }) => toApiRun(await runOf(deps, params.run)),
    });

    app.route({
      method: 'GET',
      url: '/v1/report-runs/:run/files/:file',
      schema: {
        tags,
        summary: 'One file of a run',
        params: runParams.extend({ file: z.string().max(120) }),
        response: { 200: z.any(), ...errorResponses, 409: problemSchema },
      },
      handler: async ({ params }, reply) => {
        const bytes = await bytesOf(deps, await runOf(deps, params.run), params.file);
        return reply.headers(fileHeaders(params.file)).send(Readable.from(bytes));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/report-schedule',
      schema: {
        tags,
        summary: 'Maps that are made by themselves',
        response: { 200: reportScheduleSchema, ...errorResponses },
      },
      handler: async () => readSchedule(deps.records),
    });

    app.route({
      method: 'PUT',
      url: '/v1/report-schedule',
      schema: {
        tags,
        summary: 'Change which maps are made by themselves',
        body: reportScheduleSchema,
        response: { 200: reportScheduleSchema, ...errorResponses },
      },
      handler: async ({ body }) => {
        for (const { unit } of body.maps) unitWithin(deps, unit);
        const at = deps.clock.now();
        await deps.records.transaction(async (inner) => {
          const before = await readSchedule(inner);
          await inner.state.put(reportScheduleName, body);
          const entry = {
            at,
            actor: actorOf().name,
            action: 'report.schedule',
            subject: reportScheduleName,
          };
          await inner.audit.append({ ...entry, before, after: body, reason: null });
        });
        return body;
      },
    });
  };
