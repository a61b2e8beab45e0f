/**
 * Routes that show personal data: of people who reported or whose posts are kept as evidence, of contacts of partners, of
 * users and of those who are told.
 * Whoever asks them is written to the audit trail before they are answered.
 */
const personal: readonly string[] = [
  'GET /v1/reports',
  'GET /v1/reports/:report/screenshot',
  'GET /v1/items/:item/evidence',
  'GET /v1/items/:item/evidence.zip',
  'GET /v1/users',
  'GET /v1/recipients',
  // Some partners are persons themselves: influencers, experts, one-man media.
  'GET /v1/stakeholders',
  'GET /v1/stakeholders/:stakeholder',
  'GET /v1/stakeholders/export',
];

/** Whether a route, as it is registered, shows personal data. */
export const showsPersonalData = (method: string, route: string): boolean =>
  personal.includes(`${method} ${route}`);
