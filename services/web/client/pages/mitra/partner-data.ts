import { api, bodyOf } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { invalidate, useApi } from '../../api/use-api.ts';

export type Stakeholder = components['schemas']['Stakeholder'];
export type Person = components['schemas']['StakeholderPerson'];
export type Detail =
  paths['/v1/stakeholders/{stakeholder}']['get']['responses'][200]['content']['application/json'];
export type Imported =
  paths['/v1/stakeholders/import']['post']['responses'][200]['content']['application/json'];

export const usePartner = (id: string) =>
  useApi(`/v1/stakeholders/${id}`, () =>
    bodyOf(api.GET('/v1/stakeholders/{stakeholder}', { params: { path: { stakeholder: id } } })),
  );

export function partnersChanged(): void {
  for (const beginning of ['/v1/stakeholder', '/v1/agreements', '/v1/engagements', '/v1/broadcast-groups'])
    invalidate(beginning);
}

/** A day of a date field, at the beginning of the working day in Jakarta. */
export const dayStart = (day: string): string => new Date(`${day}T08:00:00+07:00`).toISOString();
