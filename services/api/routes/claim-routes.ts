import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  approveClaim,
  changeClaim,
  contentOfFactCheck,
  createClaim,
  judgeClaim,
  withdrawClaim,
} from '../../../pipelines/claims/keep-claim.ts';
import { contradictionSchema, spreadSchema } from '../../../shared/api/claim-links.ts';
import {
  claimActSchema,
  claimApprovalSchema,
  claimBodySchema,
  claimChangeSchema,
  claimPageSchema,
  claimQuerySchema,
  claimVerdictSchema,
  claimVersionsSchema,
  factCheckPageSchema,
  factCheckQuerySchema,
  shownClaimSchema,
  toApiClaim,
  toApiFactCheck,
  toShownClaim,
} from '../../../shared/api/claims.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import type { Claim, ClaimContent } from '../../../shared/domain/claim.ts';
import type { ClaimSpread } from '../../../shared/domain/claim-link.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { matchEntryJobs } from '../../../shared/jobs/match-entry-jobs.ts';
import type { ClaimFilter } from '../../../shared/ports/claim-records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { knowledgeOf } from '../claim-desk.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const params = z.object({ claim: z.string().min(1).max(64) });
const refused = { 409: problemSchema, 422: problemSchema } as const;
const changed = { 200: shownClaimSchema, ...errorResponses, ...refused };
const detailSchema = z.object({
  claim: shownClaimSchema,
  spread: spreadSchema,
  contradicts: z.array(contradictionSchema).describe('claims and fact-checks that cannot hold beside it'),
});

const noSpread: ClaimSpread = {
  spreading: 0,
  unique: 0,
  denying: 0,
  reporting: 0,
  asking: 0,
  issues: 0,
  firstAt: null,
  lastAt: null,
  platforms: {},
};

const toApiSpread = ({ firstAt, lastAt, ...counts }: ClaimSpread): z.infer<typeof spreadSchema> => ({
  ...counts,
  firstAt: firstAt === null ? null : toRfc3339(firstAt),
  lastAt: lastAt === null ? null : toRfc3339(lastAt),
});

export const unknownClaim = (id: string): ApiProblem =>
  new ApiProblem(404, `There is no claim ${id}`, 'GET /v1/claims lists those there are.');

async function contentFor(
  { records }: ApiDeps,
  { fromFactCheck, by: _by, reason: _reason, ...content }: z.infer<typeof claimBodySchema>,
): Promise<Partial<ClaimContent> & Pick<ClaimContent, 'text'>> {
  const given = dropUndefined(content);
  if (fromFactCheck !== undefined) {
    const [check] = await records.factChecks.many([fromFactCheck]);
    if (!check) throw new ApiProblem(404, `There is no fact-check ${fromFactCheck}`);
    return { ...contentOfFactCheck(check), ...given };
  }
  if (given.text === undefined)
    throw new ApiProblem(400, 'A claim needs its text', 'Send the statement word for word as "text".');
  return { ...given, text: given.text };
}

/** Claims of one's own: kept, judged by one person, approved by another, looked at again in time. */
export const claimRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock, queue } = deps;
    const show = (claim: Claim) => toShownClaim(claim, clock.now());
    /** Stored: what is there already is compared with it, too. */
    const stored = async (claim: Claim) => {
      await queue.add(matchEntryJobs([claim.id]));
      return show(claim);
    };
    const tags = ['claims'];

    app.route({
      method: 'GET',
      url: '/v1/claims',
      schema: {
        tags,
        summary: 'The knowledge base, the last changed first',
        querystring: claimQuerySchema,
        response: { 200: claimPageSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { q, verdict, unit, review, ...rest } = query;
        const filter: ClaimFilter = {
          ...dropUndefined({ ...rest, verdicts: verdict, units: unit, text: q }),
          limit: query.limit,
          ...(review === 'due' ? { reviewBefore: clock.now() + 1 } : {}),
        };
        const { claims, total, nextCursor } = await records.claims.list(filter);
        return { claims: claims.map(show), total, nextCursor };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/claims',
      schema: {
        tags,
        summary: 'Add a claim to check; from a fact-check, its source comes along and its verdict does not',
        body: claimBodySchema,
        response: { 201: shownClaimSchema, ...errorResponses, ...refused },
      },
      handler: async ({ body }, reply) => {
        const act = { by: body.by ?? currentActor(), reason: body.reason ?? null };
        return reply.code(201).send(await stored(await createClaim(deps, await contentFor(deps, body), act)));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/claims/:claim',
      schema: {
        tags,
        summary: 'One claim, how far it has spread, and what contradicts it',
        params,
        response: { 200: detailSchema, ...errorResponses },
      },
      handler: async ({ params: { claim: id } }) => {
        const claim = await records.claims.get(id);
        if (!claim) throw unknownClaim(id);
        const spread = (await records.claimLinks.spread([id])).get(id) ?? noSpread;
        const contradicts = (await knowledgeOf(deps)).contradictionsOf(id, clock.now());
        return { claim: show(claim), spread: toApiSpread(spread), contradicts };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/claims/:claim/versions',
      schema: {
        tags,
        summary: 'Every version, newest first',
        params,
        response: { 200: claimVersionsSchema, ...errorResponses },
      },
      handler: async ({ params: { claim: id } }) => {
        const versions = await records.claims.versions(id);
        if (versions.length === 0) throw unknownClaim(id);
        return { versions: versions.map(toApiClaim) };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/claims/:claim',
      schema: {
        tags,
        summary: 'Change what is written; where it was approved, the approval lapses',
        params,
        body: claimChangeSchema,
        response: changed,
      },
      handler: async ({
        params: { claim: id },
        body: { version, by = currentActor(), reason, ...content },
      }) => stored(await changeClaim(deps, dropUndefined(content), { id, version, by, reason })),
    });

    app.route({
      method: 'POST',
      url: '/v1/claims/:claim/verdict',
      schema: {
        tags,
        summary: 'Set the verdict, as its checker',
        params,
        body: claimVerdictSchema,
        response: changed,
      },
      handler: async ({ params: { claim: id }, body: { version, by = currentActor(), reason, ...given } }) =>
        stored(
          await judgeClaim(
            deps,
            { ...dropUndefined(given), verdict: given.verdict },
            { id, version, by, reason },
          ),
        ),
    });

    app.route({
      method: 'POST',
      url: '/v1/claims/:claim/approve',
      schema: {
        tags,
        summary: 'Approve the verdict of somebody else, or renew an approval',
        params,
        body: claimApprovalSchema,
        response: changed,
      },
      handler: async ({
        params: { claim: id },
        body: { version, by = currentActor(), reason = null, reviewAt },
      }) => stored(await approveClaim(deps, dropUndefined({ reviewAt }), { id, version, by, reason })),
    });

    for (const [name, withdrawn, summary] of [
      ['withdraw', true, 'Take a claim out of the knowledge base; nothing is removed'],
      ['restore', false, 'Take a withdrawn claim back in'],
    ] as const)
      app.route({
        method: 'POST',
        url: `/v1/claims/:claim/${name}`,
        schema: { tags, summary, params, body: claimActSchema, response: changed },
        handler: async ({ params: { claim: id }, body: { version, by = currentActor(), reason } }) =>
          stored(await withdrawClaim(deps, withdrawn, { id, version, by, reason })),
      });

    app.route({
      method: 'GET',
      url: '/v1/fact-checks',
      schema: {
        tags,
        summary: 'What others checked, beside one’s own claims',
        querystring: factCheckQuerySchema,
        response: { 200: factCheckPageSchema, ...errorResponses },
      },
      handler: async ({ query: { q, after, limit } }) => {
        const page = await records.factChecks.list({ limit, ...dropUndefined({ after, text: q }) });
        const nextCursor = page.factChecks.length === limit ? page.factChecks.at(-1)!.id : null;
        return { factChecks: page.factChecks.map(toApiFactCheck), total: page.total, nextCursor };
      },
    });
  };
