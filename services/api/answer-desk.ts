import type { z } from 'zod';
import { type AnswerContext, lintText, readContext } from '../../pipelines/respond/answer-context.ts';
import { plainOf } from '../../pipelines/respond/answer-layout.ts';
import { createFactLibrary, type FactLibrary } from '../../pipelines/respond/facts/fact-library.ts';
import type { AnswerDeps } from '../../pipelines/respond/keep-answer.ts';
import { type answerDetailSchema, toAnswerBrief } from '../../shared/api/answers.ts';
import type { Answer } from '../../shared/domain/answer.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { ApiDeps } from './api-deps.ts';
import { tellChanged } from './issue-work.ts';
import { ApiProblem } from './problems.ts';

const libraries = new WeakMap<object, FactLibrary>();

/** The fact library of this process, up to date. */
export async function libraryOf({ records }: ApiDeps): Promise<FactLibrary> {
  const own = libraries.get(records) ?? createFactLibrary(records);
  libraries.set(records, own);
  await own.refresh();
  return own;
}

/** Where public pages lie when nobody said: on this very machine. */
const localPublicUrl = 'http://127.0.0.1:8140/klarifikasi';

export const publicUrlOf = ({ publicUrl }: ApiDeps): string =>
  (publicUrl ?? localPublicUrl).replace(/\/+$/, '');

/** What acts on answers need; the scope is the reader's, known only within a request. */
export const answerDeps = (deps: ApiDeps): AnswerDeps => ({
  records: deps.records,
  clock: deps.clock,
  ids: deps.ids,
  scope: deps.scope,
  publicUrl: publicUrlOf(deps),
  ...(deps.calendar ? { calendar: deps.calendar } : {}),
});

export async function claimOf({ records }: ApiDeps, id: string): Promise<Claim> {
  const claim = await records.claims.get(id);
  if (!claim) throw new ApiProblem(404, `There is no claim ${id}`, 'GET /v1/claims lists those there are.');
  return claim;
}

/** The own claim that an issue is linked to, the surest first; null where nobody and nothing linked one. */
export async function claimOfIssue({ records }: ApiDeps, { id }: Issue): Promise<Claim | null> {
  const { links } = await records.claimLinks.list({ subjectIds: [id], states: ['linked'], limit: 20 });
  const own = links
    .filter(({ entryKind }) => entryKind === 'claim')
    .toSorted((a, b) => Number(b.by === 'person') - Number(a.by === 'person'));
  const claims = await records.claims.many(own.map(({ entryId }) => entryId));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return own.map(({ entryId }) => byId.get(entryId)).find((claim) => claim?.withdrawnAt === null) ?? null;
}

export async function answerOf({ records, scope }: ApiDeps, id: string): Promise<Answer> {
  const answer = await records.answers.get(id, scope);
  if (!answer)
    throw new ApiProblem(404, `There is no answer ${id}`, 'GET /v1/answers lists those you may see.');
  return answer;
}

export const contextOf = (
  { records, clock }: ApiDeps,
  answer: Parameters<typeof readContext>[1],
): Promise<AnswerContext> => readContext(records, answer, clock.now());

/** An answer with every form as text and what the lint says of it. */
export async function showAnswer(deps: ApiDeps, answer: Answer): Promise<z.infer<typeof answerDetailSchema>> {
  const context = await contextOf(deps, answer);
  return {
    answer: toAnswerBrief(answer),
    texts: answer.texts.map((text) => ({
      ...text,
      plain: plainOf(text),
      lint: lintText(answer, context, text),
    })),
  };
}

/** Open pages see at once that an answer moved its issue. */
export async function tellIssueMoved(deps: ApiDeps, issueId: string | null): Promise<void> {
  const [issue] = issueId === null ? [] : await deps.records.issues.many([issueId]);
  if (issue) tellChanged(deps, issue);
}

/** Years that a text names. */
const yearsIn = (text: string): string[] => text.match(/\b(?:19|20)\d\d\b/g) ?? [];

/**
 * What of the library fits a claim: statements first, then one or two ways to check; ids by weight. A fact of another
 * year tells of another matter: it is left to the drafter to choose.
 */
export async function offeredFor(
  deps: ApiDeps,
  text: string,
  unit: string,
  topic: string | undefined,
): Promise<string[]> {
  const library = await libraryOf(deps);
  const now = deps.clock.now();
  const years = new Set([...yearsIn(text), String(new Date(now).getUTCFullYear())]);
  const offered = library
    .offer(text, { now, unit, topic, most: 12 })
    .filter(({ fact, fits }) => fits && yearsIn(fact.statement).every((year) => years.has(year)));
  const ids = (use: 'statement' | 'how_to_check', most: number): string[] =>
    offered
      .filter(({ fact }) => fact.use === use)
      .slice(0, most)
      .map(({ fact }) => fact.id);
  return [...ids('statement', 3), ...ids('how_to_check', 2)];
}
