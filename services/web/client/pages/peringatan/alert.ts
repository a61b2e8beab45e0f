import type { components } from '../../api/generated/schema.ts';

export type Alert = components['schemas']['Alert'];
