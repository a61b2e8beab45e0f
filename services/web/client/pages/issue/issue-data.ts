import { useRef } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { type Answer, useApi } from '../../api/use-api.ts';

type Body<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type IssueDetail = Body<'/v1/issues/{issue}'>;
export type IssueDigest = components['schemas']['IssueDigest'];
export type ClaimLink = components['schemas']['ClaimLink'];
export type Clock = components['schemas']['ResponseClock'];
export type Alert = components['schemas']['Alert'];
export type Attachment = components['schemas']['Attachment'];
export type Decision = components['schemas']['Decision'];
export type Story = components['schemas']['Story'];

const path = (issue: string) => ({ params: { path: { issue } } });
const keyOf = (issue: string, part = ''): string => `/v1/issues/${issue}${part}`;

export const useIssue = (issue: string | null): Answer<IssueDetail> =>
  useApi(issue === null ? null : keyOf(issue), () => bodyOf(api.GET('/v1/issues/{issue}', path(issue!))));

/** All stories of an issue, to choose from. */
export const useStories = (issue: string): Answer<{ stories: Story[]; more: boolean }> =>
  useApi(keyOf(issue, '/stories'), () => bodyOf(api.GET('/v1/issues/{issue}/stories', path(issue))));

export const useDigest = (issue: string): Answer<IssueDigest> =>
  useApi(keyOf(issue, '/digest'), () => bodyOf(api.GET('/v1/issues/{issue}/digest', path(issue))));

export const useClock = (issue: string): Answer<Clock> =>
  useApi(keyOf(issue, '/clock'), () => bodyOf(api.GET('/v1/issues/{issue}/clock', path(issue))));

export const useClaims = (issue: string): Answer<{ links: ClaimLink[] }> =>
  useApi(keyOf(issue, '/claims'), () => bodyOf(api.GET('/v1/issues/{issue}/claims', path(issue))));

export const useAlerts = (issueId: string | undefined): Answer<{ alerts: Alert[] }> =>
  useApi(issueId === undefined ? null : `/v1/issues/${issueId}/alerts`, () =>
    bodyOf(api.GET('/v1/alerts', { params: { query: { issue: issueId!, limit: 50 } } })),
  );

export type Alike = components['schemas']['AlikeIssue'];

/** Issues that may be the same matter, to be merged or told apart. */
export const useAlike = (issue: string): Answer<{ issues: Alike[] }> =>
  useApi(keyOf(issue, '/alike'), () => bodyOf(api.GET('/v1/issues/{issue}/alike', path(issue))));

/** Representative items of one tone: the newest unique ones. */
export const useItemsOfTone = (issueIds: readonly string[], tone: string) =>
  useApi(`/v1/items?${issueIds.join(',')}&${tone}`, () =>
    bodyOf(
      api.GET('/v1/items', {
        params: {
          query: { issue: issueIds.join(','), tone, unique: 'true', limit: 6 },
        },
      }),
    ),
  );

export type Workflow = components['schemas']['Workflow'];
export type Step = Workflow['steps'][number];
export type Note = components['schemas']['IssueNote'];
export interface HeldWorkflow {
  workflow: Workflow;
  /** To be sent as If-Match: refused when somebody else worked on it meanwhile. */
  tag: string;
}

export const useWorkflow = (issue: string): Answer<HeldWorkflow> =>
  useApi(keyOf(issue, '/workflow'), async () => {
    const { data, response } = await api.GET('/v1/issues/{issue}/workflow', path(issue));
    return { workflow: data!, tag: response.headers.get('etag') ?? '*' };
  });

export const useNotes = (issue: string): Answer<{ notes: Note[] }> =>
  useApi(keyOf(issue, '/notes'), () => bodyOf(api.GET('/v1/issues/{issue}/notes', path(issue))));

/** Who works in the unit, for an assignment or a mention. */
export const useColleagues = () => useApi('/v1/colleagues', () => bodyOf(api.GET('/v1/colleagues')));

/**
 * Asks for what stands on the first screen at once, beside the issue itself. True once all of it has come or failed, and
 * from then on: drawn one after the other, each part would push away what one has begun to read.
 */
export function useFirstScreen(issue: string): boolean {
  const parts = [useWorkflow(issue), useClock(issue), useClaims(issue), useAlike(issue)];
  const shown = useRef<string | null>(null);
  if (parts.every(({ data, error }) => data !== undefined || error)) shown.current = issue;
  return shown.current === issue;
}
