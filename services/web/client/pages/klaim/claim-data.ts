import { api, bodyOf } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { invalidate, useApi } from '../../api/use-api.ts';

export type Claim = components['schemas']['ShownClaim'];
export type Fact = components['schemas']['Fact'];
export type Evidence = Claim['evidence'][number];
export type Verdict = Claim['verdict'];
export type ClaimDetail = paths['/v1/claims/{claim}']['get']['responses'][200]['content']['application/json'];
export type Match =
  paths['/v1/claims/match']['post']['responses'][200]['content']['application/json']['matches'][number];

export const verdicts = ['salah', 'menyesatkan', 'sebagian_benar', 'benar', 'belum_terbukti'] as const;

export const useClaimDetail = (id: string) =>
  useApi(`/v1/claims/${id}`, () =>
    bodyOf(api.GET('/v1/claims/{claim}', { params: { path: { claim: id } } })),
  );

export function claimsChanged(): void {
  for (const beginning of ['/v1/claims', '/v1/response', '/v1/issues']) invalidate(beginning);
}

export const factsChanged = (): void => invalidate('/v1/facts');

/** How a state looks: good for what may be used, loud for what may no longer. */
export const looksOfState = (state: string): string =>
  state === 'approved' ? 'good' : state === 'stale' ? 'tinggi' : 'outline';
