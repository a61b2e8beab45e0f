import { api, bodyOf } from '../api/client.ts';
import type { paths } from '../api/generated/schema.ts';
import { createStore } from './create-store.ts';

export type Unit =
  paths['/v1/units']['get']['responses'][200]['content']['application/json']['units'][number];

export const unitsStore = createStore<ReadonlyMap<string, Unit>>(new Map());

/** Names of all units, once a day; pages draw with codes until they are there. */
export async function loadUnits(): Promise<void> {
  if (unitsStore.get().size > 0) return;
  const { units } = await bodyOf(api.GET('/v1/units'));
  unitsStore.set(new Map(units.map((unit) => [unit.code, unit])));
}

/** Reads them anew past what the browser keeps of them: somebody changed one. */
export async function refreshUnits(): Promise<void> {
  const { units } = await bodyOf(api.GET('/v1/units', { cache: 'reload' }));
  unitsStore.set(new Map(units.map((unit) => [unit.code, unit])));
}

export const unitOf = (code: string): Unit | undefined => unitsStore.get().get(code);
export const unitName = (code: string): string => unitOf(code)?.name ?? code;
