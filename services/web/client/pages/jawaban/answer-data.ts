import type { AnswerChannel } from '../../../../../shared/domain/answer.ts';
import { api, bodyOf } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { invalidate, useApi } from '../../api/use-api.ts';

type Body<
  Path extends keyof paths,
  Method extends 'get' | 'post' = 'get',
  Status extends number = 200,
> = paths[Path][Method] extends { responses: Record<Status, { content: { 'application/json': infer T } }> }
  ? T
  : never;

export type AnswerDetail = Body<'/v1/answers/{answer}'>;
export type AnswerBrief = AnswerDetail['answer'];
export type ShownText = components['schemas']['AnswerText'];
export type Finding = components['schemas']['LintFinding'];
export type LintReport = ShownText['lint'];
export type Choice = components['schemas']['ResponseChoice'];
export type Fact = components['schemas']['Fact'];
export type Publication = components['schemas']['Publication'];
export type Claim = components['schemas']['ShownClaim'];
export type Effects = Body<'/v1/publications/{publication}/effect'>;
export type CampaignDetail = Body<'/v1/campaigns/{campaign}'>;
export type Package = Body<'/v1/campaign-packages'>['packages'][number];
export type { AnswerChannel };

const key = (id: string): string => `/v1/answers/${id}`;

export const useAnswer = (id: string) =>
  useApi(key(id), () => bodyOf(api.GET('/v1/answers/{answer}', { params: { path: { answer: id } } })));

export const useClaim = (id: string | null) =>
  useApi(id && `/v1/claims/${id}`, () =>
    bodyOf(api.GET('/v1/claims/{claim}', { params: { path: { claim: id! } } })),
  );

export const useIssue = (id: string | null) =>
  useApi(id && `/v1/issues/${id}?brief`, () =>
    bodyOf(api.GET('/v1/issues/{issue}', { params: { path: { issue: id! } } })),
  );

export const usePublication = (id: string | null) =>
  useApi(id && `/v1/publications/${id}`, () =>
    bodyOf(api.GET('/v1/publications/{publication}', { params: { path: { publication: id! } } })),
  );

/** What kind of answer the matter asks for; by its issue where there is one. */
export const useChoice = (issue: string | null, claim: string | null) =>
  useApi(issue || claim ? `/v1/response/${issue ?? ''}/${claim ?? ''}` : null, () =>
    issue
      ? bodyOf(api.GET('/v1/issues/{issue}/response', { params: { path: { issue } } }))
      : bodyOf(api.GET('/v1/claims/{claim}/response', { params: { path: { claim: claim! } } })),
  );

/** Facts by their ids, each once, in the given order. */
export const useFacts = (ids: readonly string[]) =>
  useApi(ids.length > 0 ? `/v1/facts?ids=${ids.join(',')}` : null, () =>
    Promise.all(
      ids.map((fact) =>
        bodyOf(api.GET('/v1/facts/{fact}', { params: { path: { fact } } })).catch(() => null),
      ),
    ).then((all) => all.filter((fact) => fact !== null)),
  );

/** What the library offers for a text. */
export const useOffer = (text: string | null) =>
  useApi(text && `/v1/facts/offer?text=${text}`, () =>
    bodyOf(api.GET('/v1/facts/offer', { params: { query: { text: text!.slice(0, 5_000), limit: 8 } } })),
  );

/** After an act on an answer: lists and pages that show it are read anew. */
export function answersChanged(): void {
  for (const beginning of ['/v1/answers', '/v1/publications', '/v1/issues']) invalidate(beginning);
}

export const channelOrder: readonly AnswerChannel[] = [
  'web',
  'whatsapp',
  'x',
  'press',
  'holding',
  'caption',
  'script',
  'qa',
  'points',
];

/** The forms of an answer in the order of the tabs. */
export const inOrder = (texts: readonly ShownText[]): ShownText[] =>
  [...texts].sort((a, b) => channelOrder.indexOf(a.channel) - channelOrder.indexOf(b.channel));
