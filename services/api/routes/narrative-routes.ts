import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addTouched } from '../../../pipelines/flow/watch-state.ts';
import { suggestNarratives } from '../../../pipelines/link/suggest-narratives.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { apiIssueSchema, toApiIssue } from '../../../shared/api/issues.ts';
import {
  apiNarrativeSchema,
  narrativeBodySchema,
  narrativeChangeSchema,
  narrativeDetailSchema,
  narrativeListSchema,
  narrativeSuggestionsSchema,
  tieSchema,
  toApiNarrative,
} from '../../../shared/api/narratives.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Narrative } from '../../../shared/domain/narrative.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const params = z.object({ narrative: z.string().min(1).max(64) });
const issueParams = z.object({ issue: z.string().max(64) });
const versioned = z.object({ 'if-match': z.string().optional() }).loose();
const conflicts = { 409: problemSchema, 412: problemSchema, 428: problemSchema } as const;

async function narrativeOf({ records }: ApiDeps, id: string): Promise<Narrative> {
  const narrative = await records.narratives.get(id);
  if (!narrative)
    throw new ApiProblem(404, `There is no narrative ${id}`, 'GET /v1/narratives lists those there are.');
  return narrative;
}

/** Two people at once: the second one has to read again. */
function mustMatch(given: string | undefined, { id, version }: { id: string; version: number }): void {
  if (given === undefined)
    throw new ApiProblem(
      428,
      'Say which version you read',
      `Send If-Match: "${id}-VERSION" of what you read.`,
    );
  if (given !== `"${id}-${version}"`)
    throw new ApiProblem(412, 'It was changed in the meantime', 'Read it again, then decide again.');
}

const tiedTo = async ({ records, scope }: ApiDeps, narrativeId: string): Promise<Issue[]> =>
  (await records.issues.list({ scope, narrativeId, sort: 'newest', limit: 500 })).issues.filter(
    ({ state }) => state !== 'merged',
  );

const spanOf = (issues: readonly Issue[]) => ({
  firstAt: issues.length === 0 ? null : toRfc3339(Math.min(...issues.map((issue) => issue.firstAt))),
  lastAt: issues.length === 0 ? null : toRfc3339(Math.max(...issues.map((issue) => issue.lastAt))),
});

async function store(
  { records, clock }: ApiDeps,
  narrative: Narrative,
  before: Narrative | null,
  reason: string,
): Promise<Narrative> {
  await records.transaction(async (inner) => {
    await inner.narratives.put(narrative);
    await inner.audit.append({
      at: clock.now(),
      actor: currentActor(),
      action: before === null ? 'narrative.name' : 'narrative.change',
      subject: narrative.id,
      before,
      after: narrative,
      reason,
    });
  });
  return narrative;
}

/** Ties an issue to a narrative or unties it. */
async function tie(
  { records, clock }: ApiDeps,
  issue: Issue,
  { narrative, reason }: z.infer<typeof tieSchema>,
): Promise<Issue> {
  const tied: Issue = { ...issue, narrativeId: narrative, version: issue.version + 1 };
  await records.transaction(async (inner) => {
    await inner.issues.put([tied]);
    // its risk takes the weight of what it tells
    await addTouched(inner, { issueIds: [issue.id], buckets: [] });
    await inner.audit.append({
      at: clock.now(),
      actor: currentActor(),
      action: narrative === null ? 'issue.untie' : 'issue.tie',
      subject: issue.id,
      before: issue.narrativeId,
      after: narrative,
      reason,
    });
  });
  return tied;
}

async function suggestionsFor(
  deps: ApiDeps,
  issue: Issue,
): Promise<z.infer<typeof narrativeSuggestionsSchema>> {
  const narratives = await deps.records.narratives.all();
  const tied = new Map<string, Issue[]>();
  for (const { id } of narratives) tied.set(id, await tiedTo(deps, id));
  const told = narratives
    .filter(({ id }) => id !== issue.narrativeId)
    .map((narrative) => ({
      ...narrative,
      titles: tied
        .get(narrative.id)!
        .slice(0, 20)
        .map(({ title }) => title),
    }));
  const byId = new Map(narratives.map((narrative) => [narrative.id, narrative]));
  return {
    tied: issue.narrativeId,
    suggestions: suggestNarratives(issue, told).map(({ narrativeId, ...suggestion }) => ({
      ...suggestion,
      narrative: toApiNarrative(byId.get(narrativeId)!),
      lastAt: spanOf(tied.get(narrativeId)!).lastAt,
    })),
  };
}

/** Narratives: named by people, tied to issues, suggested when they return. */
export const narrativeRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/narratives',
      schema: {
        tags: ['narratives'],
        summary: 'All narratives, with how many issues told them and when',
        response: { 200: narrativeListSchema, ...errorResponses },
      },
      handler: async () => {
        const narratives = await deps.records.narratives.all();
        return {
          narratives: await Promise.all(
            narratives.map(async (narrative) => {
              const issues = await tiedTo(deps, narrative.id);
              return { ...toApiNarrative(narrative), issues: issues.length, ...spanOf(issues) };
            }),
          ),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/narratives',
      schema: {
        tags: ['narratives'],
        summary: 'Name a narrative',
        body: narrativeBodySchema,
        response: { 200: apiNarrativeSchema, ...errorResponses, 409: problemSchema },
      },
      handler: async ({ body: { reason, ...content } }) => {
        const now = deps.clock.now();
        const stamps = { createdBy: currentActor(), createdAt: now, updatedAt: now, version: 1 };
        return toApiNarrative(
          await store(deps, { id: deps.ids.next(), ...content, ...stamps }, null, reason),
        );
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/narratives/:narrative',
      schema: {
        tags: ['narratives'],
        summary: 'One narrative and the issues tied to it',
        params,
        response: { 200: narrativeDetailSchema, ...errorResponses },
      },
      handler: async (request, reply) => {
        const narrative = await narrativeOf(deps, request.params.narrative);
        reply.header('etag', `"${narrative.id}-${narrative.version}"`);
        const issues = await tiedTo(deps, narrative.id);
        return { narrative: toApiNarrative(narrative), issues: issues.map(toApiIssue) };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/narratives/:narrative',
      schema: {
        tags: ['narratives'],
        summary: 'Change name, description or examples',
        params,
        headers: versioned,
        body: narrativeChangeSchema,
        response: { 200: apiNarrativeSchema, ...errorResponses, ...conflicts },
      },
      handler: async ({ params: { narrative: id }, headers, body: { reason, ...content } }) => {
        const narrative = await narrativeOf(deps, id);
        mustMatch(headers['if-match'], narrative);
        const next = {
          ...narrative,
          ...dropUndefined(content),
          updatedAt: deps.clock.now(),
          version: narrative.version + 1,
        };
        return toApiNarrative(await store(deps, next, narrative, reason));
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/issues/:issue/narrative',
      schema: {
        tags: ['narratives'],
        summary: 'Tie an issue to a narrative, or untie it',
        params: issueParams,
        headers: versioned,
        body: tieSchema,
        response: { 200: apiIssueSchema, ...errorResponses, ...conflicts },
      },
      handler: async ({ params: { issue: id }, headers, body }) => {
        const issue = await visibleIssue(deps, id);
        mustMatch(headers['if-match'], issue);
        if (body.narrative !== null) await narrativeOf(deps, body.narrative);
        return toApiIssue(await tie(deps, issue, body));
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/narratives',
      schema: {
        tags: ['narratives'],
        summary: 'Narratives that this issue seems to tell again, with what agrees; a person decides',
        params: issueParams,
        response: { 200: narrativeSuggestionsSchema, ...errorResponses },
      },
      handler: async ({ params: { issue } }) => suggestionsFor(deps, await visibleIssue(deps, issue)),
    });
  };
