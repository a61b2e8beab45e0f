import type { Problem } from '../../../../shared/api/common.ts';

/** An answer that is no success, as the API explains it. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly problem: Problem;
  /** Seconds to wait, where the API says so. */
  readonly retryAfter: number | null;
  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer came at all. */
export class ServerAway extends Error {
  override name = 'ServerAway';
}

/** Whoever was asked to sign in again went away instead. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

export async function problemOf(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  const body = await response
    .clone()
    .json()
    .catch(() => null);
  const isProblem = typeof body === 'object' && body !== null && 'title' in body;
  const problem = isProblem
    ? (body as Problem)
    : { type: 'about:blank', title: response.statusText || 'No answer', status: response.status };
  return new ApiError({ ...problem, status: response.status }, retryAfter);
}

/** Somebody else changed it since it was read. */
export const isConflict = (error: unknown): boolean => [409, 412].includes(statusOf(error) ?? 0);

export const statusOf = (error: unknown): number | null =>
  error instanceof ApiError ? error.problem.status : null;
