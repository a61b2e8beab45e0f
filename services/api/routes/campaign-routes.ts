import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audienceOf } from '../../../pipelines/disseminate/audience.ts';
import { coverageOf } from '../../../pipelines/disseminate/coverage.ts';
import { startCampaign } from '../../../pipelines/disseminate/start-campaign.ts';
import {
  apiCampaignSchema,
  audienceBodySchema,
  audienceSchema,
  campaignBodySchema,
  campaignDetailSchema,
  campaignListSchema,
  campaignQuerySchema,
  startedSchema,
  toApiCampaign,
  toApiTick,
  versionBodySchema,
} from '../../../shared/api/campaigns.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import type { Campaign } from '../../../shared/domain/campaign.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note, sameVersion, scopeWithin } from '../book.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentActor } from '../people/current-reader.ts';
import { unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['campaigns'];
const params = z.object({ campaign: z.string().max(64) });
const refusals = { ...errorResponses, 409: problemSchema };

const shownCoverage = async (records: Records, campaign: Campaign) => {
  const coverage = await coverageOf(records, campaign, { unit: campaign.unit });
  const units = coverage.units.map(({ lastAt, ...unit }) => ({
    ...unit,
    lastAt: lastAt === null ? null : toRfc3339(lastAt),
  }));
  return { ...coverage, units };
};

/** The spreading of published answers: begun once for a unit and answer, followed until every group has it. */
export const campaignRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const one = async (id: string, inner: Records = records): Promise<Campaign> =>
      found(await inner.dissemination.campaigns.get(id, deps.scope), 'campaign', id);

    app.route({
      method: 'POST',
      url: '/v1/campaigns/audience',
      schema: {
        tags,
        summary: 'Whom a campaign would reach, as numbers',
        body: audienceBodySchema,
        response: { 200: audienceSchema, ...errorResponses },
      },
      handler: async ({ body }) => {
        const choice = { ...body, unit: unitWithin(deps, body.unit).code };
        const { addressees, left } = await audienceOf(records, choice);
        const byChannel: Record<string, number> = {};
        for (const { recipient } of addressees) {
          const { channel } = recipient.contacts[0]!;
          byChannel[channel] = (byChannel[channel] ?? 0) + 1;
        }
        const { units, groups } = await coverageOf(records, { ...choice, id: '' }, { unit: choice.unit });
        return { persons: addressees.length, byChannel, left, units: units.length, groups: groups.all };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/campaigns',
      schema: {
        tags,
        summary: 'Begin to spread a published answer; messages to persons go into the outbox at once',
        body: campaignBodySchema,
        response: { 201: startedSchema, ...refusals },
      },
      handler: async ({ body: { publication, unit, ...choice } }, reply) => {
        const result = await records.transaction(async (inner) => {
          const started = await startCampaign(inner, {
            ...choice,
            publicationId: publication,
            unit: unitWithin(deps, unit).code,
            id: deps.ids.next(),
            by: currentActor(),
            now: clock.now(),
          });
          const { id, publicationId, kinds, tiers, channels } = started.campaign;
          await note({ records: inner, clock }, 'campaign.start', id, {
            after: { publicationId, unit, kinds, tiers, channels, queued: started.queued },
          });
          return started;
        });
        return reply.code(201).send({ ...result, campaign: toApiCampaign(result.campaign) });
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/campaigns',
      schema: {
        tags,
        summary: 'Campaigns of the unit and those below, newest first',
        querystring: campaignQuerySchema,
        response: { 200: campaignListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit, publication, cursor, limit } }) => {
        const filter = dropUndefined({ publicationId: publication, after: placeOf(cursor) });
        const scope = scopeWithin(deps, unit);
        const campaigns = await records.dissemination.campaigns.list({ ...filter, scope, limit });
        const nextCursor = cursorAfter(campaigns, limit, ({ startedAt }) => startedAt);
        return { campaigns: campaigns.map(toApiCampaign), nextCursor };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/campaigns/:campaign',
      schema: {
        tags,
        summary:
          'How far an answer got: N of M units by tier, ticks of groups, and messages to persons by state',
        params,
        response: { 200: campaignDetailSchema, ...errorResponses },
      },
      handler: async ({ params: { campaign: id } }) => {
        const campaign = await one(id);
        return {
          campaign: toApiCampaign(campaign),
          coverage: await shownCoverage(records, campaign),
          deliveries: await records.deliveries.countOf(id),
          ticks: (await records.dissemination.campaigns.ticks(id, deps.scope)).map(toApiTick),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/campaigns/:campaign/end',
      schema: {
        tags,
        summary: 'End a campaign: what was not sent yet stays unsent, nobody is reminded any more',
        params,
        body: versionBodySchema,
        response: { 200: apiCampaignSchema, ...refusals },
      },
      handler: async ({ params: { campaign: id }, body: { version } }) =>
        records.transaction(async (inner) => {
          const before = await one(id, inner);
          sameVersion(before, version);
          const endedAt = before.endedAt ?? clock.now();
          const after: Campaign = { ...before, state: 'ended', endedAt, version: version + 1 };
          await inner.dissemination.campaigns.put(after);
          await note({ records: inner, clock }, 'campaign.end', id);
          return toApiCampaign(after);
        }),
    });
  };
