import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { activityStandardSchema, standardBodySchema } from '../../../shared/api/activities.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { type Activity, outputRules } from '../../../shared/domain/activity.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note } from '../book.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const tags = ['activities'];
const params = z.object({ activity: z.string().max(64) });

function standardOf(activity: Activity): z.infer<typeof activityStandardSchema> {
  const rules = (outputRules[activity.kind] ?? []).map(({ key, rule }) => {
    const proof = activity.proofs?.[key];
    return {
      key,
      rule,
      met: activity.checklist[key] ?? null,
      links: proof?.links ?? [],
      note: proof?.note ?? '',
      by: proof?.by ?? null,
      at: proof ? toRfc3339(proof.at) : null,
    };
  });
  return {
    activity: activity.id,
    rules,
    looked: rules.filter(({ met }) => met !== null).length,
    met: rules.filter(({ met }) => met === true).length,
  };
}

/** The activity with one rule looked at; null takes it back. */
function withRule(
  activity: Activity,
  key: string,
  { met, links, note: words }: z.infer<typeof standardBodySchema>,
  { by, at }: { by: string; at: number },
): Activity {
  const { [key]: _known, ...checklist } = activity.checklist;
  const { [key]: _proof, ...proofs } = activity.proofs ?? {};
  if (met === null) return { ...activity, checklist, proofs };
  return {
    ...activity,
    checklist: { ...checklist, [key]: met },
    proofs: { ...proofs, [key]: { links, note: words, by, at } },
  };
}

/** The output standards of one activity, rule by rule, with links that prove it. */
export const activityStandardRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    app.route({
      method: 'GET',
      url: '/v1/activities/:activity/standard',
      schema: {
        tags,
        summary: 'The rules for this kind of activity, and what was found',
        params,
        response: { 200: activityStandardSchema, ...errorResponses },
      },
      handler: async ({ params: { activity: id } }) =>
        standardOf(found(await records.activities.get(id, deps.scope), 'activity', id)),
    });

    app.route({
      method: 'PUT',
      url: '/v1/activities/:activity/standard/:rule',
      schema: {
        tags,
        summary: 'Say whether a rule was kept; that it was needs a link, that it was not a note',
        params: params.extend({ rule: z.string().max(40) }),
        body: standardBodySchema,
        response: { 200: activityStandardSchema, ...errorResponses, 422: problemSchema },
      },
      handler: async ({ params: { activity: id, rule }, body }) =>
        records.transaction(async (inner) => {
          const before = found(await inner.activities.get(id, deps.scope), 'activity', id);
          if (!(outputRules[before.kind] ?? []).some(({ key }) => key === rule))
            throw new ApiProblem(404, `${before.kind} has no rule "${rule}"`);
          if (body.met === true && body.links.length === 0)
            throw new ApiProblem(
              422,
              'A rule that was kept needs a link that shows it',
              'Sertakan tautan bukti.',
            );
          if (body.met === false && body.note === '')
            throw new ApiProblem(
              422,
              'A rule that was not kept needs a note',
              'Tuliskan yang perlu diperbaiki.',
            );
          const after = withRule(before, rule, body, { by: currentActor(), at: clock.now() });
          await inner.activities.put(after);
          await note({ records: inner, clock }, 'activity.standard', id, {
            before: { rule, met: before.checklist[rule] ?? null },
            after: { rule, met: body.met, links: body.links },
          });
          return standardOf(after);
        }),
    });
  };
