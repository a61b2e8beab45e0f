import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { literalOf } from './public-address.ts';

/** Thrown inside the connector; the fetcher turns it into the port's `AddressRefused`. */
export class ConnectionRefusedByGuard extends Error {
  readonly code = 'GUARD_REFUSED';
}

export interface GuardedAgentOptions {
  isAllowed(address: string): boolean;
  connectTimeoutMs: number;
  headersTimeoutMs: number;
  /** Name resolution, replaceable in tests. */
  resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

const systemResolve = (hostname: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });

/**
 * An undici agent that connects only to allowed addresses. Names are checked at the moment of connecting, on the very
 * answer the socket then uses, so a name that changes between check and use gains nothing. Literals skip the lookup
 * hook, so they are checked apart.
 */
export function createGuardedAgent(options: GuardedAgentOptions): Agent {
  const resolve = options.resolve ?? systemResolve;
  const lookup: LookupFunction = (hostname, lookupOptions, callback) => {
    resolve(hostname).then(
      (found) => {
        const allowed = found.filter((entry) => options.isAllowed(entry.address));
        const first = allowed[0];
        if (!first) return callback(new ConnectionRefusedByGuard(hostname), '', 0);
        if (lookupOptions.all) return callback(null, allowed as LookupAddress[]);
        callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    lookup,
  } as buildConnector.BuildOptions);
  return new Agent({
    connect: (target, callback) => {
      const literal = literalOf(target.hostname);
      if (literal !== null && !options.isAllowed(literal)) {
        callback(new ConnectionRefusedByGuard(target.hostname), null);
        return;
      }
      connect(target, callback);
    },
    headersTimeout: options.headersTimeoutMs,
    bodyTimeout: options.headersTimeoutMs,
    // Feeds are asked every ten minutes: an idle connection is closed long before the next visit.
    keepAliveTimeout: 5_000,
    maxHeaderSize: 65_536,
  });
}
