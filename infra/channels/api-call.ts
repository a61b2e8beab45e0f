import { Misconfigured, PermanentRefusal, TemporaryFailure } from '../../shared/ports/channel.ts';
import {
  AddressRefused,
  BodyBroken,
  BodyTooLarge,
  FetchError,
  type Fetcher,
  type FetchResponse,
  HostBackedOff,
  HttpFailure,
  RedirectLoop,
  TimedOut,
  TooManyRedirects,
} from '../../shared/ports/fetcher.ts';

export interface ApiCall {
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** What a provider's own answer means; null leaves it to the HTTP status. */
export type ReadRefusal = (failure: HttpFailure) => Error | null;

/**
 * Posts to a provider through the one Fetcher and speaks the channel's errors. The address never enters an error: it
 * may hold a token. A redirect counts as refused, because it turns a POST into a GET.
 */
export async function callApi(
  fetcher: Fetcher,
  call: ApiCall,
  { now, read }: { now: () => number; read?: ReadRefusal },
): Promise<FetchResponse> {
  let response: FetchResponse;
  try {
    response = await fetcher.fetch({ ...call, kind: 'api', method: 'POST' });
  } catch (error) {
    if (error instanceof HttpFailure) throw read?.(error) ?? ofStatus(error, now());
    throw ofFetchError(error);
  }
  if (response.finalUrl !== new URL(call.url).href)
    throw new PermanentRefusal('Alamat tujuan dialihkan ke alamat lain, jadi pesan tidak diterima.');
  return response;
}

/** The moment of a Retry-After of so many seconds. */
export const retryMoment = (seconds: number | null, now: number): number | null =>
  seconds === null ? null : now + seconds * 1_000;

function ofStatus({ status, retryAfter, explanation }: HttpFailure, now: number): Error {
  if (status === 408 || status === 429 || status >= 500)
    return new TemporaryFailure(explanation, { retryAt: retryMoment(retryAfter, now) });
  return status === 401 ? new Misconfigured(explanation) : new PermanentRefusal(explanation);
}

function ofFetchError(error: unknown): Error {
  if (!(error instanceof FetchError))
    return new TemporaryFailure('Pengiriman gagal karena sebab tak dikenal.');
  const { explanation } = error;
  if (error instanceof HostBackedOff) return new TemporaryFailure(explanation, { retryAt: error.retryAt });
  if (
    error instanceof AddressRefused ||
    error instanceof TooManyRedirects ||
    error instanceof RedirectLoop ||
    error instanceof BodyTooLarge
  )
    return new PermanentRefusal(explanation);
  // The request was out when the answer failed to come: it may have been taken.
  const maybeSent = (error instanceof TimedOut && error.phase !== 'connect') || error instanceof BodyBroken;
  return new TemporaryFailure(explanation, { maybeSent });
}

/** The answer as JSON; null when it is none. */
export function readJson(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text));
  } catch {
    return null;
  }
}
