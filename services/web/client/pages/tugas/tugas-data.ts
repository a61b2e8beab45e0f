import { api, bodyOf } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { may } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';

export type Handover = components['schemas']['Handover'];
export type Todo =
  paths['/v1/me/todo']['get']['responses'][200]['content']['application/json']['todo'][number];

export const useTodo = () => useApi('/v1/me/todo', () => bodyOf(api.GET('/v1/me/todo')));

export const useHandovers = () =>
  useApi(may('triage') ? '/v1/handovers' : null, () => bodyOf(api.GET('/v1/handovers')));

/** `limit` of the newest, read ones too. */
export const useNotices = (limit: number) =>
  useApi(`/v1/me/notices?${limit}`, () =>
    bodyOf(api.GET('/v1/me/notices', { params: { query: { limit } } })),
  );

/** Something was done here: the list, the notices and the issues are no longer as they were. */
export function readAnew(): void {
  for (const beginning of ['/v1/me/', '/v1/handovers', '/v1/i', '/v1/checkout']) invalidate(beginning);
}
