import type { LookupAddress } from 'node:dns';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { errors, request as undiciRequest } from 'undici';
import type { Clock } from '../../../shared/ports/clock.ts';
import {
  AddressRefused,
  BodyBroken,
  BodyTooLarge,
  ConnectionFailed,
  FetchError,
  type Fetcher,
  type FetchKind,
  type FetchRequest,
  type FetchResponse,
  HostBackedOff,
  HttpFailure,
  RedirectLoop,
  RobotsDisallowed,
  TimedOut,
  TooManyRedirects,
} from '../../../shared/ports/fetcher.ts';
import { decodeBody } from './decode-body.ts';
import { ConnectionRefusedByGuard, createGuardedAgent } from './guarded-agent.ts';
import { createHostGate } from './host-gate.ts';
import { createAddressCheck, literalOf } from './public-address.ts';
import { allowAll, allowNone, createRobotsCache, type RobotsRules, readRobots } from './robots-rules.ts';

export interface UndiciFetcherOptions {
  /** Pacing and back-off go by it. */
  clock: Clock;
  /** How a pause is waited for; timers unless told, which is only right with a clock that runs by itself. */
  sleep?: (ms: number) => Promise<void>;
  /** Where a site's owner can reach the unit: a web address or an e-mail address, sent in the User-Agent. */
  contact: string;
  /** Addresses or CIDR ranges let through although they are not public; for the sample run and tests only. */
  allowAddresses?: readonly string[];
  /** Milliseconds; the total counts one hop from sending to the last byte. Chosen: slow regional sites answer in under 10 s. */
  timeouts?: { connect?: number; headers?: number; total?: number };
  /** Decoded bytes per kind. */
  maxBytes?: Partial<Record<FetchKind, number>>;
  pauseMs?: number;
  backOffBaseMs?: number;
  backOffMaxMs?: number;
  resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

const maxRedirects = 5;
/** 3 MB holds every news page measured, 10 MB a feed of 1,000 full texts. */
const defaultMaxBytes: Record<FetchKind, number> = { page: 3_000_000, feed: 10_000_000, api: 3_000_000 };
const agentName = 'SaringBot';
/** The web's own ports; anything else is more likely a service that was never meant to be read. */
const webPorts = new Set(['', '80', '443', '8080', '8443']);
const backOffStatuses = new Set([403, 429, 503]);
const accept: Record<FetchKind, string> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.5',
  api: 'application/json,*/*;q=0.5',
};

interface Hop {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** The Fetcher over undici; see the port for what it promises. */
export function createUndiciFetcher(options: UndiciFetcherOptions): Fetcher {
  const isAllowed = createAddressCheck(options.allowAddresses);
  const exempt = (options.allowAddresses ?? []).length > 0;
  const totalMs = options.timeouts?.total ?? 30_000;
  const agent = createGuardedAgent({
    isAllowed,
    connectTimeoutMs: options.timeouts?.connect ?? 10_000,
    headersTimeoutMs: options.timeouts?.headers ?? 15_000,
    ...(options.resolve ? { resolve: options.resolve } : {}),
  });
  const gate = createHostGate({
    clock: { now: () => options.clock.now(), sleep: options.sleep ?? ((ms) => setTimeout(ms)) },
    pauseMs: options.pauseMs ?? 1_000,
    backOffBaseMs: options.backOffBaseMs ?? 60_000,
    backOffMaxMs: options.backOffMaxMs ?? 24 * 3_600_000,
  });
  const userAgent = `${agentName}/1.0 (+${options.contact})`;
  const limits = { ...defaultMaxBytes, ...options.maxBytes };

  const checkUrl = (text: string, base?: string): URL => {
    const url = URL.parse(text, base);
    if (!url) throw new AddressRefused(text, 'syntax');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressRefused(text, 'scheme');
    if (url.username || url.password) throw new AddressRefused(url.origin, 'credentials');
    const literal = literalOf(url.hostname);
    if (literal !== null && !isAllowed(literal)) throw new AddressRefused(url.href);
    if (!webPorts.has(url.port) && !exempt) throw new AddressRefused(url.href, 'port');
    return url;
  };

  /** Sends one request, without following; the body is read inside the host's turn. */
  const send = async (hop: Hop, kind: FetchKind): Promise<Answer> => {
    const signal = AbortSignal.timeout(totalMs);
    try {
      const answer = await undiciRequest(hop.url, {
        dispatcher: agent,
        method: hop.method,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, br, zstd, deflate', ...hop.headers },
        body: hop.body ?? null,
        signal,
      });
      return await readAnswer(answer, hop.url.href, limits[kind], options.clock.now());
    } catch (error) {
      throw translate(error, hop.url.href, signal.aborted);
    }
  };

  const loadRobots = async (origin: string): Promise<RobotsRules> => {
    const { answer, url } = await follow({ url: `${origin}/robots.txt`, kind: 'page' }, false);
    if (answer.status >= 500) return allowNone;
    if (answer.status >= 400) return allowAll;
    return readRobots(url.href, new TextDecoder().decode(answer.body), agentName);
  };
  const robotsOf = createRobotsCache(loadRobots, () => options.clock.now());

  const follow = async (
    request: FetchRequest,
    obeyRobots: boolean,
  ): Promise<{ answer: Answer; url: URL }> => {
    let hop: Hop = {
      url: checkUrl(request.url),
      method: request.method ?? 'GET',
      headers: requestHeaders(request),
      body: request.body,
    };
    const seen = new Set<string>();
    for (let count = 0; ; count++) {
      const { url } = hop;
      seen.add(`${hop.method} ${url.href}`);
      const until = gate.backedOffUntil(url.host);
      if (until > 0) throw new HostBackedOff(url.href, until);
      const robots = obeyRobots ? await robotsOf(url.origin) : allowAll;
      if (!robots.allows(url.href)) throw new RobotsDisallowed(url.href);
      const answer = await gate.inTurn(url.host, robots.crawlDelayMs, () => send(hop, request.kind));
      if (backOffStatuses.has(answer.status)) gate.refused(url.host, answer.headers.retryAfter);
      else gate.answered(url.host);
      if (answer.location === null) return { answer, url };
      if (count >= maxRedirects) throw new TooManyRedirects(request.url, maxRedirects);
      hop = nextHop(hop, answer, checkUrl(answer.location, url.href));
      if (seen.has(`${hop.method} ${hop.url.href}`)) throw new RedirectLoop(request.url);
    }
  };

  return {
    async fetch(request) {
      const { answer, url } = await follow(request, request.kind !== 'api');
      const ok = (answer.status >= 200 && answer.status < 300) || answer.status === 304;
      if (!ok) {
        const start = new TextDecoder().decode(answer.body.subarray(0, 8_000)).slice(0, 2_000);
        throw new HttpFailure(url.href, answer.status, start, answer.headers.retryAfter);
      }
      return {
        status: answer.status,
        notModified: answer.status === 304,
        finalUrl: url.href,
        headers: answer.headers,
        body: answer.body,
      };
    },
    async close() {
      if (!agent.destroyed) await agent.destroy();
    },
  };
}

interface Answer {
  status: number;
  location: string | null;
  headers: FetchResponse['headers'];
  body: Uint8Array;
}

function requestHeaders(request: FetchRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: accept[request.kind], ...request.headers };
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.lastModified) headers['if-modified-since'] = request.lastModified;
  return headers;
}

/** RFC 9110 section 15.4: 307 and 308 keep the method; the others become a GET. Headers may hold a key, so they stay with their origin. */
function nextHop(hop: Hop, answer: Answer, url: URL): Hop {
  const keeps = answer.status === 307 || answer.status === 308;
  const sameOrigin = url.origin === hop.url.origin;
  const accepted = hop.headers['accept'];
  return {
    url,
    method: keeps ? hop.method : 'GET',
    headers: sameOrigin ? hop.headers : accepted ? { accept: accepted } : {},
    body: keeps && sameOrigin ? hop.body : undefined,
  };
}

interface RawAnswer {
  statusCode: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}

async function readAnswer(answer: RawAnswer, url: string, maxBytes: number, now: number): Promise<Answer> {
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
    return { status, location, headers, body: new Uint8Array() };
  }
  const length = Number(header('content-length') ?? 0);
  if (length > maxBytes) {
    answer.body.on('error', () => {});
    answer.body.destroy();
    throw new BodyTooLarge(url, maxBytes);
  }
  const body = await decodeBody(answer.body, header('content-encoding') ?? undefined, maxBytes, url);
  return { status, location, headers, body };
}

/** Seconds or an HTTP date (RFC 9110 section 10.2.3); null when absent or unreadable. */
function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

function translate(error: unknown, url: string, timedOut: boolean): FetchError {
  if (error instanceof FetchError) return error;
  if (timedOut) return new TimedOut(url, 'total');
  if (error instanceof ConnectionRefusedByGuard) return new AddressRefused(url);
  if (error instanceof errors.ConnectTimeoutError) return new TimedOut(url, 'connect');
  if (error instanceof errors.HeadersTimeoutError) return new TimedOut(url, 'headers');
  if (error instanceof errors.BodyTimeoutError) return new TimedOut(url, 'total');
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const unreachable = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT'];
  return unreachable.includes(code) ? new ConnectionFailed(url, error) : new BodyBroken(url, error);
}
