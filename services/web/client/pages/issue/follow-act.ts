import { invalidate } from '../../api/use-api.ts';

/** The writer carries an act out within moments; then everything about issues is read anew. */
const settleMs = 1_200;
/** What became of an act is weighed a second after that, and told; a busy machine may take a few more. */
const followMs = 8_000;

let followedUntil = 0;

/** After an act of one's own: what comes of it is shown as it comes. */
export function followAct(): void {
  followedUntil = Date.now() + followMs;
  setTimeout(() => invalidate('/v1/i'), settleMs);
}

/** A change that is told now is most likely of one's own making: not to be told of, but to be shown. */
export const isFollowing = (): boolean => Date.now() < followedUntil;
