import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  type PostOutcome,
  type PostsContext,
  parseCsvPosts,
  parseJsonl,
  parseSheetPosts,
} from '../../../pipelines/ingest/posts/parse-posts.ts';
import {
  checkColumns,
  MappingRefused,
  readMapping,
  rememberVendor,
  type VendorProfile,
  vendorProfile,
  vendorProfileSchema,
  vendorProfiles,
} from '../../../pipelines/ingest/posts/vendor-profile.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { batchSize, enrichJob } from '../../../shared/jobs/jobs.ts';
import type { CollectingDeps } from '../collecting-deps.ts';
import { ApiProblem } from '../problems.ts';
import { maxUploadBytes, readParts } from '../read-parts.ts';

const fieldsSchema = z
  .object({
    vendor: z.string().optional(),
    map: z.string().optional(),
    platform: z.string().optional(),
    utcOffsetMinutes: z.coerce.number().optional(),
  })
  .strict();

const importedSchema = z.object({
  rows: z.number().int(),
  queued: z.number().int().describe('items on their way; known ones are passed over later'),
  refused: z.number().int(),
  refusedBy: z.record(z.string(), z.number().int()),
  refusals: z
    .array(z.object({ line: z.number().int(), code: z.string(), detail: z.string() }))
    .describe('the first hundred'),
});

/** Refusals that are named one by one; all are counted. */
const shownRefusals = 100;

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Reads a file by its name's ending. @throws ApiProblem 400 in words */
async function outcomesOf(
  file: { name: string; bytes: Uint8Array },
  context: PostsContext,
  { collecting }: CollectingDeps,
): Promise<AsyncIterable<PostOutcome>> {
  const ending = /\.(\w+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  if (ending === 'jsonl' || ending === 'ndjson') return parseJsonl(oneChunk(file.bytes), context);
  if (ending === 'csv' || ending === 'tsv') return parseCsvPosts(oneChunk(file.bytes), context);
  if (ending !== 'xlsx')
    throw new ApiProblem(400, 'Unknown kind of file', 'Kirim .xlsx, .csv, .tsv, .jsonl atau .ndjson.');
  const sheet = await collecting.readWorkbook(file.bytes);
  if ('refused' in sheet) throw new ApiProblem(400, 'The workbook cannot be read', sheet.refused);
  return parseSheetPosts(sheet, context);
}

/** Files that others collected, with a vendor's columns remembered. */
export const importRoutes =
  (deps: CollectingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/imports/vendors',
      schema: {
        tags: ['imports'],
        summary: 'Vendors whose columns are remembered',
        response: { 200: z.object({ vendors: z.array(vendorProfileSchema) }), ...errorResponses },
      },
      handler: async () => ({ vendors: await vendorProfiles(deps.records) }),
    });

    app.route({
      method: 'POST',
      url: '/v1/imports/posts',
      schema: {
        tags: ['imports'],
        summary: 'Take in a file of posts',
        description:
          'multipart/form-data: a file (.xlsx, .csv, .tsv, .jsonl) of at most 60 MB; before it the fields vendor, map (text=Isi,created_at=Tanggal), platform and utcOffsetMinutes, all optional.',
        consumes: ['multipart/form-data'],
        response: { 200: importedSchema, ...errorResponses },
      },
      bodyLimit: maxUploadBytes + 1_000_000,
      handler: async (request) => {
        const { fields, file } = await readParts(request, maxUploadBytes);
        if (!file) throw new ApiProblem(400, 'There is no file in the form');
        try {
          const profile = await profileOf(fields, deps);
          const result = await takeIn(await outcomesOf(file, contextOf(profile, deps), deps), deps);
          if (profile && profile.vendor !== once) await rememberVendor(deps.records, profile);
          return result;
        } catch (error) {
          if (error instanceof MappingRefused)
            throw new ApiProblem(400, 'The columns do not fit', error.message);
          throw error;
        }
      },
    });
  };

/** Stands for no vendor: nothing is remembered under it. */
const once = 'sekali';

async function profileOf(
  fields: Record<string, string>,
  { records }: CollectingDeps,
): Promise<VendorProfile | null> {
  const given = fieldsSchema.safeParse(fields);
  if (!given.success) throw new MappingRefused(`Bidang formulir keliru: ${given.error.issues[0]?.message}`);
  const { vendor, map, platform, utcOffsetMinutes } = given.data;
  if (Object.keys(fields).length === 0) return null;
  const known = vendor === undefined ? null : await vendorProfile(records, vendor);
  const parsed = vendorProfileSchema.safeParse({
    ...known,
    vendor: vendor ?? once,
    ...(map === undefined ? {} : { columns: { ...known?.columns, ...readMapping(map) } }),
    ...(platform === undefined ? {} : { platform }),
    ...(utcOffsetMinutes === undefined ? {} : { utcOffsetMinutes }),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MappingRefused(`${issue?.path.join('.')}: ${issue?.message}`);
}

function contextOf(profile: VendorProfile | null, { clock, collecting }: CollectingDeps): PostsContext {
  const base = {
    sourceId: `import:${profile?.vendor ?? 'api'}`,
    now: clock.now(),
    pseudonymise: collecting.visits.pseudonymise,
  };
  if (!profile) return base;
  return {
    ...base,
    mapping: profile.columns,
    defaultPlatform: profile.platform ?? undefined,
    defaultOffset: profile.utcOffsetMinutes,
    columnsFound: (columns) => checkColumns(columns, profile.columns),
  };
}

/** Puts what can be read on the queue and counts the rest. */
async function takeIn(
  outcomes: AsyncIterable<PostOutcome>,
  { queue, records, clock }: CollectingDeps,
): Promise<z.infer<typeof importedSchema>> {
  const result: z.infer<typeof importedSchema> = {
    rows: 0,
    queued: 0,
    refused: 0,
    refusedBy: {},
    refusals: [],
  };
  let batch: Item[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await queue.add([newJob(enrichJob, { items: batch })]);
    result.queued += batch.length;
    batch = [];
  };
  for await (const outcome of outcomes) {
    result.rows += 1;
    if (outcome.item) batch.push(outcome.item);
    else {
      const { code, detail } = outcome.drop;
      result.refused += 1;
      result.refusedBy[code] = (result.refusedBy[code] ?? 0) + 1;
      if (result.refusals.length < shownRefusals) result.refusals.push({ line: outcome.line, code, detail });
      await records.sources.countDrops(clock.now(), [outcome.drop]);
    }
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return result;
}
