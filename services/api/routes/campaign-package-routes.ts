import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { groupText } from '../../../pipelines/disseminate/compose-campaign.ts';
import { coverageOf, isMeant } from '../../../pipelines/disseminate/coverage.ts';
import { campaignHolds } from '../../../pipelines/disseminate/start-campaign.ts';
import { localMoment } from '../../../pipelines/watch/local-time.ts';
import {
  apiTickSchema,
  campaignPackageListSchema,
  tickBodySchema,
  toApiTick,
} from '../../../shared/api/campaigns.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { zoneOf } from '../../../shared/areas/units.ts';
import type { BroadcastGroup, Campaign } from '../../../shared/domain/campaign.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { disseminationTurnJob } from '../../../shared/jobs/jobs.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note, scopeWithin } from '../book.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const tags = ['campaigns'];
const params = z.object({ campaign: z.string().max(64) });
const refusals = { ...errorResponses, 409: problemSchema };

/** What units pass on by hand, since nobody but a person can post into a group; and the ticks that say they did. */
export const campaignPackageRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    /** A group of the reader's units, and the campaign that asks the group's unit. @throws ApiProblem 404 */
    const asked = async (
      inner: Records,
      campaignId: string,
      groupId: string,
    ): Promise<{ campaign: Campaign; group: BroadcastGroup }> => {
      const group = found(await inner.dissemination.groups.get(groupId, deps.scope), 'group', groupId);
      const running = await inner.dissemination.campaigns.addressedTo(group.unit);
      const campaign = running.find(({ id }) => id === campaignId) ?? null;
      if (campaign === null || !isMeant(campaign, group))
        throw new ApiProblem(404, `There is no campaign ${campaignId} for this group`);
      return { campaign, group };
    };

    app.route({
      method: 'GET',
      url: '/v1/campaign-packages',
      schema: {
        tags,
        summary: 'Answers that this unit is asked to pass on: text, card, link, and which groups have it',
        querystring: z.object({ unit: z.string().max(5).optional() }),
        response: { 200: campaignPackageListSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { unit } = scopeWithin(deps, query.unit);
        const groups = (await records.dissemination.groups.list({ scope: { unit } })).filter(
          (group) => group.unit === unit,
        );
        const campaigns = await records.dissemination.campaigns.addressedTo(unit);
        return { packages: await Promise.all(campaigns.map((one) => packageOf(deps, one, groups, unit))) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/campaign-packages/:campaign/sent',
      schema: {
        tags,
        summary: 'Tick off a group: I put it there, then; a second tick of a group keeps the first',
        params,
        body: tickBodySchema,
        response: { 200: apiTickSchema, ...refusals },
      },
      handler: async ({ params: { campaign: id }, body: { group: groupId, sentAt: given, proof } }) =>
        records.transaction(async (inner) => {
          const { campaign, group } = await asked(inner, id, groupId);
          const recordedAt = clock.now();
          const sentAt = given ?? recordedAt;
          if (sentAt < campaign.startedAt || sentAt > recordedAt)
            throw new ApiProblem(400, 'sentAt lies before the campaign or in the future');
          if (!(await campaignHolds(inner, id, sentAt)))
            throw new ApiProblem(
              409,
              'The answer was withdrawn or is due for review',
              'Jangan disebarkan lagi.',
            );
          const tick = {
            campaignId: id,
            groupId,
            unit: group.unit,
            by: currentActor(),
            sentAt,
            recordedAt,
            proof,
          };
          const kept = await inner.dissemination.campaigns.tick(tick);
          if (kept.recordedAt === recordedAt && kept.by === tick.by)
            await note({ records: inner, clock }, 'campaign.tick', id, { after: kept });
          return toApiTick(kept);
        }),
    });

    app.route({
      method: 'DELETE',
      url: '/v1/campaign-packages/:campaign/sent/:group',
      schema: {
        tags,
        summary: 'Take a tick back',
        params: params.extend({ group: z.string().max(64) }),
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { campaign: id, group: groupId } }, reply) => {
        await records.transaction(async (inner) => {
          await asked(inner, id, groupId);
          const removed = await inner.dissemination.campaigns.untick(id, groupId);
          if (!removed) throw new ApiProblem(404, 'This group was not ticked off');
          await note({ records: inner, clock }, 'campaign.untick', id, { before: { groupId } });
        });
        return reply.code(204).send(null);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/campaigns/:campaign/remind',
      schema: {
        tags,
        summary: 'Remind the units that are not done; once a day',
        params,
        response: { 202: z.object({ units: z.number().int().describe('that are not done') }), ...refusals },
      },
      handler: async ({ params: { campaign: id } }, reply) => {
        const campaign = found(await records.dissemination.campaigns.get(id, deps.scope), 'campaign', id);
        if (campaign.state === 'ended') throw new ApiProblem(409, 'This campaign has ended');
        const { day } = localMoment(clock.now(), zoneOf(campaign.unit));
        const { units } = await coverageOf(records, campaign, { unit: campaign.unit });
        const open = units.filter(({ state }) => state !== 'done').length;
        await note(deps, 'campaign.remind', id, { after: { units: open } });
        await deps.queue.add([
          newJob(disseminationTurnJob, { remind: { campaignId: id, stage: `by hand ${day}` } }),
        ]);
        return reply.code(202).send({ units: open });
      },
    });
  };

async function packageOf(
  { records, clock }: ApiDeps,
  campaign: Campaign,
  groups: readonly BroadcastGroup[],
  unit: string,
) {
  const ticks = await records.dissemination.campaigns.ticks(campaign.id, { unit });
  const tickOf = new Map(ticks.map((tick) => [tick.groupId, toApiTick(tick)]));
  return {
    campaign: campaign.id,
    from: campaign.unit,
    dueAt: toRfc3339(campaign.dueAt),
    note: campaign.note,
    stale: !(await campaignHolds(records, campaign.id, clock.now())),
    package: campaign.package,
    copy: groupText(campaign.package),
    groups: groups
      .filter((group) => isMeant(campaign, group))
      .map(({ id, unit: of, name, platform, members }) => ({
        id,
        unit: of,
        name,
        platform,
        members,
        tick: tickOf.get(id) ?? null,
      })),
  };
}
