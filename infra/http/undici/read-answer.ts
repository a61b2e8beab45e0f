import type { Readable } from 'node:stream';
import { errors } from 'undici';
import {
  AddressRefused,
  BodyBroken,
  BodyTooLarge,
  ConnectionFailed,
  FetchError,
  type FetchResponse,
  TimedOut,
} from '../../../shared/ports/fetcher.ts';
import { decodeBody } from './decode-body.ts';
import { ConnectionRefusedByGuard } from './guarded-agent.ts';

/** One answer, not yet followed: `location` is set on a redirect. */
export interface Answer {
  status: number;
  location: string | null;
  headers: FetchResponse['headers'];
  received: FetchResponse['received'];
  body: Uint8Array;
}

/** What undici's `request` gives. */
interface RawAnswer {
  statusCode: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}

/** Reads an answer to its end, within `maxBytes` decoded bytes; the body of a redirect is not read. */
export async function readAnswer(
  answer: RawAnswer,
  url: string,
  maxBytes: number,
  now: number,
): Promise<Answer> {
  const header = (name: string): string | null => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const headers = {
    etag: header('etag'),
    lastModified: header('last-modified'),
    contentType: header('content-type'),
    retryAfter: parseRetryAfter(header('retry-after'), now),
  };
  const status = answer.statusCode;
  const location = status >= 300 && status < 400 && status !== 304 ? header('location') : null;
  if (location !== null || status === 304) {
    answer.body.on('error', () => {});
    answer.body.destroy();
    return { status, location, headers, received: {}, body: new Uint8Array() };
  }
  const length = Number(header('content-length') ?? 0);
  if (length > maxBytes) {
    answer.body.on('error', () => {});
    answer.body.destroy();
    throw new BodyTooLarge(url, maxBytes);
  }
  const body = await decodeBody(answer.body, header('content-encoding') ?? undefined, maxBytes, url);
  return { status, location, headers, received: flat(answer.headers), body };
}

/** Several lines of one name are one, as RFC 9110 section 5.2 joins them. */
const flat = (headers: RawAnswer['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** Seconds or an HTTP date (RFC 9110 section 10.2.3); null when absent or unreadable. */
function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

/** A certificate or a handshake that failed: nothing was asked yet. */
const noTrust = /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** undici's and zlib's errors in the port's words. */
export function translate(error: unknown, url: string, timedOut: boolean): FetchError {
  if (error instanceof FetchError) return error;
  if (timedOut) return new TimedOut(url, 'total');
  if (error instanceof ConnectionRefusedByGuard) return new AddressRefused(url);
  if (error instanceof errors.ConnectTimeoutError) return new TimedOut(url, 'connect');
  if (error instanceof errors.HeadersTimeoutError) return new TimedOut(url, 'headers');
  if (error instanceof errors.BodyTimeoutError) return new TimedOut(url, 'total');
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const unreachable = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT'];
  return unreachable.includes(code) || noTrust.test(code)
    ? new ConnectionFailed(url, error)
    : new BodyBroken(url, error);
}
