import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { phoneKey } from '../../../pipelines/disseminate/find-duplicates.ts';
import { optOutPerson, withPerson } from '../../../pipelines/disseminate/opt-out.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  personBodySchema,
  stakeholderDetailSchema,
  toApiPerson,
  toApiStakeholder,
  versionBodySchema,
} from '../../../shared/api/stakeholders.ts';
import {
  type Stakeholder,
  type StakeholderPerson,
  stakeholderPersonSchema,
} from '../../../shared/domain/stakeholder.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note, sameVersion } from '../book.ts';
import { newToken } from '../people/passwords.ts';
import { ApiProblem } from '../problems.ts';

const tags = ['stakeholders'];
const params = z.object({ stakeholder: z.string().max(64) });
const personParams = params.extend({ person: z.string().max(64) });
const refusals = { ...errorResponses, 409: problemSchema };
const detail = { 200: stakeholderDetailSchema, ...refusals };

const shown = (stakeholder: Stakeholder): z.infer<typeof stakeholderDetailSchema> => ({
  stakeholder: toApiStakeholder(stakeholder),
  persons: stakeholder.persons.map(toApiPerson),
});

/** The person as the body has it; what they said to a channel they keep stays. @throws ApiProblem 400 */
function personOf(
  { version: _version, ...body }: z.infer<typeof personBodySchema>,
  known: Pick<StakeholderPerson, 'id' | 'optOutKey' | 'optedOutAt' | 'contacts'>,
  now: number,
): StakeholderPerson {
  if (body.consent !== null && body.consent.at > now)
    throw new ApiProblem(400, 'consent.at: a consent cannot lie in the future');
  const contacts = body.contacts.map(({ channel, address: typed }) => {
    const address = channel === 'whatsapp' ? phoneKey(typed) : typed;
    const same = known.contacts.find((one) => one.channel === channel && one.address === address);
    return same ?? { channel, address };
  });
  const parsed = stakeholderPersonSchema.safeParse({ ...known, ...body, contacts });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiProblem(
    400,
    `${issue?.path.join('.')}: ${issue?.message}`,
    'See /docs for what a person has.',
  );
}

/** The people of an organisation, with their consent; what was changed is on record, who they are is not. */
export const stakeholderPersonRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    /** Reads, changes, writes and notes in one transaction. */
    const change = (
      id: string,
      version: number,
      action: string,
      work: (stakeholder: Stakeholder, inner: Records) => Stakeholder | Promise<Stakeholder>,
    ): Promise<Stakeholder> =>
      records.transaction(async (inner) => {
        const before = found(await inner.dissemination.stakeholders.get(id, deps.scope), 'stakeholder', id);
        sameVersion(before, version);
        const after = await work(before, inner);
        // An opt-out writes by itself: it also concerns others who have the address.
        if (after.version === version)
          await inner.dissemination.stakeholders.put({ ...after, version: version + 1 });
        await note({ records: inner, clock }, action, id, { after: { persons: after.persons.length } });
        return { ...after, version: version + 1 };
      });
    const person = ({ persons }: Stakeholder, id: string): StakeholderPerson =>
      found(persons.find((one) => one.id === id) ?? null, 'person', id);

    app.route({
      method: 'POST',
      url: '/v1/stakeholders/:stakeholder/persons',
      schema: { tags, summary: 'Add a person', params, body: personBodySchema, response: detail },
      handler: async ({ params: { stakeholder: id }, body }) =>
        shown(
          await change(id, body.version, 'stakeholder.person_add', (before) => {
            if (before.persons.length >= 50)
              throw new ApiProblem(409, 'An organisation has at most 50 people');
            const fresh = { id: deps.ids.next(), optOutKey: newToken(), optedOutAt: null, contacts: [] };
            const persons = [...before.persons, personOf(body, fresh, clock.now())];
            return { ...before, persons, updatedAt: clock.now() };
          }),
        ),
    });

    app.route({
      method: 'PUT',
      url: '/v1/stakeholders/:stakeholder/persons/:person',
      schema: {
        tags,
        summary: 'Change a person; a consent later than their opt-out opens them again',
        params: personParams,
        body: personBodySchema,
        response: detail,
      },
      handler: async ({ params: { stakeholder: id, person: personId }, body }) =>
        shown(
          await change(id, body.version, 'stakeholder.person_change', (before) => {
            const known = person(before, personId);
            const next = withPerson(before, personId, () => personOf(body, known, clock.now()), clock.now());
            return { ...next, version: before.version };
          }),
        ),
    });

    app.route({
      method: 'DELETE',
      url: '/v1/stakeholders/:stakeholder/persons/:person',
      schema: {
        tags,
        summary: 'Erase a person; an opt-out of theirs stays as a hash of the address',
        params: personParams,
        querystring: z.object({ version: z.coerce.number().int().positive() }),
        response: detail,
      },
      handler: async ({ params: { stakeholder: id, person: personId }, query: { version } }) =>
        shown(
          await change(id, version, 'stakeholder.person_remove', (before) => {
            person(before, personId);
            const persons = before.persons.filter((one) => one.id !== personId);
            return { ...before, persons, updatedAt: clock.now() };
          }),
        ),
    });

    app.route({
      method: 'POST',
      url: '/v1/stakeholders/:stakeholder/persons/:person/opt-out',
      schema: {
        tags,
        summary: 'The person wants no messages any more, by any way',
        params: personParams,
        body: versionBodySchema,
        response: detail,
      },
      handler: async ({ params: { stakeholder: id, person: personId }, body: { version } }) =>
        shown(
          await change(id, version, 'stakeholder.person_opt_out', (before, inner) => {
            person(before, personId);
            return optOutPerson(inner, before, personId, clock.now());
          }),
        ),
    });
  };
