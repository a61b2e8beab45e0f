import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stanceTowardsText } from '../../../pipelines/claims/claim-stance.ts';
import { decideLinks, type HandMade, linkByHand } from '../../../pipelines/claims/decide-links.ts';
import { repostsOf } from '../../../pipelines/claims/reposts-of.ts';
import { countedAt } from '../../../pipelines/flow/observe-items.ts';
import {
  claimLinkListSchema,
  claimLinkQuerySchema,
  decidedSchema,
  decideSchema,
  handLinkSchema,
  matchListSchema,
  matchTextSchema,
} from '../../../shared/api/claim-links.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import type { ClaimLink } from '../../../shared/domain/claim-link.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { batchSize, matchJob } from '../../../shared/jobs/jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { briefOf, knowledgeOf, showLinks } from '../claim-desk.ts';
import { visibleIssue } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['claims'];
const issueParams = z.object({ issue: z.string().max(64).describe('id or number') });
const itemParams = z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) });
const states = { accept: 'linked', reject: 'rejected', reopen: 'suggested' } as const;
const listed = { 200: claimLinkListSchema, ...errorResponses };
/** Links of one subject: five suggestions and what people decided. */
const mostLinks = 200;

async function issueSubject(deps: ApiDeps, idOrNumber: string): Promise<HandMade['subject']> {
  const issue = await visibleIssue(deps, idOrNumber);
  const subject = { subjectKind: 'issue' as const, subjectId: issue.id, at: issue.lastAt };
  return { ...subject, stance: null, platform: null, isRepost: false };
}

/** @param claim what it is linked to; without it the stance is not asked for */
async function itemSubject(deps: ApiDeps, id: string, claim = ''): Promise<HandMade['subject']> {
  const [item] = await deps.index.get([id], deps.scope);
  if (!item) throw new ApiProblem(404, `There is no item ${id}`);
  return {
    subjectKind: 'item',
    subjectId: item.id,
    stance: stanceTowardsText(item, claim),
    platform: item.platform,
    isRepost: item.duplicateOf !== null,
    at: countedAt(item),
  };
}

/** What was decided of an item holds for its re-posts: they are matched again. */
async function followReposts({ index, queue }: ApiDeps, links: readonly ClaimLink[]): Promise<void> {
  const items = links.filter(({ subjectKind }) => subjectKind === 'item').map(({ subjectId }) => subjectId);
  const reposts = items.length === 0 ? [] : await repostsOf(index, [...new Set(items)]);
  const jobs = [];
  for (let at = 0; at < reposts.length; at += batchSize) {
    const itemIds = reposts.slice(at, at + batchSize);
    jobs.push(newJob(matchJob, { itemIds, issueIds: [], entryIds: [] }, { priority: 1 }));
  }
  if (jobs.length > 0) await queue.add(jobs);
}

async function linksOf(deps: ApiDeps, subjectId: string) {
  const { links } = await deps.records.claimLinks.list({ subjectIds: [subjectId], limit: mostLinks });
  return { links: await showLinks(deps, links), nextCursor: null };
}

/** Suggestions with what agrees and what differs, and what people made of them. */
export const claimLinkRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    app.route({
      method: 'POST',
      url: '/v1/claims/match',
      schema: {
        tags,
        summary: 'Is this known? Any text against the knowledge base; nothing is stored',
        body: matchTextSchema,
        response: { 200: matchListSchema, ...errorResponses },
      },
      handler: async ({ body: { text, limit } }) => {
        const now = clock.now();
        const matches = (await knowledgeOf(deps)).match(text, { now, most: limit });
        return {
          matches: matches.map(({ entry, score, held, agrees, differs, nearIdentical, contradicts }) => ({
            entry: briefOf(entry, now),
            score,
            held,
            agrees,
            differs,
            nearIdentical,
            contradicts,
          })),
        };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/claim-links',
      schema: {
        tags,
        summary: 'Suggestions and decisions, newest first',
        querystring: claimLinkQuerySchema,
        response: listed,
      },
      handler: async ({ query: { state, subject, entry, ...rest } }) => {
        const filter = dropUndefined({ ...rest, states: state, subjectKind: subject, entryIds: entry });
        const { links, nextCursor } = await records.claimLinks.list({ ...filter, limit: rest.limit });
        return { links: await showLinks(deps, links), nextCursor };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/claim-links/decide',
      schema: {
        tags,
        summary: 'Accept, reject or reopen many at once; a rejection is remembered for ever',
        body: decideSchema,
        response: { 200: decidedSchema, ...errorResponses },
      },
      handler: async ({ body: { ids, decision, by = currentActor(), reason = null } }) => {
        const there = await showLinks(deps, await records.claimLinks.many(ids));
        const visible = there.map(({ id }) => id);
        const missing = ids.find((id) => !visible.includes(id));
        if (missing !== undefined)
          throw new ApiProblem(404, `There is no link ${missing}`, 'Nothing was decided; list them again.');
        const act = { state: states[decision], by, reason, at: clock.now() };
        const decided = await decideLinks(records, visible, act);
        await followReposts(deps, decided);
        const now = await records.claimLinks.many(visible);
        return { changed: decided.length, links: await showLinks(deps, now) };
      },
    });

    const subjects = [
      ['/v1/issues/:issue/claims', issueParams, issueSubject, 'issue'],
      ['/v1/items/:item/claims', itemParams, itemSubject, 'item'],
    ] as const;
    for (const [url, params, subjectOf, name] of subjects) {
      app.route({
        method: 'GET',
        url,
        schema: { tags, summary: `What this ${name} may be about, the best first`, params, response: listed },
        handler: async (request) => {
          const { subjectId } = await subjectOf(deps, Object.values(request.params as object)[0] as string);
          return linksOf(deps, subjectId);
        },
      });
      app.route({
        method: 'POST',
        url,
        schema: {
          tags,
          summary: `Say which claim or fact-check this ${name} is about`,
          params,
          body: handLinkSchema,
          response: listed,
        },
        handler: async (request) => {
          const {
            entry: entryId,
            by = currentActor(),
            reason = null,
          } = request.body as z.infer<typeof handLinkSchema>;
          const subjectId = Object.values(request.params as object)[0] as string;
          await subjectOf(deps, subjectId);
          const entry = (await knowledgeOf(deps)).entry(entryId);
          if (!entry)
            throw new ApiProblem(
              404,
              `There is no claim or fact-check ${entryId}`,
              'GET /v1/claims lists them.',
            );
          const act = { by, reason, at: clock.now() };
          const subject = await subjectOf(deps, subjectId, entry.text);
          const link = await linkByHand(records, { subject, entryKind: entry.kind, entryId }, act);
          await followReposts(deps, [link]);
          return linksOf(deps, subject.subjectId);
        },
      });
    }
  };
