import type { LookupAddress } from 'node:dns';
import { setTimeout } from 'node:timers/promises';
import { request as undiciRequest } from 'undici';
import type { Clock } from '../../../shared/ports/clock.ts';
import {
  type Fetcher,
  type FetchKind,
  type FetchRequest,
  type FetchResponse,
  HostBackedOff,
  HttpFailure,
  RedirectLoop,
  RobotsDisallowed,
  TooManyRedirects,
} from '../../../shared/ports/fetcher.ts';
import type { HostTurns } from '../../../shared/ports/host-turns.ts';
import { createGuardedAgent } from './guarded-agent.ts';
import { firstHop, type Hop, nextHop } from './hop.ts';
import { createHostGate } from './host-gate.ts';
import { createAddressCheck, createUrlCheck } from './public-address.ts';
import { type Answer, readAnswer, translate } from './read-answer.ts';
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
  /** Where several processes ask the same hosts: they take turns. */
  turns?: HostTurns;
}

const maxRedirects = 5;
/** 3 MB holds every news page measured, 10 MB a feed of 1,000 full texts. */
const defaultMaxBytes: Record<FetchKind, number> = { page: 3_000_000, feed: 10_000_000, api: 3_000_000 };
const agentName = 'SaringBot';
const backOffStatuses = new Set([403, 429, 503]);

/** The Fetcher over undici; see the port for what it promises. */
export function createUndiciFetcher(options: UndiciFetcherOptions): Fetcher {
  const isAllowed = createAddressCheck(options.allowAddresses);
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
    turns: options.turns,
  });
  const userAgent = `${agentName}/1.0 (+${options.contact})`;
  const limits = { ...defaultMaxBytes, ...options.maxBytes };

  const checkUrl = createUrlCheck(isAllowed, (options.allowAddresses ?? []).length > 0);

  const checkBackOff = (url: URL): void => {
    const until = gate.backedOffUntil(url.host);
    if (until > 0) throw new HostBackedOff(url.href, until);
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
    let hop = firstHop(request, checkUrl(request.url));
    const seen = new Set<string>();
    for (let count = 0; ; count++) {
      const { url } = hop;
      seen.add(`${hop.method} ${url.href}`);
      checkBackOff(url);
      const robots = obeyRobots ? await robotsOf(url.origin) : allowAll;
      if (!robots.allows(url.href)) throw new RobotsDisallowed(url.href);
      const answer = await gate.inTurn(url.host, robots.crawlDelayMs, () => {
        checkBackOff(url); // someone before in the queue may have been sent away
        return send(hop, request.kind);
      });
      // Many hosts forbid robots.txt itself, which allows everything (RFC 9309 section 2.3.1.3).
      const sentAway =
        backOffStatuses.has(answer.status) && (obeyRobots || request.kind === 'api' || answer.status !== 403);
      if (sentAway) gate.refused(url.host, answer.headers.retryAfter);
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
      return toResponse(answer, url);
    },
    async close() {
      if (!agent.destroyed) await agent.destroy();
    },
  };
}

/** @throws HttpFailure for everything that is neither a success nor "not modified" */
function toResponse(answer: Answer, url: URL): FetchResponse {
  const { status, headers, received, body } = answer;
  if ((status < 200 || status >= 300) && status !== 304) {
    const start = new TextDecoder().decode(body.subarray(0, 8_000)).slice(0, 2_000);
    throw new HttpFailure(url.href, status, start, headers.retryAfter);
  }
  return { status, notModified: status === 304, finalUrl: url.href, headers, received, body };
}
