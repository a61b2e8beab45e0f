import type { ApiCollecting } from './api-collecting.ts';
import type { ApiDeps } from './api-deps.ts';

/** What the routes about collecting get: they exist only where `collecting` is there. */
export interface CollectingDeps extends ApiDeps {
  collecting: ApiCollecting;
}
