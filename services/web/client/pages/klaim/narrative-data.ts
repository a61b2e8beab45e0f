import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { useApi } from '../../api/use-api.ts';

export type Narrative = components['schemas']['Narrative'];

/** All of them, with how many issues told each and when. */
export const useNarratives = () => useApi('/v1/narratives', () => bodyOf(api.GET('/v1/narratives')));

/** One, and the issues tied to it, newest first. */
export const useNarrative = (narrative: string) =>
  useApi(`/v1/narratives/${narrative}`, () =>
    bodyOf(api.GET('/v1/narratives/{narrative}', { params: { path: { narrative } } })),
  );
