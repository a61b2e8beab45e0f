import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  putOwnElections,
  putWatchSettings,
  readCalendar,
  readOwnElections,
  readWatchSettings,
} from '../../../pipelines/flow/watch-config.ts';
import { bundledCalendar, electionCalendarSchema } from '../../../pipelines/watch/calendar.ts';
import { defaultWatchSettings, watchSettingsSchema } from '../../../pipelines/watch/settings.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { isUnitCode } from '../../../shared/areas/units.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const electionSchema = electionCalendarSchema.shape.elections.element;
const calendarSchema = z.object({
  windowDaysBefore: z.number().int(),
  elections: z.array(electionSchema.extend({ own: z.boolean() })),
});
const params = z.object({ election: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });

/** @throws ApiProblem 400 where days or units cannot be */
function check(election: z.infer<typeof electionSchema>): void {
  const { votingDay, plenaryDay, stages, units } = election;
  const days = [votingDay, plenaryDay, ...stages.flatMap(({ from, to }) => [from, to])];
  const noDay = days.find((day) => day !== null && Number.isNaN(Date.parse(day)));
  if (noDay) throw new ApiProblem(400, `${noDay} is no day of the calendar`);
  const backwards = stages.find(({ from, to }) => from > to);
  if (backwards) throw new ApiProblem(400, `${backwards.name} ends before it begins`);
  if (votingDay && plenaryDay && plenaryDay < votingDay)
    throw new ApiProblem(400, 'The plenary cannot lie before voting day');
  const noUnit = units.find((unit) => !isUnitCode(unit));
  if (noUnit) throw new ApiProblem(400, `There is no unit ${noUnit}`);
}

/** Elections, stages and debates, and every weight and threshold of the watch. */
export const watchRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const base = deps.calendar ?? bundledCalendar;
    const show = async (): Promise<z.infer<typeof calendarSchema>> => {
      const own = new Set((await readOwnElections(records)).map(({ id }) => id));
      const { windowDaysBefore, elections } = await readCalendar(records, base);
      return { windowDaysBefore, elections: elections.map((one) => ({ ...one, own: own.has(one.id) })) };
    };

    app.route({
      method: 'GET',
      url: '/v1/calendar',
      schema: {
        tags: ['watch'],
        summary:
          'Elections with their days, stages and debates; `checked` says which were compared with their rule',
        response: { 200: calendarSchema, ...errorResponses },
      },
      handler: show,
    });

    const keep = async (
      election: string,
      action: string,
      change: (own: z.infer<typeof electionSchema>[]) => z.infer<typeof electionSchema>[],
    ) => {
      await records.transaction(async (inner) => {
        const before = await readOwnElections(inner);
        const after = change(before);
        await putOwnElections(inner, after);
        const one = (all: typeof before) => all.find(({ id }) => id === election) ?? null;
        await inner.audit.append({
          at: clock.now(),
          actor: currentActor(),
          action,
          subject: `election ${election}`,
          before: one(before),
          after: one(after),
          reason: null,
        });
      });
      return show();
    };

    app.route({
      method: 'PUT',
      url: '/v1/calendar/:election',
      schema: {
        tags: ['watch'],
        summary: 'Add an election, or put a corrected one in the place of a bundled one',
        params,
        body: electionSchema.omit({ id: true }),
        response: { 200: calendarSchema, ...errorResponses },
      },
      handler: async ({ params: { election }, body }) => {
        const wanted = { ...body, id: election };
        check(wanted);
        return keep(election, 'calendar.put', (own) => [...own.filter(({ id }) => id !== election), wanted]);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/calendar/:election',
      schema: {
        tags: ['watch'],
        summary: 'Take an own election away; a bundled one comes back',
        params,
        response: { 200: calendarSchema, ...errorResponses },
      },
      handler: async ({ params: { election } }) =>
        keep(election, 'calendar.remove', (own) => own.filter(({ id }) => id !== election)),
    });

    app.route({
      method: 'GET',
      url: '/v1/watch-settings',
      schema: {
        tags: ['watch'],
        summary: 'Weights and thresholds in force: risk, priority, detection, waking',
        response: { 200: watchSettingsSchema, ...errorResponses },
      },
      handler: async () => readWatchSettings(records, defaultWatchSettings),
    });

    app.route({
      method: 'PUT',
      url: '/v1/watch-settings',
      schema: {
        tags: ['watch'],
        summary: 'Set weights and thresholds; what is left out has its default',
        body: watchSettingsSchema,
        response: { 200: watchSettingsSchema, ...errorResponses },
      },
      handler: async ({ body }) =>
        records.transaction(async (inner) => {
          const before = await readWatchSettings(inner, defaultWatchSettings);
          await putWatchSettings(inner, body);
          const change = {
            at: clock.now(),
            actor: currentActor(),
            action: 'watch_settings.put',
            subject: 'watch',
          };
          await inner.audit.append({ ...change, before, after: body, reason: null });
          return body;
        }),
    });
  };
