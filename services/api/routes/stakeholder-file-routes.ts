import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allStakeholders, importStakeholders } from '../../../pipelines/disseminate/import-stakeholders.ts';
import {
  readStakeholderCsv,
  UnreadableBook,
  writeStakeholderCsv,
} from '../../../pipelines/disseminate/stakeholder-csv.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { bookImportedSchema } from '../../../shared/api/stakeholders.ts';
import type { ApiDeps } from '../api-deps.ts';
import { note, scopeWithin } from '../book.ts';
import { currentActor } from '../people/current-reader.ts';
import { newToken } from '../people/passwords.ts';
import { ApiProblem } from '../problems.ts';
import { fileHeaders } from '../reporting.ts';

const tags = ['stakeholders'];
/** 5,000 rows of 400 characters. */
const mostBytes = 2_000_000;
const query = z.object({ unit: z.string().max(5).optional().describe('of rows that name none') });

function rowsOf(text: string) {
  try {
    return readStakeholderCsv(text);
  } catch (error) {
    if (error instanceof UnreadableBook) throw new ApiProblem(400, 'The file cannot be read', error.message);
    throw error;
  }
}

/** Bytes as text; a file of another encoding is refused rather than kept garbled. */
function textOf(body: unknown): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer);
  } catch {
    throw new ApiProblem(400, 'The file cannot be read', 'Simpan sebagai "CSV UTF-8" lalu kirim lagi.');
  }
}

/** The book of stakeholders in and out as CSV. */
export const stakeholderFileRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    app.addContentTypeParser(
      'text/csv',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    );

    app.route({
      method: 'POST',
      url: '/v1/stakeholders/import',
      bodyLimit: mostBytes,
      schema: {
        tags,
        summary: 'Take in a CSV file; rows that do not fit are named with their line and reason',
        description:
          'Content-Type text/csv, UTF-8, at most 2 MB and 5,000 rows; the first line names the columns as the export does. The same file twice changes nothing.',
        consumes: ['text/csv'],
        querystring: query,
        response: { 200: bookImportedSchema, ...errorResponses, 413: problemSchema, 415: problemSchema },
      },
      handler: async ({ body, query: { unit } }) => {
        if (!Buffer.isBuffer(body)) throw new ApiProblem(415, 'This route takes text/csv');
        const rows = rowsOf(textOf(body));
        return records.transaction(async (inner) => {
          const result = await importStakeholders(inner, rows, {
            scope: deps.scope,
            unit: scopeWithin(deps, unit).unit,
            by: currentActor(),
            now: clock.now(),
            nextId: () => deps.ids.next(),
            newKey: newToken,
          });
          const { organisations, persons } = result;
          const after = { organisations, persons, refused: result.refused.length };
          await note({ records: inner, clock }, 'stakeholder.import', 'stakeholders', { after });
          return result;
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/stakeholders/export',
      schema: {
        tags,
        summary: 'The book as CSV with every address; that it was taken is on record',
        querystring: query,
        response: errorResponses,
      },
      handler: async ({ query: { unit } }, reply) => {
        const scope = scopeWithin(deps, unit);
        const all = await allStakeholders(records, scope);
        const persons = all.reduce((sum, one) => sum + one.persons.length, 0);
        await note(deps, 'personal_data.export', 'stakeholders', { after: { unit: scope.unit, persons } });
        return reply
          .headers(fileHeaders(`pemangku-kepentingan_${scope.unit}.csv`))
          .serializer(String)
          .send(writeStakeholderCsv(all) as never);
      },
    });
  };
