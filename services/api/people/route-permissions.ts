import type { Permission } from '../../../shared/domain/user.ts';

/** `open`: nobody has to be known; `self`: anybody who is signed in, about themselves. */
export type RouteNeed = Permission | 'open' | 'self';

/** A route that the table does not have must not be served. */
export class UnknownRoute extends Error {
  override name = 'UnknownRoute';
}

const open: RouteNeed = 'open';

/**
 * Who may do what, in one place: `METHOD /route` or the beginning of it with `*`; the first that fits counts. What an
 * open route shows was never collected, or is meant for everybody; hooks check a signature of their own.
 */
const table: readonly (readonly [pattern: string, need: RouteNeed])[] = [
  ['GET /livez', open],
  ['GET /readyz', open],
  ['GET /metrics', 'manage'],
  ['GET /docs*', open],
  ['GET /v1/openapi.json', open],
  ['* /v1/hooks/*', open],
  ['GET /klarifikasi*', open],
  ['POST /v1/public/*', open],
  ['GET /v1/public/surveys/*', open],
  ['GET /v1/public/opt-out/*', open],
  ['GET /v1/public/units', open],
  ['POST /v1/session', open],
  ['GET /v1/session/providers', open],
  ['GET /v1/session/oidc/*', open],
  ['POST /v1/session/link', open],
  ['POST /v1/first-administrator', open],
  ['POST /v1/invitations/accept', open],
  ['* /v1/session*', 'self'],
  ['* /v1/me*', 'self'],
  ['GET /v1/audit*', 'audit'],
  ['* /v1/users*', 'manage'],
  ['* /v1/invitations*', 'manage'],
  ['* /v1/keys*', 'manage'],
  ['* /v1/privacy*', 'manage'],
  ['GET /v1/recipients*', 'manage'],
  ['* /v1/recipients*', 'manage'],
  ['* /v1/quarantine*', 'manage'],
  // Posts as they were, with the names of accounts that items lose.
  ['GET /v1/items/:item/evidence*', 'triage'],
  // Whoever reported may be named in it.
  ['GET /v1/reports*', 'triage'],
  // Whom units know by name and number is for those who write to them.
  ['GET /v1/stakeholders/export', 'draft'],
  ['GET /v1/stakeholder*', 'triage'],
  ['GET /v1/colleagues', 'triage'],
  ['GET /v1/handovers', 'triage'],
  ['GET /v1/issues/:issue/notes', 'triage'],
  ['GET /v1/issues/:issue/attachments', 'triage'],
  ['* /v1/attachments/*', 'triage'],
  ['* /v1/handovers/*', 'triage'],
  ['* /v1/checkout*', 'triage'],
  // What decides for others is for those who answer for it.
  ['POST /v1/issues/:issue/owner', 'approve'],
  ['POST /v1/issues/:issue/visibility', 'approve'],
  ['POST /v1/issues/:issue/verdict', 'draft'],
  ['GET /v1/*', 'read'],
  ['* /v1/sources*', 'manage'],
  ['* /v1/issues/*', 'triage'],
  ['* /v1/items/*', 'triage'],
  ['* /v1/acts/*', 'triage'],
  ['* /v1/narratives*', 'draft'],
  ['* /v1/claim-links*', 'triage'],
  ['POST /v1/claims/match', 'read'],
  ['* /v1/claims/:claim/approve*', 'approve'],
  ['POST /v1/facts/approve', 'approve'],
  ['POST /v1/facts/:fact/approve', 'approve'],
  ['POST /v1/answers/:answer/approve', 'approve'],
  ['POST /v1/publications/:publication/withdraw', 'approve'],
  ['POST /v1/referrals/:referral/approve', 'approve'],
  ['POST /v1/lint', 'read'],
  ['* /v1/facts*', 'draft'],
  ['* /v1/answers*', 'draft'],
  ['* /v1/publications*', 'draft'],
  ['* /v1/referrals*', 'draft'],
  ['* /v1/claims*', 'draft'],
  ['* /v1/fact-checks*', 'draft'],
  ['* /v1/deliveries*', 'triage'],
  ['* /v1/alerts*', 'triage'],
  ['* /v1/reports*', 'triage'],
  ['* /v1/report-runs*', 'triage'],
  ['* /v1/exports*', 'triage'],
  // Who may do what to a report at which step is decided by its own rules.
  ['* /v1/tiered-reports*', 'draft'],
  ['* /v1/activities*', 'draft'],
  ['* /v1/surveys*', 'draft'],
  ['* /v1/stakeholders*', 'draft'],
  ['* /v1/engagements*', 'draft'],
  ['* /v1/campaigns*', 'draft'],
  ['* /v1/campaign-packages/*', 'triage'],
  ['* /v1/broadcast-groups*', 'draft'],
  // What nobody thought of is for those who run the installation.
  ['* /v1/*', 'manage'],
  // The desk's own files; they hold nothing that was collected.
  ['GET /*', open],
];

const fits = (pattern: string, method: string, url: string): boolean => {
  const [wantedMethod, wantedUrl] = pattern.split(' ') as [string, string];
  if (wantedMethod !== '*' && wantedMethod !== method) return false;
  // Only the route of this very name: a new one elsewhere must not be open because nobody thought of it.
  if (wantedUrl === '/*') return url === wantedUrl;
  return wantedUrl.endsWith('*') ? url.startsWith(wantedUrl.slice(0, -1)) : url === wantedUrl;
};

/** @throws UnknownRoute */
export function permissionOf(method: string, url: string): RouteNeed {
  const found = table.find(([pattern]) => fits(pattern, method, url));
  if (!found)
    throw new UnknownRoute(`${method} ${url} has no permission; give it one in route-permissions.ts`);
  return found[1];
}

/** What an administrator of one unit may manage: its people, keys and recipients. */
const ownManaged = /^\/v1\/(users|invitations|keys|recipients)/;

/**
 * Whether a route is about the whole installation: sources, calendar, thresholds, schedules, quarantine, metrics. There
 * is one of each for all units, so it takes an administrator of KPU RI.
 */
export const isForWhole = (method: string, url: string): boolean =>
  permissionOf(method, url) === 'manage' && !ownManaged.test(url);
