import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findDuplicates } from '../../../pipelines/disseminate/find-duplicates.ts';
import { allStakeholders } from '../../../pipelines/disseminate/import-stakeholders.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  agreementListSchema,
  agreementQuerySchema,
  apiStakeholderSchema,
  duplicateListSchema,
  stakeholderBodySchema,
  stakeholderChangeSchema,
  stakeholderDetailSchema,
  stakeholderListSchema,
  stakeholderQuerySchema,
  toApiPerson,
  toApiStakeholder,
} from '../../../shared/api/stakeholders.ts';
import type { Stakeholder } from '../../../shared/domain/stakeholder.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note, sameVersion, scopeWithin, withoutPeople } from '../book.ts';
import { currentActor } from '../people/current-reader.ts';
import { unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['stakeholders'];
const params = z.object({ stakeholder: z.string().max(64) });
const refusals = { ...errorResponses, 409: problemSchema };

/** Agreements keep their id where the body names it. */
const agreementsOf = (
  { ids }: Pick<ApiDeps, 'ids'>,
  agreements: z.infer<typeof stakeholderBodySchema>['agreements'],
): Stakeholder['agreements'] => agreements.map(({ id, ...rest }) => ({ ...rest, id: id ?? ids.next() }));

/** The book of organisations that units work with; people of them are shown one organisation at a time, on record. */
export const stakeholderRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const one = async (id: string, { dissemination } = records): Promise<Stakeholder> =>
      found(await dissemination.stakeholders.get(id, deps.scope), 'stakeholder', id);

    app.route({
      method: 'GET',
      url: '/v1/stakeholders',
      schema: {
        tags,
        summary: 'Organisations, with how many people may be written to; no names of people',
        querystring: stakeholderQuerySchema,
        response: { 200: stakeholderListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit, kind: kinds, limit, ...rest } }) => {
        const filter = dropUndefined({ ...rest, kinds, limit, scope: scopeWithin(deps, unit) });
        const list = await records.dissemination.stakeholders.list(filter);
        const nextCursor = list.length === limit ? list.at(-1)!.id : null;
        return { stakeholders: list.map(toApiStakeholder), nextCursor };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/stakeholders',
      schema: {
        tags,
        summary: 'Add an organisation',
        body: stakeholderBodySchema,
        response: { 201: apiStakeholderSchema, ...refusals },
      },
      handler: async ({ body }, reply) => {
        const stakeholder: Stakeholder = {
          ...body,
          unit: unitWithin(deps, body.unit).code,
          agreements: agreementsOf(deps, body.agreements),
          id: deps.ids.next(),
          version: 1,
          persons: [],
          createdBy: currentActor(),
          createdAt: clock.now(),
          updatedAt: clock.now(),
        };
        await records.transaction(async (inner) => {
          await inner.dissemination.stakeholders.put(stakeholder);
          const after = withoutPeople(stakeholder);
          await note({ records: inner, clock }, 'stakeholder.add', stakeholder.id, { after });
        });
        return reply.code(201).send(toApiStakeholder(stakeholder));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/stakeholders/:stakeholder',
      schema: {
        tags,
        summary: 'One organisation with its people; that they were looked at is on record',
        params,
        response: { 200: stakeholderDetailSchema, ...errorResponses },
      },
      handler: async ({ params: { stakeholder: id } }) => {
        const stakeholder = await one(id);
        if (stakeholder.persons.length > 0)
          await note(deps, 'personal_data.read', id, { after: { persons: stakeholder.persons.length } });
        return {
          stakeholder: toApiStakeholder(stakeholder),
          persons: stakeholder.persons.map(toApiPerson),
        };
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/stakeholders/:stakeholder',
      schema: {
        tags,
        summary: 'Change an organisation; its people stay',
        params,
        body: stakeholderChangeSchema,
        response: { 200: apiStakeholderSchema, ...refusals },
      },
      handler: async ({ params: { stakeholder: id }, body: { version, ...body } }) =>
        records.transaction(async (inner) => {
          const before = await one(id, inner);
          sameVersion(before, version);
          const after: Stakeholder = {
            ...before,
            ...body,
            unit: unitWithin(deps, body.unit).code,
            agreements: agreementsOf(deps, body.agreements),
            version: version + 1,
            updatedAt: clock.now(),
          };
          await inner.dissemination.stakeholders.put(after);
          await note({ records: inner, clock }, 'stakeholder.change', id, {
            before: withoutPeople(before),
            after: withoutPeople(after),
          });
          return toApiStakeholder(after);
        }),
    });

    app.route({
      method: 'DELETE',
      url: '/v1/stakeholders/:stakeholder',
      schema: {
        tags,
        summary: 'Erase an organisation and its people; who said stop is still not written to',
        params,
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { stakeholder: id } }, reply) => {
        await records.transaction(async (inner) => {
          const before = withoutPeople(await one(id, inner));
          await inner.dissemination.stakeholders.remove(id);
          await note({ records: inner, clock }, 'stakeholder.remove', id, { before });
        });
        return reply.code(204).send(null);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/stakeholder-duplicates',
      schema: {
        tags,
        summary: 'Organisations and people that look like one, the likeliest first; a person decides',
        response: { 200: duplicateListSchema, ...errorResponses },
      },
      handler: async () => {
        const duplicates = findDuplicates(await allStakeholders(records, deps.scope));
        if (duplicates.some(({ kind }) => kind === 'person'))
          await note(deps, 'personal_data.read', 'stakeholder-duplicates', {
            after: { pairs: duplicates.length },
          });
        return { duplicates };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/agreements',
      schema: {
        tags,
        summary: 'Agreements with organisations, the first to end first',
        querystring: agreementQuerySchema,
        response: { 200: agreementListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit, before } }) => {
        const all = await allStakeholders(records, scopeWithin(deps, unit));
        const agreements = all.flatMap((stakeholder) =>
          toApiStakeholder(stakeholder).agreements.map((agreement) => ({
            ...agreement,
            stakeholderId: stakeholder.id,
            stakeholder: stakeholder.name,
            unit: stakeholder.unit,
          })),
        );
        return {
          agreements: agreements
            .filter(({ expiresAt }) => before === undefined || Date.parse(expiresAt) < before)
            .toSorted((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1)),
        };
      },
    });
  };
