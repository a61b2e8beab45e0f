import type { StakeholderKind } from '../../../../../shared/domain/stakeholder.ts';

/** Whom Bakohumas works with, as the book of partners has them. */
export const partnerKinds: readonly StakeholderKind[] = [
  'media',
  'bawaslu',
  'dkpp',
  'ministry',
  'local_government',
  'military_police',
  'party',
  'ngo',
  'observer',
  'university',
  'platform',
  'influencer',
];
