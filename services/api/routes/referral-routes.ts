import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  approveReferral,
  cancelReferral,
  type ReferralDeps,
  requestReferral,
  sendReferral,
} from '../../../pipelines/respond/referral/keep-referral.ts';
import { bundleReferral } from '../../../pipelines/respond/referral/referral-bundle.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiReferralSchema,
  referralActSchema,
  referralBodySchema,
  referralListSchema,
  referralQuerySchema,
  referralSentSchema,
  toApiReferral,
} from '../../../shared/api/referrals.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Referral } from '../../../shared/domain/referral.ts';
import { claimOf, claimOfIssue } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['referrals'];
const params = z.object({ referral: z.string().min(1).max(64) });
const refused = { 409: problemSchema, 422: problemSchema } as const;
const changed = { 200: apiReferralSchema, ...errorResponses, ...refused };
/** Items taken where none are named: as many as a receiver can look at. */
const mostByItself = 50;

async function itemsFor(
  { index, scope }: ApiDeps,
  issueId: string,
  ids?: readonly string[],
): Promise<IndexedItem[]> {
  if (ids === undefined) {
    const filter = {
      scope,
      issueIds: [issueId],
      stances: ['menyebarkan'],
      criticism: false,
      uniqueOnly: true,
    };
    const { hits } = await index.search({ ...filter, limit: mostByItself, sort: 'time' });
    return hits.map(({ item }) => item);
  }
  const items = await index.get([...ids], scope);
  const there = new Set(items.map(({ id }) => id));
  const missing = ids.find((id) => !there.has(id));
  if (missing !== undefined) throw new ApiProblem(404, `There is no item ${missing}`);
  return items;
}

async function referralOf({ records, scope }: ApiDeps, id: string): Promise<Referral> {
  const referral = await records.referrals.get(id, scope);
  if (!referral) throw new ApiProblem(404, `There is no referral ${id}`);
  return referral;
}

/** Items handed to Bawaslu, a platform or the legal section: asked for by one person, approved by another; never criticism. */
export const referralRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records } = deps;
    const actDeps = (): ReferralDeps => ({ records, clock: deps.clock, ids: deps.ids, scope: deps.scope });

    app.route({
      method: 'POST',
      url: '/v1/referrals',
      schema: {
        tags,
        summary: 'Ask for a referral of items that spread a false claim; refused for criticism',
        body: referralBodySchema,
        response: { 201: apiReferralSchema, ...errorResponses, ...refused },
      },
      handler: async ({ body }, reply) => {
        const issue = await visibleIssue(deps, body.issue);
        const claim =
          body.claim === undefined ? await claimOfIssue(deps, issue) : await claimOf(deps, body.claim);
        if (!claim)
          throw new ApiProblem(422, 'The issue is linked to no claim', 'Link it, or name the claim.');
        const items = await itemsFor(deps, issue.id, body.items);
        const { to, platform = null, grounds, by = currentActor(), reason = null } = body;
        const given = { issue, claim, items, to, platform, grounds };
        return reply.code(201).send(toApiReferral(await requestReferral(actDeps(), given, { by, reason })));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/referrals',
      schema: {
        tags,
        summary: 'Referrals of your units, the last changed first',
        querystring: referralQuerySchema,
        response: { 200: referralListSchema, ...errorResponses },
      },
      handler: async ({ query: { issue, limit } }) => {
        const issueId = issue === undefined ? undefined : (await visibleIssue(deps, issue)).id;
        const found = await records.referrals.list({
          ...dropUndefined({ issueId }),
          scope: deps.scope,
          limit,
        });
        return { referrals: found.map(toApiReferral) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/referrals/:referral',
      schema: {
        tags,
        summary: 'One referral',
        params,
        response: { 200: apiReferralSchema, ...errorResponses },
      },
      handler: async ({ params: { referral } }) => toApiReferral(await referralOf(deps, referral)),
    });

    for (const [name, act, summary] of [
      ['approve', approveReferral, 'Approve the request of somebody else'],
      ['cancel', cancelReferral, 'Give a referral up'],
    ] as const)
      app.route({
        method: 'POST',
        url: `/v1/referrals/:referral/${name}`,
        schema: { tags, summary, params, body: referralActSchema, response: changed },
        handler: async ({
          params: { referral: id },
          body: { version, by = currentActor(), reason = null },
        }) => toApiReferral(await act(actDeps(), { id, version, by, reason })),
      });

    app.route({
      method: 'POST',
      url: '/v1/referrals/:referral/sent',
      schema: {
        tags,
        summary: 'Say that it was handed over, and under which number',
        params,
        body: referralSentSchema,
        response: changed,
      },
      handler: async ({
        params: { referral: id },
        body: { version, receipt = null, by = currentActor(), reason = null },
      }) => toApiReferral(await sendReferral(actDeps(), receipt, { id, version, by, reason })),
    });

    app.route({
      method: 'GET',
      url: '/v1/referrals/:referral/bundle.zip',
      schema: {
        tags,
        summary:
          'The letter, the items with what was kept of them, hashes and time-line; once it is approved',
        params,
        produces: ['application/zip'],
        response: { ...errorResponses, ...refused },
      },
      handler: async ({ params: { referral: id } }, reply) => {
        const zip = await bundleOf(deps, await referralOf(deps, id));
        return reply
          .header('content-disposition', `attachment; filename="rujukan-${id}.zip"`)
          .header('cache-control', 'no-store')
          .type('application/zip')
          .serializer((body: unknown) => body as string)
          .send(Buffer.from(zip) as never);
      },
    });
  };

async function bundleOf(deps: ApiDeps, referral: Referral): Promise<Uint8Array> {
  const { records, index, scope, answerFiles, collecting } = deps;
  if (referral.state !== 'approved' && referral.state !== 'sent')
    throw new ApiProblem(
      409,
      'The referral is not approved',
      'Somebody else than who asked for it approves it.',
    );
  if (!answerFiles) throw new ApiProblem(503, 'This process makes no letters');
  const [issue] = await records.issues.many([referral.issueId]);
  const claim = await records.claims.get(referral.claimId);
  if (!issue || !claim) throw new ApiProblem(404, 'Its issue or claim is there no more');
  const items = await index.get(referral.itemIds, scope);
  const publications = await records.publications.list({ issueId: issue.id, states: ['live'], limit: 20 });
  await records.audit.append({
    at: deps.clock.now(),
    actor: currentActor(),
    action: 'referral.download',
    subject: referral.id,
    before: null,
    after: { items: referral.itemIds.length },
    reason: null,
  });
  return bundleReferral(
    { referral, issue, claim, items, publications },
    { evidence: records.evidence, store: collecting?.store ?? null, files: answerFiles },
  );
}
